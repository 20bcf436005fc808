import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { enlist, moveOn } from '../../src/events/delivery-book.ts';
import type { Receipt, SentEvent } from '../../src/events/events.ts';
import { appendEvents, pruneOutbox } from '../../src/events/outbox.ts';
import { readOn } from '../../src/events/outbox-reader.ts';
import { openLog } from '../../src/log/log.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { faultKind } from '../../src/postgres/faults.ts';
import { inTransaction } from '../../src/postgres/transactions.ts';
import { openTestDatabase, type TestDatabase } from '../../src/testing/test-database.ts';
import { newId } from '../../src/values/ids.ts';
import { findings } from './findings.ts';
import { CreateLibrary1700000000010, fill, libraryWrites, publication, shelves } from './stand-in/library.ts';

const [attic = '', cellar = '', hall = ''] = shelves;
const stubbornness = { attempts: 3, firstPause: 5 };

let own: TestDatabase;
beforeAll(async () => {
  own = await openTestDatabase({ name: 'library', rows: [], migrations: [CreateLibrary1700000000010] });
});
beforeEach(async () => {
  await own.database.query('TRUNCATE shelf, shelf_change, outbox, outbox_receiver, outbox_held, performed_write');
  await enlist(own.database, ['reading-room']);
});
afterAll(() => own.drop());

const sameDatabase = () => ({ url: own.url, applicationName: 'writers', rows: [], migrations: [], log: openLog('writers', 'silent') });

/** As a client does that is told there is no room just now. */
async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (faultKind(error) !== 'busy') throw error;
    }
  }
}

const told = async () => (await own.database.query<{ n: number }>('SELECT count(*)::int AS n FROM outbox'))[0]?.n;

/** Opens a transaction by hand, so that a test decides when it goes on. */
async function opened() {
  const runner = own.database.source.createQueryRunner();
  await runner.startTransaction();
  const sql = own.database.within(runner.manager);
  // Whoever writes anything has a number from then on.
  await sql.query('SELECT pg_current_xact_id()');
  const tell = (shelf: string, books: number) =>
    appendEvents(sql, publication.catalogue, [
      { type: 'ShelfFilled', aggregate: { kind: 'shelf', id: shelf }, body: { change: newId(), books } },
    ]);
  const commit = async () => {
    await runner.commitTransaction();
    await runner.release();
  };
  return { tell, commit };
}

/** Reads on and takes everything that is ready, as a receiver does that is well. */
async function taken(limit: number): Promise<readonly SentEvent[]> {
  const reading = await readOn(own.database, 'reading-room', limit);
  const ready = reading.events.filter(({ mustWait }) => !mustWait);
  const receipts = new Map(ready.map(({ event }): [string, Receipt] => [event.id, { id: event.id, outcome: 'APPLIED' }]));
  await moveOn(own.database, 'reading-room', reading, receipts, stubbornness);
  return ready.map(({ event }) => event);
}

const takeNext = async () => (await taken(100)).map(({ body }) => (body as { books: number }).books);

/**
 * Waits until so many events may be read, or all of them. The transactions of other tests in the same PostgreSQL keep readers
 * waiting just as ours do.
 */
async function readable(count?: number): Promise<void> {
  for (;;) {
    const [row] = await own.database.query<{ ready: number; all: number }>(
      'SELECT count(*) FILTER (WHERE transaction < pg_snapshot_xmin(pg_current_snapshot()))::int AS ready, count(*)::int AS all FROM outbox',
    );
    if (row && row.ready === (count ?? row.all)) return;
    await pause(5);
  }
}

/** The reader everybody writes first: on from the highest number seen. */
function naiveReader() {
  let last = 0;
  return async () => {
    const rows = await own.database.query<{ sequence: string; event_id: string }>(
      'SELECT sequence, event_id FROM outbox WHERE sequence > $1 ORDER BY sequence',
      [last],
    );
    last = Number(rows.at(-1)?.sequence ?? last);
    return rows.map(({ event_id }) => event_id);
  };
}

describe('what a write tells', () => {
  test('is written down with the change, or not at all when the change is given up', async () => {
    const writes = libraryWrites(own.database);
    await fill(writes, attic);
    await expect(
      fill(writes, attic, async () => {
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await told()).toBe(1);
    expect(await own.database.query('SELECT FROM shelf_change')).toHaveLength(1);
  });

  test('must be in the catalogue, in the shape that stands there, or the change is undone', async () => {
    const wrong = (type: string, body: object) =>
      inTransaction(own.database, ({ sql }) =>
        appendEvents(sql, publication.catalogue, [{ type, aggregate: { kind: 'shelf', id: attic }, body }]),
      );
    await expect(wrong('ShelfBurnt', {})).rejects.toThrow('not among the events');
    await expect(wrong('ShelfFilled', { books: 1, change: newId(), reader: 'Ada' })).rejects.toThrow();
    expect(await told()).toBe(0);
  });
});

describe('a reader of the outbox', () => {
  test('misses what commits late when it goes on from the highest number, and ours does not', async () => {
    const naive = naiveReader();
    const slow = await opened();
    await slow.tell(attic, 1);
    const quick = await opened();
    await quick.tell(cellar, 2);
    await quick.commit();
    expect(await naive()).toHaveLength(1);
    expect(await takeNext()).toEqual([]);
    await slow.commit();
    await readable();
    expect(await naive()).toEqual([]);
    expect(await takeNext()).toEqual([1, 2]);
  });

  test('keeps the order of an aggregate when the older transaction comes second', async () => {
    const waited = await opened();
    const bystander = await opened();
    const first = await opened();
    await first.tell(attic, 1);
    await first.commit();
    await waited.tell(attic, 2);
    await waited.commit();
    // The second event is below everything that is under way, the first one is not.
    await readable(1);
    expect(await takeNext()).toEqual([]);
    await bystander.commit();
    await readable();
    expect(await takeNext()).toEqual([1]);
    expect(await own.database.query('SELECT FROM outbox_held')).toHaveLength(1);
  });

  test('says that nothing is missing only when nothing is', async () => {
    const slow = await opened();
    await slow.tell(attic, 1);
    const quick = await opened();
    await quick.tell(cellar, 1);
    await quick.commit();
    expect((await readOn(own.database, 'reading-room', 10)).completeAsOf).toBeUndefined();
    await slow.commit();
    await readable();
    expect((await readOn(own.database, 'reading-room', 1)).completeAsOf).toBeUndefined();
    expect((await readOn(own.database, 'reading-room', 10)).completeAsOf).toBeDefined();
  });

  test('gets each of two hundred writes at once, and each once', async () => {
    // Writers of their own sessions, so that nobody waits for anything but each other's commits.
    const many = await openDatabase({ ...sameDatabase(), poolSize: 40 });
    const writes = libraryWrites(many);
    const isOver = new AbortController();
    const ours: string[] = [];
    const reading = (async () => {
      while (!isOver.signal.aborted) ours.push(...(await taken(7)).map(({ id }) => id));
    })();
    const more = shelves.concat(Array.from({ length: 192 }, () => newId()));
    await Promise.all(more.map((shelf, index) => patiently(() => fill(writes, shelf, () => pause((index * 7) % 23)))));
    isOver.abort();
    await reading;
    await readable();
    for (let last = await taken(50); last.length > 0; last = await taken(50)) ours.push(...last.map(({ id }) => id));
    await many.close();
    const all = await own.database.query<{ id: string }>('SELECT event_id AS id FROM outbox');
    expect(ours.sort()).toEqual(all.map(({ id }) => id).sort());
    expect(ours).toHaveLength(200);
  });
});

describe('what was told', () => {
  test('goes when all have it and something later was told, and never the last word on anything', async () => {
    const writes = libraryWrites(own.database);
    for (const shelf of [attic, attic, cellar]) await fill(writes, shelf);
    await own.database.query(`UPDATE outbox SET occurred_at = now() - interval '31 days'`);
    expect(await pruneOutbox(own.database, 30)).toBe(0);
    await readable();
    await takeNext();
    expect(await pruneOutbox(own.database, 30)).toBe(1);
    expect(await told()).toBe(2);
    await fill(writes, hall);
    expect(await pruneOutbox(own.database, 30)).toBe(0);
  });

  test('stands in the outbox for each change once', async () => {
    const writes = libraryWrites(own.database);
    await Promise.all(Array.from({ length: 20 }, () => fill(writes, attic)));
    const nothingDone = { query: async () => [] };
    expect(await findings(own.database, nothingDone)).toMatchObject({ committed: 20, told: 20, untold: 0, invented: 0, lost: 20 });
  });
});
