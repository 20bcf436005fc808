import type { Execution } from './execution.ts';

/** A prepared fetch. Answers nothing when nothing has to be fetched, and never rejects over a subgraph. */
export type Fetching = (execution: Execution) => Promise<unknown> | undefined;
