import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import type { Change, Writes } from './write-ports.ts';

/** What a rule said about a request: the thing that is changed with its history, or why nothing is. */
export type Verdict<Reason> =
  | { readonly accepted: true; readonly id: Uuid; readonly changes: readonly Change[] }
  | { readonly accepted: false; readonly reason: Reason };

/** What the caller is told, the same each time the same key is sent. */
export type Changed<Reason> = { readonly changed: Uuid } | { readonly refused: Reason };

/** Carries a request out once for its key, in one transaction with its history. */
export function changeOnce<Book, Reason>(
  writes: Writes<Book>,
  viewer: Viewer,
  action: string,
  { idempotencyKey, ...body }: { readonly idempotencyKey: string },
  decide: (book: Book) => Promise<Verdict<Reason>>,
): Promise<Changed<Reason>> {
  return writes.once<Changed<Reason>>(viewer, { action, idempotencyKey, body }, async (book) => {
    const verdict = await decide(book);
    if (!verdict.accepted) return { answer: { refused: verdict.reason }, changes: [] };
    return { answer: { changed: verdict.id }, changes: verdict.changes };
  });
}

/** One thing that went from one state to another. */
export function moved(
  kind: string,
  id: Uuid,
  fields: readonly string[],
  from: string | null,
  to: string,
  why: string | null = null,
): Verdict<never> {
  return { accepted: true, id, changes: [{ kind, id, fields, from, to, why }] };
}
