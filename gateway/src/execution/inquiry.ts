import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { FetchDocument } from './fetch-document.ts';
import type { Data } from './own.ts';

/** A fetch about entities that others found. */
export interface EntityFetch {
  readonly node: FetchNode;
  /** What the subgraph needs to know of an entity. */
  readonly requires: readonly QueryPlanSelectionNode[];
  readonly document: FetchDocument;
}

/** Representations as JSON, each with every object of the answer that it stands for. */
export type Questions = ReadonlyMap<string, readonly Data[]>;

/** Questions that are put to a subgraph with one document. */
export interface Inquiry {
  readonly document: FetchDocument;
  readonly questions: Questions;
}

/** An inquiry, and which part of a request it belongs to. */
export interface Pending {
  readonly part: number;
  readonly inquiry: Inquiry;
}

/** A subgraph finds no more entities than this in one go; there are more in one answer only when a client asks for pages of pages. */
export const mostAtOnce = 1_000;

/** The same in portions that a subgraph can answer. */
export function inPortions({ document, questions }: Inquiry): Inquiry[] {
  if (questions.size <= mostAtOnce) return questions.size === 0 ? [] : [{ document, questions }];
  const all = [...questions];
  const portions = Math.ceil(all.length / mostAtOnce);
  return Array.from({ length: portions }, (_, index) => ({
    document,
    questions: new Map(all.slice(index * mostAtOnce, (index + 1) * mostAtOnce)),
  }));
}

/** Notes who asks. Equal entities are asked about once. */
export function addAsker(questions: Map<string, Data[]>, representation: string, asker: Data): void {
  const askers = questions.get(representation);
  if (askers) askers.push(asker);
  else questions.set(representation, [asker]);
}
