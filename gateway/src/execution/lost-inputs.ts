import type { FetchNode } from '@apollo/query-planner';
import type { FieldNode } from 'graphql';
import type { KnownError } from '../errors/known-error.ts';
import type { Execution } from './execution.ts';
import { type FetchDocument, fieldsAsked, withoutFields } from './fetch-document.ts';
import { addAsker, type EntityFetch, type Inquiry } from './inquiry.ts';
import { markLost } from './lost-fields.ts';
import { type Data, own } from './own.ts';
import { type Representation, representationOf } from './representations.ts';
import { applyRewrites } from './rewrites.ts';

/**
 * Sorts out what can be asked about entities of which an input was lost: the fields that rest on it get its error, and
 * only the others are asked.
 */
export function inquiriesWithoutLost(execution: Execution, fetch: EntityFetch, targets: readonly Data[]): Inquiry[] {
  const inquiries = new Map<string, { document: FetchDocument; questions: Map<string, Data[]> }>();
  for (const target of targets) {
    const representation = representationOf(execution.supergraph, target, fetch.requires);
    if (!representation) continue;
    const lost = [...representation.missing.keys()].sort().join(' ');
    const document = inquiries.get(lost)?.document ?? documentWithout(execution, fetch, representation);
    markDependents(execution, fetch, target, representation, document);
    if (!document) continue;
    const inquiry = inquiries.get(lost) ?? { document, questions: new Map() };
    inquiries.set(lost, inquiry);
    applyRewrites(execution.supergraph, fetch.node.inputRewrites, representation.inputs);
    addAsker(inquiry.questions, JSON.stringify(representation.inputs), target);
  }
  return [...inquiries.values()];
}

function documentWithout(execution: Execution, fetch: EntityFetch, { inputs, missing }: Representation): FetchDocument | undefined {
  const { document, node } = fetch;
  if (missing.size === 0) return document;
  // Without a key, or the type, an entity cannot be named at all.
  const isNameless = [...missing.keys()].some((input) => !isOnlyRequired(execution, node, document, input));
  if (isNameless && !hasWholeKey(execution, node, inputs, missing)) return undefined;
  return withoutFields(document, (type, field) => errorOf(execution, node, type, field, missing) !== undefined);
}

function markDependents(
  execution: Execution,
  fetch: EntityFetch,
  target: Data,
  { missing }: Representation,
  document: FetchDocument | undefined,
): void {
  const [first] = missing.values();
  if (!first) return;
  markLost(
    execution.supergraph,
    fetch.document,
    target,
    (type, field) => errorOf(execution, fetch.node, type, field, missing) ?? (document ? undefined : first),
  );
}

/** Whether an input is there for the sake of some fields only, and not as a part of the key. */
function isOnlyRequired(execution: Execution, fetch: FetchNode, document: FetchDocument, input: string): boolean {
  return fieldsAsked(document.selections).some(({ type, field }) =>
    execution.requirements.of(fetch.serviceName, type, field.name.value).has(input),
  );
}

/** The planner puts the keys for several fields together, and fetches some of them under the condition of one: one key is enough. */
function hasWholeKey(execution: Execution, { serviceName }: FetchNode, inputs: Data, missing: ReadonlyMap<string, KnownError>): boolean {
  const type = own(inputs, '__typename');
  if (typeof type !== 'string') return false;
  const isThere = (path: string) => Object.hasOwn(inputs, path.split('.', 1)[0] ?? '') && !missing.has(path);
  return execution.requirements.keysOf(serviceName, type).some((key) => key.every(isThere));
}

function errorOf(
  execution: Execution,
  fetch: FetchNode,
  type: string,
  field: FieldNode,
  missing: ReadonlyMap<string, KnownError>,
): KnownError | undefined {
  const inputs = execution.requirements.of(fetch.serviceName, type, field.name.value);
  for (const [input, error] of missing) if (inputs.has(input)) return error;
  return undefined;
}
