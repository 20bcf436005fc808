import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';

interface WriteRequest {
  readonly action: string;
  readonly idempotencyKey: string;
  readonly body: unknown;
}

/** What a write did to a thing, for the history: states, names of fields and codes, never a private value. */
export interface Change {
  readonly kind: string;
  readonly id: Uuid;
  readonly fields: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string | null;
}

/** @template Book what the work reads and writes */
export interface Writes<Book> {
  /** Does the work once for each key of the caller, and keeps answer and history with it or nothing at all. */
  once<Answer>(
    viewer: Viewer,
    request: WriteRequest,
    work: (book: Book) => Promise<{ readonly answer: Answer; readonly changes: readonly Change[] }>,
  ): Promise<Answer>;
}
