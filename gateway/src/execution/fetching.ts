import type { GraphQLSchema } from 'graphql';
import type { Execution } from './execution.ts';
import type { PlannedFetch } from './steps.ts';
import type { StrayTaker } from './strays.ts';

/** A prepared fetch. Answers nothing when nothing has to be fetched, and never rejects over a subgraph. */
export type Fetching = (execution: Execution) => Promise<unknown> | undefined;

/** What is known of a plan while its fetches are prepared. */
export interface Setting {
  /** The full supergraph. */
  readonly schema: GraphQLSchema;
  /** Ways to the objects that one fetch alone brings. */
  readonly sole: ReadonlySet<string>;
  /** What takes out of a fetch's objects what only others were asked for. */
  readonly strays: (planned: PlannedFetch) => StrayTaker | undefined;
}
