import type { Sql } from '../postgres/database.ts';
import type { Receipt, SentEvent } from './events.ts';
import type { Place, Reading } from './outbox-reader.ts';

/** How often a refused event is tried before it waits for a person, and how long after the first time, in milliseconds. */
export interface Stubbornness {
  readonly attempts: number;
  readonly firstPause: number;
}

/** A new receiver begins at the beginning. */
export async function enlist(sql: Sql, receivers: readonly string[]): Promise<void> {
  await sql.query('INSERT INTO outbox_receiver (receiver) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [receivers]);
}

/**
 * Moves a receiver on past what was read, and holds what it did not take, in one statement. When the receiver was moved
 * meanwhile, to hear again from an earlier point, it stays there.
 */
export async function moveOn(
  sql: Sql,
  receiver: string,
  { from, to, events }: Reading,
  receipts: ReadonlyMap<string, Receipt>,
  { firstPause }: Stubbornness,
): Promise<void> {
  const held = events.flatMap(({ event }) => {
    const receipt = receipts.get(event.id);
    if (receipt && isTaken(receipt)) return [];
    const isRefused = receipt?.outcome === 'REFUSED';
    return [{ sequence: event.sequence, ...event.aggregate, attempts: isRefused ? 1 : 0, refusal: receipt?.why ?? null }];
  });
  await sql.query(
    `WITH held AS (
       INSERT INTO outbox_held (receiver, sequence, aggregate_kind, aggregate_id, attempts, refusal, next_attempt_at)
       SELECT $1, h.sequence, h.kind, h.id, h.attempts, h.refusal, now() + ${pauseAfter('h.attempts', '$7')}
       FROM jsonb_to_recordset($2) AS h(sequence bigint, kind text, id uuid, attempts int, refusal text)
       ON CONFLICT DO NOTHING)
     UPDATE outbox_receiver SET transaction = $3, sequence = $4, failures = 0, failing_since = NULL, last_failure = NULL, delivered_at = now()
     WHERE receiver = $1 AND transaction = $5 AND sequence = $6`,
    [receiver, JSON.stringify(held), to.transaction, to.sequence, from.transaction, from.sequence, firstPause],
  );
}

/** Lets go of held events that were taken now; the others wait longer each time, and at last for a person. */
export async function settleHeld(
  sql: Sql,
  receiver: string,
  events: readonly SentEvent[],
  receipts: ReadonlyMap<string, Receipt>,
  { attempts, firstPause }: Stubbornness,
): Promise<readonly SentEvent[]> {
  const [taken, refused] = [true, false].map((is) => events.filter(({ id }) => isTaken(receipts.get(id) as Receipt) === is));
  const numbers = (list: readonly SentEvent[] = []) => list.map(({ sequence }) => sequence);
  await sql.query('DELETE FROM outbox_held WHERE receiver = $1 AND sequence = ANY ($2::bigint[])', [receiver, numbers(taken)]);
  const parked = await sql.query<{ sequence: string; parked: boolean }>(
    `UPDATE outbox_held AS h SET attempts = h.attempts + 1, refusal = r.why, next_attempt_at = now() + ${pauseAfter('h.attempts + 1', '$4')},
       parked_at = CASE WHEN h.attempts + 1 >= $3 THEN now() END
     FROM jsonb_to_recordset($2) AS r(sequence bigint, why text) WHERE h.receiver = $1 AND h.sequence = r.sequence
     RETURNING h.sequence, h.parked_at IS NOT NULL AS parked`,
    [
      receiver,
      JSON.stringify(refused?.map(({ id, sequence }) => ({ sequence, why: receipts.get(id)?.why ?? null }))),
      attempts,
      firstPause,
    ],
  );
  const isParked = new Set(parked.filter((row) => row.parked).map((row) => Number(row.sequence)));
  return events.filter(({ sequence }) => isParked.has(sequence));
}

/** Remembers, for whoever looks, that a receiver could not be reached, and why. */
export async function noteFailure(sql: Sql, receiver: string, why: string): Promise<void> {
  await sql.query(
    `UPDATE outbox_receiver SET failures = failures + 1, failing_since = coalesce(failing_since, now()), last_failure = $2 WHERE receiver = $1`,
    [receiver, why],
  );
}

/**
 * Lets a receiver hear again what it should know: everything, or from an event on. What it has had already changes nothing there.
 *
 * @param from number of the first event to hear again; 0 for the beginning
 */
export async function replay(sql: Sql, receiver: string, from: number): Promise<boolean> {
  const [place] = await sql.query<Place>(
    `SELECT transaction::text, (sequence - 1)::text AS sequence FROM outbox WHERE sequence >= $1 ORDER BY transaction, outbox.sequence LIMIT 1`,
    [from],
  );
  const [known] = await sql.query('SELECT FROM outbox_receiver WHERE receiver = $1', [receiver]);
  if (place)
    await sql.query(
      `UPDATE outbox_receiver SET transaction = $2, sequence = $3
       WHERE receiver = $1 AND (transaction, sequence) > ($2::xid8, $3::bigint)`,
      [receiver, place.transaction, place.sequence],
    );
  return known !== undefined;
}

/**
 * Tries parked events of a receiver again, after whatever was wrong has been mended.
 *
 * @param event only this one; all of them when left out
 */
export async function release(sql: Sql, receiver: string, event?: string): Promise<number> {
  const released = await sql.query(
    `UPDATE outbox_held AS h SET parked_at = NULL, attempts = 0, next_attempt_at = now() FROM outbox AS o
     WHERE h.receiver = $1 AND h.parked_at IS NOT NULL AND o.sequence = h.sequence AND ($2::uuid IS NULL OR o.event_id = $2::uuid)
     RETURNING h.sequence`,
    [receiver, event ?? null],
  );
  return released.length;
}

function isTaken({ outcome }: Receipt): boolean {
  return outcome === 'APPLIED' || outcome === 'KNOWN' || outcome === 'IGNORED';
}

/** Twice as long after each attempt, an hour at most, and never the same for two that failed together. */
function pauseAfter(attempts: string, first: string): string {
  return `least(interval '1 hour', interval '1 millisecond' * ${first} * power(2, least(${attempts}, 20))) * (0.5 + random() / 2) * least(${attempts}, 1)`;
}
