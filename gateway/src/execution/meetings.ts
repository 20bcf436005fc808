import { mayStandTogether } from './siblings.ts';
import { type FetchStep, hopsOf, type Step } from './steps.ts';

/** A fetch, and how many fetches at most are behind it. */
interface Turn {
  readonly fetch: FetchStep;
  readonly turn: number;
}

/**
 * The same steps, in which fetches of different branches that ask one subgraph about entities in the same turn have a meeting
 * in common. What stands under a condition may never come, and meets nobody.
 */
export function withMeetings(step: Step): Step {
  const meetings: Turn[][] = [];
  for (const one of turnsOf(step, 0)) {
    const meeting = meetings.find(([first]) => first?.turn === one.turn && mayStandTogether([first.fetch, one.fetch]));
    if (meeting && mayStandTogether([...meeting, one].map(({ fetch }) => fetch))) meeting.push(one);
    else meetings.push([one]);
  }
  const numbers = new Map<Step, number>();
  for (const [number, turns] of meetings.filter(({ length }) => length > 1).entries())
    for (const { fetch } of turns) numbers.set(fetch, number + 1);
  return numbers.size > 0 ? numbered(step, numbers) : step;
}

function turnsOf(step: Step, turn: number): Turn[] {
  switch (step.kind) {
    case 'fetch':
      return [{ fetch: step, turn }];
    case 'parallel':
      return step.steps.flatMap((one) => turnsOf(one, turn));
    case 'sequence': {
      let next = turn;
      return step.steps.flatMap((one) => {
        const turns = turnsOf(one, next);
        next += hopsOf(one);
        return turns;
      });
    }
    case 'condition':
      return [];
  }
}

function numbered(step: Step, numbers: ReadonlyMap<Step, number>): Step {
  if (step.kind === 'sequence' || step.kind === 'parallel') return { ...step, steps: step.steps.map((one) => numbered(one, numbers)) };
  const meeting = numbers.get(step);
  return step.kind === 'fetch' && meeting !== undefined ? { ...step, meeting } : step;
}
