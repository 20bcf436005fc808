import type { FetchNode } from '@apollo/query-planner';
import { ask } from './ask.ts';
import type { Execution } from './execution.ts';
import { fetchDocument } from './fetch-document.ts';
import { markLost } from './lost-fields.ts';
import { copyOf, merge } from './merge.ts';
import type { Data } from './own.ts';
import { placeErrors } from './place-errors.ts';
import { applyRewrites } from './rewrites.ts';

/** Asks a subgraph for fields of the query or mutation itself. */
export async function fetchRoot(
  execution: Execution,
  fetch: FetchNode,
  path: readonly (string | number)[],
  targets: readonly Data[],
): Promise<void> {
  const document = fetchDocument(fetch);
  const outcome = await ask(execution, fetch, path);
  if ('lost' in outcome) {
    for (const target of targets) markLost(execution.supergraph, document, target, () => outcome.lost);
    return;
  }
  execution.unplaced.push(...placeErrors(outcome.data, outcome.errors, document.renamed));
  applyRewrites(execution.supergraph, fetch.outputRewrites, outcome.data);
  for (const target of targets) merge(target, copyOf(outcome.data) as Data);
}
