import { isDeepStrictEqual } from 'node:util';
import type { FetchNode } from '@apollo/query-planner';
import type { FetchStep, Place, PlannedFetch, Step } from './steps.ts';
import { canStandTogether } from './together.ts';

/**
 * The same steps with fewer requests: entity fetches that ask one subgraph at the same time go out as one. Conditions stay
 * where they are, and what changes something is never touched.
 */
export function withSiblingsMerged(step: Step): Step {
  switch (step.kind) {
    case 'sequence':
      return { ...step, steps: step.steps.map(withSiblingsMerged) };
    case 'condition':
      return { ...step, met: step.met && withSiblingsMerged(step.met), unmet: step.unmet && withSiblingsMerged(step.unmet) };
    case 'parallel':
      return side(waiting(headsMerged(step.steps.flatMap(flat))));
    case 'fetch':
      return step;
  }
}

function flat(step: Step): readonly Step[] {
  return step.kind === 'parallel' ? step.steps.flatMap(flat) : [step];
}

function side(steps: readonly Step[]): Step {
  const [first] = steps;
  return steps.length === 1 && first ? first : { kind: 'parallel', steps };
}

/** A fetch, and the steps that wait for it. */
interface Chain {
  readonly head: FetchStep;
  readonly rest: readonly Step[];
}

/** What begins at the same time with the same subgraph begins with one request; what waited for either waits for that. */
function headsMerged(steps: readonly Step[]): Step[] {
  const groups: Chain[][] = [];
  const others: Step[] = [];
  for (const step of steps) {
    const chain = chainOf(step);
    const group = chain && groups.find((one) => mayStandTogether([...one, chain].map(({ head }) => head)));
    if (group) group.push(chain);
    else if (chain) groups.push([chain]);
    else others.push(withSiblingsMerged(step));
  }
  return [...groups.map(chained), ...others];
}

function chainOf(step: Step): Chain | undefined {
  const [head, ...rest] = step.kind === 'sequence' ? step.steps : [step];
  return head?.kind === 'fetch' ? { head, rest } : undefined;
}

function chained(group: readonly Chain[]): Step {
  const head = combined(group.map((chain) => chain.head));
  const rests = group.flatMap(({ rest }) => (rest.length > 0 ? [inTurn(rest)] : []));
  if (rests.length === 0) return head;
  const rest = withSiblingsMerged({ kind: 'parallel', steps: rests });
  return { kind: 'sequence', steps: [head, ...(rest.kind === 'sequence' ? rest.steps : [rest])] };
}

function inTurn(steps: readonly Step[]): Step {
  const [first] = steps;
  return steps.length === 1 && first ? first : { kind: 'sequence', steps };
}

/**
 * A subgraph is asked twice about the same objects when some of its fields need what others know first. Nobody waits for the
 * earlier question, and everybody for the later one: so the earlier goes along with it.
 */
function waiting(steps: readonly Step[]): Step[] {
  return steps.reduce<Step[]>(
    (left, step) => {
      const at = step.kind === 'fetch' ? left.findIndex((other) => other !== step && mayTakeAlong(lastOf(other), step)) : -1;
      if (at < 0 || step.kind !== 'fetch') return left;
      return left.flatMap((other, index) => (other === step ? [] : [index === at ? takingAlong(other, step) : other]));
    },
    [...steps],
  );
}

/** The step that a sequence ends with. */
function lastOf(step: Step): Step | undefined {
  return step.kind === 'sequence' ? step.steps.at(-1) : undefined;
}

function mayTakeAlong(last: Step | undefined, fetch: FetchStep): boolean {
  if (last?.kind === 'parallel') return last.steps.some((one) => mayTakeAlong(one, fetch));
  if (last?.kind === 'sequence') return mayTakeAlong(last.steps.at(-1), fetch);
  if (last?.kind !== 'fetch' || !mayStandTogether([last, fetch])) return false;
  const known = placesOf(last).map(textOf);
  return fetch.parts.every(({ places }) => places.some((place) => known.includes(textOf(place))));
}

function takingAlong(step: Step, fetch: FetchStep): Step {
  if (step.kind === 'fetch') return combined([step, fetch]);
  if (step.kind === 'condition') return step;
  const at = step.kind === 'sequence' ? step.steps.length - 1 : step.steps.findIndex((one) => mayTakeAlong(one, fetch));
  return { ...step, steps: step.steps.map((one, index) => (index === at ? takingAlong(one, fetch) : one)) };
}

function placesOf({ parts }: FetchStep): Place[] {
  return parts.flatMap(({ places }) => places);
}

function textOf(place: Place): string {
  return place.join('.');
}

/** Whether these are questions of queries to one subgraph about entities, and can be put in one document. */
export function mayStandTogether(fetches: readonly FetchStep[]): boolean {
  const nodes = fetches.flatMap(({ parts }) => parts.map(({ node }) => node));
  const [first] = nodes;
  return (
    nodes.every(
      ({ requires, operationKind, serviceName }) => requires && operationKind === 'query' && serviceName === first?.serviceName,
    ) && canStandTogether(nodes)
  );
}

/** One request. What is the same question at several places becomes one question with more objects. */
function combined(fetches: readonly FetchStep[]): FetchStep {
  const parts: PlannedFetch[] = [];
  for (const part of fetches.flatMap((fetch) => fetch.parts)) {
    const at = parts.findIndex(({ node }) => asksTheSame(node, part.node));
    const same = parts[at];
    if (same) parts[at] = { node: same.node, places: [...same.places, ...part.places] };
    else parts.push(part);
  }
  return { kind: 'fetch', parts };
}

function asksTheSame(one: FetchNode, other: FetchNode): boolean {
  return isDeepStrictEqual(question(one), question(other));
}

function question({ operation, operationName, requires, inputRewrites = [], outputRewrites = [] }: FetchNode): unknown[] {
  return [operation.replace(operationName ?? '', ''), requires, inputRewrites, outputRewrites];
}
