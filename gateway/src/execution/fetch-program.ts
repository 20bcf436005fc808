import type { PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { entityFetching, type MeetingSetting } from './entity-fetch.ts';
import type { Execution } from './execution.ts';
import type { Fetching } from './fetching.ts';
import { withMeetings } from './meetings.ts';
import { rootFetching } from './root-fetch.ts';
import { withSiblingsMerged } from './siblings.ts';
import { solelyBrought } from './solely-brought.ts';
import { addresseeOf, type FetchStep, type Step, stepsOf } from './steps.ts';
import { strayTakers } from './strays.ts';

/** What is to be fetched for an operation, worked out once and carried out for each request. */
export interface FetchProgram {
  /** What may be fetched, for those who count it; nothing for an operation that asks no subgraph. */
  readonly plan: Step | undefined;
  /** Fetches into the execution's data. A fetch that fails leaves errors in the data and stops nobody else, so this never rejects over a subgraph. */
  run(execution: Execution): Promise<void>;
}

/**
 * Makes the program of a plan.
 *
 * @param supergraph that the plan was made for, hidden elements included
 */
export function programOf(plan: PlanNode | undefined, supergraph: GraphQLSchema): FetchProgram {
  const steps = plan && withMeetings(withSiblingsMerged(stepsOf(plan)));
  const run =
    steps &&
    prepared({ schema: supergraph, sole: solelyBrought(steps), strays: strayTakers(supergraph, steps), meetings: new Map() }, steps);
  return {
    plan: steps,
    run: async (execution) => {
      await run?.(execution);
    },
  };
}

function prepared(setting: MeetingSetting, step: Step): Fetching {
  switch (step.kind) {
    case 'sequence':
      return inTurn(step.steps.map((one) => prepared(setting, one)));
    case 'parallel':
      return atOnce(step.steps.map((one) => prepared(setting, one)));
    case 'condition':
      return either(step.variable, step.met && prepared(setting, step.met), step.unmet && prepared(setting, step.unmet));
    case 'fetch':
      return fetching(setting, step);
  }
}

function inTurn(steps: readonly Fetching[]): Fetching {
  return async (execution) => {
    for (const step of steps) await step(execution);
  };
}

function atOnce(steps: readonly Fetching[]): Fetching {
  return (execution) => Promise.all(steps.map((step) => step(execution)));
}

function either(variable: string, met: Fetching | undefined, unmet: Fetching | undefined): Fetching {
  return (execution) => (execution.coerced[variable] === true ? met : unmet)?.(execution);
}

function fetching(setting: MeetingSetting, step: FetchStep): Fetching {
  const [first] = step.parts;
  if (!first) throw new Error('a request of the plan asks nothing');
  return first.node.requires ? entityFetching(setting, step) : rootFetching(setting, first, addresseeOf(step));
}
