import type { Sql } from '../postgres/database.ts';
import { newId, type Uuid } from '../values/ids.ts';
import type { Change } from '../writes/history.ts';
import type { Catalogue, NewEvent } from './events.ts';

/** What a service tells others of its writes. It is asked after every write, so that no write can forget it. */
export interface Publication {
  readonly catalogue: Catalogue;
  /** What happened by these changes, read in their transaction. */
  eventsOf(sql: Sql, changes: readonly Change[]): Promise<readonly NewEvent[]>;
}

/** For a service that nobody listens to. */
export const nothingPublished: Publication = { catalogue: {}, eventsOf: async () => [] };

/** Writes down what happened, in the transaction of the changes: others hear of both or of neither. */
export async function publish(sql: Sql, { catalogue, eventsOf }: Publication, changes: readonly Change[]): Promise<void> {
  if (changes.length > 0) await appendEvents(sql, catalogue, await eventsOf(sql, changes));
}

/** @throws Error for an event that is not in the catalogue or has another shape than it says: a bug, and the write is undone. */
export async function appendEvents(sql: Sql, catalogue: Catalogue, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ type, aggregate, body }) => {
    const known = catalogue[type];
    if (!known) throw new Error(`${type} is not among the events of this service`);
    return { id: newId(), type, version: known.version, kind: aggregate.kind, aggregate: aggregate.id, body: known.body.parse(body) };
  });
  await sql.query(
    `INSERT INTO outbox (event_id, type, version, aggregate_kind, aggregate_id, body)
     SELECT e.id, e.type, e.version, e.kind, e.aggregate, e.body
     FROM ROWS FROM (jsonb_to_recordset($1) AS (id uuid, type text, version int, kind text, aggregate uuid, body jsonb)) WITH ORDINALITY AS
       e(id, type, version, kind, aggregate, body, place) ORDER BY e.place`,
    [JSON.stringify(rows)],
  );
}

/** Any number does, as long as every process of every version uses the same one. */
const aggregateLock = 712_025;

/**
 * Waits until nobody else tells of these aggregates, and keeps others waiting until the transaction ends. Without it two
 * writes at once could be numbered in one order and take place in the other.
 */
export async function holdAggregates(sql: Sql, kind: string, ids: readonly Uuid[]): Promise<void> {
  // In one order for all, so that two that hold several do not wait for each other.
  await sql.query(
    `SELECT pg_advisory_xact_lock($1, hashtext($2 || '/' || id)) FROM (SELECT DISTINCT id FROM unnest($3::text[]) AS id ORDER BY id) AS held`,
    [aggregateLock, kind, [...ids].sort()],
  );
}

/** What was last told of each aggregate. The latest event of an aggregate is never removed. */
export async function lastTold<Body>(sql: Sql, kind: string, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Body>> {
  const rows = await sql.query<{ id: Uuid; body: Body }>(
    `SELECT DISTINCT ON (aggregate_id) aggregate_id AS id, body FROM outbox
     WHERE aggregate_kind = $1 AND aggregate_id = ANY ($2::uuid[]) ORDER BY aggregate_id, sequence DESC`,
    [kind, ids],
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/**
 * Removes what has had its use: events older than the given days that every receiver has, and after which another one of the
 * same aggregate was told. So a new receiver that begins at the beginning still hears where everything stands.
 *
 * @returns how many were removed, a thousand at most
 */
export async function pruneOutbox(sql: Sql, days: number): Promise<number> {
  const removed = await sql.query(
    `DELETE FROM outbox WHERE sequence IN (
       SELECT o.sequence FROM outbox AS o
       WHERE o.occurred_at < now() - make_interval(days => $1)
         AND EXISTS (SELECT FROM outbox_receiver)
         AND NOT EXISTS (SELECT FROM outbox_receiver AS r WHERE (r.transaction, r.sequence) < (o.transaction, o.sequence))
         AND NOT EXISTS (SELECT FROM outbox_held AS h WHERE h.sequence = o.sequence)
         AND EXISTS (SELECT FROM outbox AS later WHERE later.aggregate_kind = o.aggregate_kind AND later.aggregate_id = o.aggregate_id
           AND later.sequence > o.sequence)
       ORDER BY o.transaction, o.sequence LIMIT 1000)
     RETURNING sequence`,
    [days],
  );
  return removed.length;
}
