import type { z } from 'zod';
import type { Log } from '../log/log.ts';
import type { Database, Sql } from '../postgres/database.ts';
import { faultKind } from '../postgres/faults.ts';
import { inTransaction } from '../postgres/transactions.ts';
import { aggregateKey, type Receipt, type SentEvent } from './events.ts';

/** What a service does when it hears of something. */
export interface Subscription {
  readonly sender: string;
  readonly type: string;
  readonly version: number;
  /** Does it, in the transaction in which the event is noted as heard. */
  apply(sql: Sql, event: SentEvent): Promise<void>;
}

/** A subscription whose effect gets the body as its own schema reads it: what it does not need may change at the sender. */
export function subscription<Body>(parts: {
  readonly sender: string;
  readonly type: string;
  readonly version: number;
  readonly body: z.ZodType<Body>;
  readonly effect: (sql: Sql, event: SentEvent, body: Body) => Promise<void>;
}): Subscription {
  const { sender, type, version, body, effect } = parts;
  return {
    sender,
    type,
    version,
    async apply(sql, event) {
      const read = body.safeParse(event.body);
      if (!read.success)
        throw new NotTaken(`${type} ${version} has another shape at ${read.error.issues[0]?.path.join('.') || 'its root'}`);
      await effect(sql, event, read.data);
    },
  };
}

class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

export interface Inbox {
  /**
   * Takes events in their order, each once, whoever brings it how often. An event is noted as heard in the transaction of its
   * effect. A type that nobody here listens to is noted and forgotten.
   *
   * @param completeAsOf with these events all is known until that instant; null when it is not
   * @returns what came of each
   */
  receive(sender: string, events: readonly SentEvent[], completeAsOf: string | null): Promise<readonly Receipt[]>;
}

export function inboxOf(database: Database, subscriptions: readonly Subscription[], log: Log): Inbox {
  const known = new Map(subscriptions.map((one) => [`${one.sender}/${one.type}`, one]));
  const take = (sql: Sql, sender: string, event: SentEvent) => takeOne(sql, sender, event, known.get(`${sender}/${event.type}`));
  return {
    async receive(sender, events, completeAsOf) {
      try {
        return await inTransaction(database, async ({ sql }) => {
          const receipts: Receipt[] = [];
          for (const event of events) receipts.push(await take(sql, sender, event));
          if (completeAsOf) await noteComplete(sql, sender, completeAsOf);
          return receipts;
        });
      } catch (error) {
        if (isPassing(error)) throw error;
        // One of them cannot be taken. The others are taken one by one, except those that come after it.
        return oneByOne(database, events, log, (sql, event) => take(sql, sender, event));
      }
    },
  };
}

async function oneByOne(
  database: Database,
  events: readonly SentEvent[],
  log: Log,
  take: (sql: Sql, event: SentEvent) => Promise<Receipt>,
): Promise<readonly Receipt[]> {
  const refused = new Set<string>();
  const receipts: Receipt[] = [];
  for (const event of events) {
    const aggregate = aggregateKey(event.aggregate);
    if (refused.has(aggregate)) receipts.push({ id: event.id, outcome: 'WAITING' });
    else {
      const receipt = await inTransaction(database, ({ sql }) => take(sql, event)).catch((error): Receipt => refusal(event, error, log));
      if (receipt.outcome === 'REFUSED') refused.add(aggregate);
      receipts.push(receipt);
    }
  }
  return receipts;
}

async function takeOne(sql: Sql, sender: string, event: SentEvent, known: Subscription | undefined): Promise<Receipt> {
  const { id, type, version, aggregate, sequence, occurredAt } = event;
  const outcome = known ? 'APPLIED' : 'IGNORED';
  const [noted] = await sql.query<{ isLate: boolean }>(
    `INSERT INTO inbox (event_id, sender, sequence, type, version, aggregate_kind, aggregate_id, occurred_at, outcome)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
     RETURNING EXISTS (SELECT FROM inbox AS i WHERE i.sender = $2 AND i.aggregate_kind = $6 AND i.aggregate_id = $7 AND i.sequence > $3) AS "isLate"`,
    [id, sender, sequence, type, version, aggregate.kind, aggregate.id, occurredAt, outcome],
  );
  if (!noted) return { id, outcome: 'KNOWN' };
  if (noted.isLate) throw new NotTaken('a later event of the same aggregate was taken before');
  if (!known) return { id, outcome };
  if (known.version !== version) throw new NotTaken(`${type} is known here in version ${known.version}, not ${version}`);
  await known.apply(sql, event);
  return { id, outcome };
}

async function noteComplete(sql: Sql, sender: string, asOf: string): Promise<void> {
  await sql.query(
    `INSERT INTO inbox_sender (sender, complete_as_of) VALUES ($1, $2)
     ON CONFLICT (sender) DO UPDATE SET complete_as_of = greatest(inbox_sender.complete_as_of, excluded.complete_as_of)`,
    [sender, asOf],
  );
}

function refusal({ id, type }: SentEvent, error: unknown, log: Log): Receipt {
  if (isPassing(error)) throw error;
  log.error({ err: error, event: id, type }, 'an event could not be taken');
  return { id, outcome: 'REFUSED', why: error instanceof NotTaken ? error.message : 'its effect failed: see the log of the receiver' };
}

/** A database that is busy or away is nothing that is wrong with an event. */
function isPassing(error: unknown): boolean {
  return ['busy', 'again'].includes(faultKind(error) ?? '') || isLostSession(error);
}

function isLostSession(error: unknown): boolean {
  const { name, message } = error as Error;
  return (
    name === 'QueryRunnerAlreadyReleasedError' ||
    name === 'TransactionNotStartedError' ||
    /Connection terminated|not queryable|Client was closed/.test(message)
  );
}
