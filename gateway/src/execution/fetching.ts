import type { GraphQLSchema } from 'graphql';
import type { Execution } from './execution.ts';

/** A prepared fetch. Answers nothing when nothing has to be fetched, and never rejects over a subgraph. */
export type Fetching = (execution: Execution) => Promise<unknown> | undefined;

/** What is known of a plan while its fetches are prepared. */
export interface Setting {
  /** The full supergraph. */
  readonly schema: GraphQLSchema;
  /** Ways to the objects that one fetch alone brings. */
  readonly sole: ReadonlySet<string>;
}
