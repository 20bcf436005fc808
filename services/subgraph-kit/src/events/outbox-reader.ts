import type { Sql } from '../postgres/database.ts';
import type { SentEvent } from './events.ts';

/** The place of an event in reading order: by transaction first, as PostgreSQL counts them, then by number. */
export interface Place {
  readonly transaction: string;
  readonly sequence: string;
}

interface ReadEvent {
  readonly event: SentEvent;
  readonly place: Place;
  /** An earlier event of the same aggregate has not been taken, or cannot be read yet. */
  readonly mustWait: boolean;
}

export interface Reading {
  readonly from: Place;
  /** In the order in which they happened. */
  readonly events: readonly ReadEvent[];
  /** The last place that was read. */
  readonly to: Place;
  /** The instant until which everything that was committed is read; undefined when something is still ahead. */
  readonly completeAsOf: string | undefined;
}

const columns = `o.event_id AS id, o.type, o.version, jsonb_build_object('kind', o.aggregate_kind, 'id', o.aggregate_id) AS aggregate,
  o.sequence::int8 AS sequence, to_char(o.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "occurredAt", o.body`;
const sameAggregate = (one: string, other: string) =>
  `${one}.aggregate_kind = ${other}.aggregate_kind AND ${one}.aggregate_id = ${other}.aggregate_id`;

type Row = Omit<SentEvent, 'sequence'> & { sequence: string; transaction: string; mustWait: boolean };

/**
 * Reads what a receiver has not had. Only transactions older than every one that is still under way are read: PostgreSQL gives
 * numbers and transactions out before they commit, so whoever reads on from the highest number seen never sees those that
 * commit late. Within what is read, events stand by number, which is their order within each aggregate. A transaction that
 * waited for another one's aggregate may be the older of the two and be readable first: then its event has to wait.
 */
export async function readOn(sql: Sql, receiver: string, limit: number): Promise<Reading> {
  const [state] = await sql.query<Place & { asOf: string; isComplete: boolean; rows: Row[] }>(
    `WITH cursor AS (SELECT transaction, sequence FROM outbox_receiver WHERE receiver = $1),
     batch AS (
       SELECT o.* FROM outbox AS o, cursor AS c
       WHERE (o.transaction, o.sequence) > (c.transaction, c.sequence) AND o.transaction < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY o.transaction, o.sequence LIMIT $2),
     reached AS (
       SELECT transaction, sequence FROM (SELECT transaction, sequence FROM batch UNION ALL SELECT transaction, sequence FROM cursor) AS places
       ORDER BY transaction DESC, sequence DESC LIMIT 1)
     SELECT c.transaction::text, c.sequence::text, to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "asOf",
       NOT EXISTS (SELECT FROM outbox AS o, reached AS r WHERE (o.transaction, o.sequence) > (r.transaction, r.sequence))
         AND NOT EXISTS (SELECT FROM outbox_held AS h WHERE h.receiver = $1) AS "isComplete",
       coalesce((SELECT jsonb_agg(to_jsonb(e) ORDER BY e.number) FROM (
         SELECT ${columns}, o.sequence AS number, o.transaction::text AS transaction,
           EXISTS (SELECT FROM outbox_held AS h WHERE h.receiver = $1 AND ${sameAggregate('h', 'o')} AND h.sequence <= o.sequence)
           OR EXISTS (SELECT FROM outbox AS earlier, reached AS r WHERE ${sameAggregate('earlier', 'o')} AND earlier.sequence < o.sequence
             AND (earlier.transaction, earlier.sequence) > (r.transaction, r.sequence)) AS "mustWait"
         FROM batch AS o) AS e), '[]') AS rows
     FROM cursor AS c`,
    [receiver, limit],
  );
  if (!state) throw new Error(`The outbox knows no receiver ${receiver}`);
  const { rows, asOf, isComplete, transaction, sequence } = state;
  const from = { transaction, sequence };
  const events = rows.map(({ mustWait, transaction: of, ...row }) => ({
    event: eventOf(row),
    place: { transaction: of, sequence: String(row.sequence) },
    mustWait,
  }));
  const to = events.map(({ place }) => place).reduce(later, from);
  return { from, events, to, completeAsOf: isComplete ? asOf : undefined };
}

/** The first held event of each aggregate whose time has come. Those behind it wait for it. */
export async function readHeld(sql: Sql, receiver: string, limit: number): Promise<SentEvent[]> {
  const rows = await sql.query<Omit<SentEvent, 'sequence'> & { sequence: string }>(
    `SELECT ${columns} FROM outbox_held AS h JOIN outbox AS o ON o.sequence = h.sequence JOIN outbox_receiver AS r ON r.receiver = h.receiver
     WHERE h.receiver = $1 AND h.parked_at IS NULL AND h.next_attempt_at <= now()
       AND NOT EXISTS (SELECT FROM outbox_held AS first WHERE first.receiver = h.receiver AND ${sameAggregate('first', 'h')}
         AND first.sequence < h.sequence)
       AND NOT EXISTS (SELECT FROM outbox AS earlier WHERE ${sameAggregate('earlier', 'h')} AND earlier.sequence < h.sequence
         AND (earlier.transaction, earlier.sequence) > (r.transaction, r.sequence))
     ORDER BY h.sequence LIMIT $2`,
    [receiver, limit],
  );
  return rows.map(eventOf);
}

function eventOf(row: Omit<SentEvent, 'sequence'> & { sequence: string | number }): SentEvent {
  return { ...row, sequence: Number(row.sequence) };
}

function later(left: Place, right: Place): Place {
  const transactions = BigInt(left.transaction) - BigInt(right.transaction);
  const isLater = transactions === 0n ? BigInt(left.sequence) > BigInt(right.sequence) : transactions > 0n;
  return isLater ? left : right;
}
