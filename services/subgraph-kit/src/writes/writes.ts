import { NotSignedIn } from '../errors/errors.ts';
import { type Publication, publish } from '../events/outbox.ts';
import type { Texts } from '../graph/texts.ts';
import type { Database, Sql } from '../postgres/database.ts';
import { inTransaction } from '../postgres/transactions.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { appendHistory, type Change } from './history.ts';
import { performOnce, type WriteRequest } from './idempotency.ts';

/** What a piece of work answers, and what it changed. A refusal is an answer that changed nothing. */
export interface Written<Answer> {
  readonly answer: Answer;
  readonly changes: readonly Change[];
}

export interface Writes<Book> {
  /**
   * Does the work once for each key of a caller, in one transaction with the key, the answer, the history and
   * what others are told of it.
   * When the work throws, nothing of it remains and the key is unused.
   */
  once<Answer>(viewer: Viewer, request: WriteRequest, work: (book: Book) => Promise<Written<Answer>>): Promise<Answer>;
}

const signIn: Texts = { fr: 'Connectez-vous pour changer quelque chose.', en: 'Sign in to change anything.' };

/**
 * @param publication what others are told of the service's writes; `nothingPublished` when nobody listens
 * @param bookOf what the service's use cases read and write, bound to one transaction
 * @param patience how long a statement may take and may wait for another transaction, e.g. `5s`, where the work is more than usual
 */
export function writesOn<Book>(database: Database, publication: Publication, bookOf: (sql: Sql) => Book, patience?: string): Writes<Book> {
  return {
    async once(viewer, request, work) {
      // All anonymous callers are one subject: they would get each other's answers.
      if (viewer.isAnonymous) throw new NotSignedIn(signIn[viewer.language]);
      return inTransaction(database, async ({ sql }) => {
        // Whoever sends the same key meanwhile waits for the work as well.
        if (patience) await sql.query(`SELECT set_config('lock_timeout', $1, true), set_config('statement_timeout', $1, true)`, [patience]);
        return performOnce(sql, viewer, request, async () => {
          const { answer, changes } = await work(bookOf(sql));
          await appendHistory(sql, viewer, request.action, changes);
          await publish(sql, publication, changes);
          return answer;
        });
      });
    },
  };
}
