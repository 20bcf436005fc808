import type { PlanNode } from '@apollo/query-planner';
import type { Execution } from './execution.ts';
import { walkPlan } from './walk-plan.ts';

/** What is to be fetched for an operation, worked out once and carried out for each request. */
export interface FetchProgram {
  /** What may be fetched, for those who count it; nothing for an operation that asks no subgraph. */
  readonly plan: PlanNode | undefined;
  /** Fetches into the execution's data. A fetch that fails leaves errors in the data and stops nobody else, so this never rejects over a subgraph. */
  run(execution: Execution): Promise<void>;
}

/** Makes the program of a plan. */
export function programOf(plan: PlanNode | undefined): FetchProgram {
  return { plan, run: async (execution) => (plan ? walkPlan(execution, plan) : undefined) };
}
