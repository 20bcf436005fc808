import { createHash } from 'node:crypto';
import { Conflict, InvalidInput } from '../errors/errors.ts';
import type { Texts } from '../graph/texts.ts';
import type { Sql } from '../postgres/database.ts';
import type { Viewer } from '../viewer/viewer.ts';

/** One request to change something. The same key with the same action and body is the same request, sent again. */
export interface WriteRequest {
  /** What is to be done, e.g. `openShelf`. */
  readonly action: string;
  /** Chosen by the caller, 1 to 200 printable signs without spaces. */
  readonly idempotencyKey: string;
  /** All that the caller sent besides the key; anything that JSON can hold. */
  readonly body: unknown;
}

const keyUnreadable: Texts = {
  fr: 'Une clé d’idempotence a 1 à 200 lettres, chiffres ou signes sans espace, par exemple un UUID.',
  en: 'An idempotency key has 1 to 200 letters, digits or signs without spaces, for example a UUID.',
};
const keyUsed: Texts = {
  fr: 'Cette clé d’idempotence a déjà servi à une autre demande. Envoyez celle-ci avec une nouvelle clé.',
  en: 'This idempotency key was used for another request. Send a new key with this one.',
};

/**
 * Performs a request once in the transaction at hand: key, effect and answer stand or fall together. Whoever sends the key
 * again gets the answer as it was given. The row of the key is inserted before anything else, so that of several equal
 * requests at once all but the first wait at its unique key until that one has committed or has left no trace.
 *
 * @returns the answer as JSON gives it back, the first time too.
 * @throws InvalidInput for a key that is none; Conflict when this caller used the key for something else.
 */
export async function performOnce<Answer>(
  sql: Sql,
  viewer: Viewer,
  { action, idempotencyKey, body }: WriteRequest,
  perform: () => Promise<Answer>,
): Promise<Answer> {
  if (!/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) throw new InvalidInput(keyUnreadable[viewer.language]);
  const key = [viewer.subject, idempotencyKey];
  const bodyHash = createHash('sha256')
    .update(JSON.stringify([action, body], inOrder))
    .digest('hex');
  const [fresh] = await sql.query(
    'INSERT INTO performed_write (requested_by, idempotency_key, body_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING body_hash',
    [...key, bodyHash],
  );
  if (!fresh) return answerGiven(sql, viewer, key, bodyHash);
  const [kept] = await sql.query<{ answer: Answer }>(
    'UPDATE performed_write SET answer = $3 WHERE requested_by = $1 AND idempotency_key = $2 RETURNING answer',
    [...key, JSON.stringify(await perform())],
  );
  return (kept as { answer: Answer }).answer;
}

async function answerGiven<Answer>(sql: Sql, viewer: Viewer, key: readonly string[], bodyHash: string): Promise<Answer> {
  const [earlier] = await sql.query<{ bodyHash: string; answer: Answer }>(
    'SELECT body_hash AS "bodyHash", answer FROM performed_write WHERE requested_by = $1 AND idempotency_key = $2',
    key,
  );
  if (earlier?.bodyHash !== bodyHash) throw new Conflict(keyUsed[viewer.language]);
  return earlier.answer;
}

/** Two bodies that say the same are the same, whatever the order of their fields. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
