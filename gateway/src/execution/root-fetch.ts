import { type Addressee, ask } from './ask.ts';
import { fetchDocument } from './fetch-document.ts';
import type { Fetching, Setting } from './fetching.ts';
import { markLost } from './lost-fields.ts';
import { merge, mergeCopy } from './merge.ts';
import { placeErrors } from './place-errors.ts';
import { finderOf } from './places.ts';
import { applyRewrites } from './rewrites.ts';
import type { PlannedFetch } from './steps.ts';
import { uniteOf } from './unite.ts';

/** Prepares a fetch that asks a subgraph for fields of the query or mutation itself. */
export function rootFetching({ schema, sole, strays }: Setting, planned: PlannedFetch, addressee: Addressee): Fetching {
  const { node, places } = planned;
  const document = fetchDocument(node);
  const find = finderOf(places, sole);
  const takeStrays = strays(planned);
  const unite = uniteOf(schema, planned, sole);
  return async (execution) => {
    const targets = find(execution);
    const [first, ...others] = targets;
    if (!first) return;
    const outcome = await ask(execution, addressee, document.request);
    if ('lost' in outcome) {
      for (const target of targets) markLost(schema, document, target, () => outcome.lost);
      return;
    }
    const { data, errors } = outcome;
    execution.unplaced.push(...placeErrors(data, errors, document.renamed));
    takeStrays?.(data, schema.getRootType(document.operation.operation)?.name ?? '');
    applyRewrites(schema, node.outputRewrites, data);
    unite?.([data], execution.repeated);
    for (const target of others) mergeCopy(target, data, schema);
    merge(first, data, schema);
  };
}
