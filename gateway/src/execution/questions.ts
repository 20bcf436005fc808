import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { FieldNode } from 'graphql';
import type { KnownError } from '../errors/known-error.ts';
import type { Execution } from './execution.ts';
import { type FetchDocument, fetchDocument, fieldsAsked, withoutFields } from './fetch-document.ts';
import { markLost } from './lost-fields.ts';
import type { Data } from './own.ts';
import { type Representation, representationOf } from './representations.ts';
import { applyRewrites } from './rewrites.ts';

/** A subgraph finds no more entities than this in one go; there are more in one answer only when a client asks for pages of pages. */
const mostAtOnce = 1_000;

/** One representation on its way to a subgraph, and every object of the answer that it stands for. */
export interface Question {
  readonly representation: Data;
  readonly askers: Data[];
}

/** Questions that are put with the same document. */
export interface Inquiry {
  readonly document: FetchDocument;
  readonly questions: readonly Question[];
}

/**
 * Sorts out what can be asked of a subgraph about entities. Equal entities are asked about once. Where an input was
 * lost, the fields that rest on it get its error and only the others are asked; as a rule there is one inquiry.
 */
export function inquiriesOf(
  execution: Execution,
  fetch: FetchNode,
  requires: readonly QueryPlanSelectionNode[],
  targets: readonly Data[],
): Inquiry[] {
  const inquiries = new Map<string, { document: FetchDocument; questions: Map<string, Question> }>();
  for (const target of targets) {
    const representation = representationOf(execution.supergraph, target, requires);
    if (!representation) continue;
    const lost = [...representation.missing.keys()].sort().join(' ');
    const document = inquiries.get(lost)?.document ?? documentWithout(execution, fetch, representation);
    markDependents(execution, fetch, target, representation, document);
    if (!document) continue;
    const inquiry = inquiries.get(lost) ?? { document, questions: new Map() };
    inquiries.set(lost, inquiry);
    addQuestion(execution, fetch, inquiry.questions, representation.inputs, target);
  }
  return [...inquiries.values()].flatMap(({ document, questions }) =>
    inPortions([...questions.values()]).map((portion) => ({ document, questions: portion })),
  );
}

function inPortions(questions: readonly Question[]): Question[][] {
  const portions = Math.ceil(questions.length / mostAtOnce);
  return Array.from({ length: portions }, (_, index) => questions.slice(index * mostAtOnce, (index + 1) * mostAtOnce));
}

function addQuestion(execution: Execution, fetch: FetchNode, questions: Map<string, Question>, representation: Data, asker: Data): void {
  applyRewrites(execution.supergraph, fetch.inputRewrites, representation);
  const text = JSON.stringify(representation);
  const question = questions.get(text) ?? { representation, askers: [] };
  question.askers.push(asker);
  questions.set(text, question);
}

function documentWithout(execution: Execution, fetch: FetchNode, { missing }: Representation): FetchDocument | undefined {
  const document = fetchDocument(fetch);
  if (missing.size === 0) return document;
  // Without a key, or the type, an entity cannot be named at all.
  if ([...missing.keys()].some((input) => !isOnlyRequired(execution, fetch, document, input))) return undefined;
  return withoutFields(document, (type, field) => errorOf(execution, fetch, type, field, missing) !== undefined);
}

function markDependents(
  execution: Execution,
  fetch: FetchNode,
  target: Data,
  { missing }: Representation,
  document: FetchDocument | undefined,
): void {
  const [first] = missing.values();
  if (!first) return;
  markLost(
    execution.supergraph,
    fetchDocument(fetch),
    target,
    (type, field) => errorOf(execution, fetch, type, field, missing) ?? (document ? undefined : first),
  );
}

/** Whether an input is there for the sake of some fields only, and not as a part of the key. */
function isOnlyRequired(execution: Execution, fetch: FetchNode, document: FetchDocument, input: string): boolean {
  return fieldsAsked(document.selections).some(({ type, field }) =>
    execution.requirements.of(fetch.serviceName, type, field.name.value).has(input),
  );
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
