import type { Sql } from '../postgres/database.ts';

/** How the events of a service stand, for operators. Numbers, names and ids only: nothing of what the events say. */
export interface EventStatus {
  readonly receivers: readonly {
    readonly receiver: string;
    /** Events it has not had. */
    readonly waiting: number;
    /** Age of the oldest of them in seconds; null when there is none. */
    readonly oldestSeconds: number | null;
    /** Deliveries that failed in a row, and why the last one did. */
    readonly failures: number;
    readonly lastFailure: string | null;
    /** Events it refused and those behind them; and the ones that were refused too often. */
    readonly held: number;
    readonly parked: readonly {
      readonly event: string;
      readonly type: string;
      /** Its place in the outbox, to tell again from. */
      readonly number: number;
      /** What it happened to, kind and id. */
      readonly aggregate: string;
      readonly attempts: number;
      readonly parkedAt: string;
      readonly refusal: string | null;
    }[];
  }[];
  readonly senders: readonly { readonly sender: string; readonly completeAsOf: string | null; readonly taken: number }[];
}

export async function outboxStatus(sql: Sql): Promise<EventStatus['receivers']> {
  return sql.query<EventStatus['receivers'][number]>(
    `SELECT r.receiver, ahead.waiting::int, ahead.oldest::float8 AS "oldestSeconds", r.failures, r.last_failure AS "lastFailure",
       (SELECT count(*)::int FROM outbox_held AS h WHERE h.receiver = r.receiver) AS held,
       coalesce((SELECT jsonb_agg(jsonb_build_object('event', o.event_id, 'type', o.type, 'number', o.sequence, 'aggregate', o.aggregate_kind || '/' || o.aggregate_id,
           'attempts', h.attempts, 'parkedAt', to_char(h.parked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'refusal', h.refusal) ORDER BY h.sequence)
         FROM outbox_held AS h JOIN outbox AS o USING (sequence) WHERE h.receiver = r.receiver AND h.parked_at IS NOT NULL), '[]') AS parked
     FROM outbox_receiver AS r, LATERAL (
       SELECT count(*) AS waiting, extract(epoch FROM now() - min(o.occurred_at)) AS oldest FROM outbox AS o
       WHERE (o.transaction, o.sequence) > (r.transaction, r.sequence)) AS ahead
     ORDER BY r.receiver`,
  );
}

export async function inboxStatus(sql: Sql): Promise<EventStatus['senders']> {
  return sql.query<EventStatus['senders'][number]>(
    `SELECT s.sender, to_char(s.complete_as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "completeAsOf",
       (SELECT count(*)::int FROM inbox AS i WHERE i.sender = s.sender) AS taken
     FROM inbox_sender AS s ORDER BY s.sender`,
  );
}
