import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log/log.ts';
import type { Database, Sql } from '../postgres/database.ts';
import { DeliveryFailed, deliver, type Receiver } from './deliver.ts';
import { enlist, moveOn, noteFailure, type Stubbornness, settleHeld } from './delivery-book.ts';
import type { Receipt, SentEvent } from './events.ts';
import { pruneOutbox } from './outbox.ts';
import { readHeld, readOn } from './outbox-reader.ts';

/** How often the relay looks and how much it takes at once. All times in milliseconds. */
export interface Pace extends Stubbornness {
  /** Between two looks when there was nothing to do. */
  readonly idle: number;
  /** Longest time without a word to a receiver that knows everything. */
  readonly heartbeat: number;
  /** After a receiver could not be reached the first time; twice as long after each further one. */
  readonly retry: number;
  readonly longestRetry: number;
  /** Events in one delivery at most. */
  readonly batch: number;
}

export const usualPace: Pace = { idle: 250, heartbeat: 15_000, retry: 200, longestRetry: 30_000, batch: 200, attempts: 8, firstPause: 200 };

interface RelayParts {
  readonly database: Database;
  /** Name of this service, as receivers know it. */
  readonly sender: string;
  readonly receivers: readonly Receiver[];
  readonly log: Log;
  readonly pace?: Partial<Pace> | undefined;
}

/** Any number does, as long as every process of every version uses the same one. */
const relayLock = 7_120_251_125;

/** After so many days an event that was followed by a later one of its aggregate is removed. */
const daysKept = 30;
const pruneEvery = 3_600_000;

/**
 * Brings what stands in the outbox to every receiver, at least once and in order within each aggregate, until it is stopped.
 * It looks by itself and is not called by writes: a stopped receiver, or a stopped relay, never slows a write down. Of several
 * processes of a service one relays at a time.
 *
 * @returns how to stop it; what is under way is finished
 */
export function startRelay(parts: RelayParts): () => Promise<void> {
  const stop = new AbortController();
  const pace = { ...usualPace, ...parts.pace };
  const running = relayUntil(stop.signal, parts, pace);
  return async () => {
    stop.abort();
    await running;
  };
}

async function relayUntil(stopped: AbortSignal, parts: RelayParts, pace: Pace): Promise<void> {
  const { database, receivers, log } = parts;
  while (!stopped.aborted) {
    try {
      await whileItIsOurTurn(database, async (sql) => {
        await enlist(
          sql,
          receivers.map(({ name }) => name),
        );
        const lost = new AbortController();
        const end = AbortSignal.any([stopped, lost.signal]);
        const rounds = receivers.map((receiver) => new Round(parts, pace, receiver, sql).until(end));
        // One session carries all of it: when it fails for one it is gone for all.
        for (const round of rounds) round.catch(() => lost.abort());
        const [failed] = (await Promise.allSettled([...rounds, prune(end, sql)])).filter((one) => one.status === 'rejected');
        if (failed) throw failed.reason;
      });
    } catch (error) {
      log.warn({ err: error }, 'the relay lost its database and begins anew');
    }
    await rest(jittered(pace.idle * 2), stopped);
  }
}

/** The lock belongs to a session, so that it falls with the process or the database and nobody has to wait for a time to pass. */
async function whileItIsOurTurn(database: Database, work: (sql: Sql) => Promise<void>): Promise<void> {
  const runner = database.source.createQueryRunner();
  try {
    const sql = database.within(runner.manager);
    const [lock] = await sql.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [relayLock]);
    if (!lock?.taken) return;
    try {
      await work(sql);
    } finally {
      await sql.query('SELECT pg_advisory_unlock($1)', [relayLock]).catch(() => undefined);
    }
  } finally {
    await runner.release().catch(() => undefined);
  }
}

async function prune(end: AbortSignal, sql: Sql): Promise<void> {
  while (!end.aborted) {
    await rest(jittered(pruneEvery), end);
    if (!end.aborted) await pruneOutbox(sql, daysKept);
  }
}

/** The relay's work for one receiver. */
class Round {
  private failures = 0;
  private limit: number;
  private lastWord = 0;

  constructor(
    private readonly parts: RelayParts,
    private readonly pace: Pace,
    private readonly receiver: Receiver,
    private readonly sql: Sql,
  ) {
    this.limit = pace.batch;
  }

  async until(end: AbortSignal): Promise<void> {
    while (!end.aborted) {
      try {
        const hadMore = await this.deliverNext();
        this.failures = 0;
        this.limit = Math.min(this.limit * 2, this.pace.batch);
        if (!hadMore) await rest(jittered(this.pace.idle), end);
      } catch (error) {
        if (!(error instanceof DeliveryFailed)) throw error;
        await this.noteFailure(error);
        await rest(jittered(Math.min(this.pace.retry * 2 ** (this.failures - 1), this.pace.longestRetry)), end);
      }
    }
  }

  /** @returns whether there may be more to do at once */
  private async deliverNext(): Promise<boolean> {
    const held = await readHeld(this.sql, this.receiver.name, this.limit);
    if (held.length > 0) this.sayParked(await settleHeld(this.sql, this.receiver.name, held, await this.send(held, null), this.pace));

    const reading = await readOn(this.sql, this.receiver.name, this.limit);
    const ready = reading.events.filter(({ mustWait }) => !mustWait).map(({ event }) => event);
    if (reading.events.length === 0 && !(reading.completeAsOf && this.isTimeForAWord())) return held.length > 0;
    const complete = ready.length === reading.events.length ? reading.completeAsOf : undefined;
    const receipts = ready.length > 0 || complete ? await this.send(ready, complete ?? null) : new Map<string, Receipt>();
    await moveOn(this.sql, this.receiver.name, reading, receipts, this.pace);
    return held.length > 0 || reading.events.length > 0;
  }

  private async send(events: readonly SentEvent[], completeAsOf: string | null): Promise<ReadonlyMap<string, Receipt>> {
    const receipts = await deliver(this.parts.sender, this.receiver, events, completeAsOf);
    this.lastWord = performance.now();
    return receipts;
  }

  private isTimeForAWord(): boolean {
    return performance.now() - this.lastWord >= this.pace.heartbeat;
  }

  private async noteFailure({ message }: DeliveryFailed): Promise<void> {
    this.failures += 1;
    // What is too much for the receiver at once may not be too much in parts.
    this.limit = Math.max(1, Math.floor(this.limit / 2));
    await noteFailure(this.sql, this.receiver.name, message);
    if (this.failures === 1)
      this.parts.log.warn({ receiver: this.receiver.name, reason: message }, 'a receiver of events cannot be reached');
  }

  private sayParked(parked: readonly SentEvent[]): void {
    for (const { id, type } of parked)
      this.parts.log.error({ receiver: this.receiver.name, event: id, type }, 'an event was refused too often and waits for a person');
  }
}

/** Between half and all of a time, so that those who failed together do not come back together. */
function jittered(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random() / 2);
}

async function rest(milliseconds: number, end: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal: end, ref: false }).catch(() => undefined);
}
