import type { FetchNode } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import type { EntityPart } from './entity-part.ts';
import type { Execution } from './execution.ts';
import { fetchDocument } from './fetch-document.ts';
import { Meeting } from './meeting.ts';
import { withMeetings } from './meetings.ts';
import type { FetchStep, PlannedFetch, Step } from './steps.ts';

function fetch(serviceName: string, type: string, operationKind = 'query'): FetchStep {
  const operation = `query($representations:[_Any!]!){_entities(representations:$representations){...on ${type}{name}}}`;
  const node = { kind: 'Fetch', serviceName, operation, operationKind, requires: [] } as unknown as FetchNode;
  return { kind: 'fetch', parts: [{ node, places: [[type]] }] };
}
const sequence = (...steps: Step[]): Step => ({ kind: 'sequence', steps });
const parallel = (...steps: Step[]): Step => ({ kind: 'parallel', steps });

/** Who meets whom: the types asked about, with the number of the meeting. */
function meetingsIn(step: Step | undefined): string[] {
  if (step?.kind === 'fetch') return [`${step.parts[0]?.places[0]?.[0]} ${step.meeting ?? '-'}`];
  if (step?.kind === 'condition') return [...meetingsIn(step.met), ...meetingsIn(step.unmet)];
  return step?.steps.flatMap(meetingsIn) ?? [];
}

test('those meet who ask the same subgraph with as many fetches behind them', () => {
  const step = parallel(
    sequence(fetch('a', 'A1'), fetch('c', 'A2'), fetch('d', 'A3')),
    sequence(fetch('b', 'B1'), parallel(fetch('c', 'B2'), sequence(fetch('e', 'B3'), fetch('d', 'B4')))),
    sequence(parallel(fetch('f', 'C1'), sequence(fetch('g', 'C2'), fetch('h', 'C3'))), fetch('d', 'C4')),
  );
  const met = meetingsIn(withMeetings(step));
  expect(met).toEqual(['A1 -', 'A2 1', 'A3 2', 'B1 -', 'B2 1', 'B3 -', 'B4 2', 'C1 -', 'C2 -', 'C3 -', 'C4 2']);
});

test('nobody waits for what may never come, or for a change', () => {
  const condition: Step = { kind: 'condition', variable: 'with', met: fetch('c', 'B2'), unmet: undefined };
  expect(meetingsIn(withMeetings(parallel(fetch('c', 'A'), condition)))).toEqual(['A -', 'B2 -']);
  expect(meetingsIn(withMeetings(parallel(fetch('c', 'A'), fetch('c', 'B', 'mutation'))))).toEqual(['A -', 'B -']);
});

test('all who have come go out as one request, whether they have something to ask or not', async () => {
  const asked: string[][] = [];
  const execution = {
    began: performance.now() - 60_000,
    arrivals: [],
    unplaced: [],
    variables: {},
    identity: {},
    transport: {
      send: async (_subgraph: string, { body }: { body: string }) => {
        asked.push(Object.keys(JSON.parse(body).variables));
        return { data: {}, errors: [] };
      },
    },
  } as unknown as Execution;
  const partOf = (planned: PlannedFetch, asks: boolean): EntityPart => {
    const document = fetchDocument(planned.node);
    return {
      fetch: { document },
      addressee: { subgraph: 'c', position: '' },
      inquiries: () => (asks ? [{ document, questions: new Map([['{}', []]]) }] : []),
      take: () => undefined,
    } as unknown as EntityPart;
  };
  const meeting = new Meeting(1);
  const [one, two, three] = ['A', 'B', 'C'].map((type) => {
    const { parts } = fetch('c', type);
    return meeting.join(
      parts,
      parts.map((part) => partOf(part, type !== 'C')),
    );
  });
  const first = one?.(execution);
  expect(asked).toEqual([]);
  expect(three?.(execution)).toBeUndefined();
  const second = two?.(execution);
  // Whoever comes last sends it; nobody waits for the time to run out.
  expect(asked).toHaveLength(1);
  await Promise.all([first, second]);
  expect(asked).toEqual([['representations_0', 'representations_1', 'representations_2']]);
});
