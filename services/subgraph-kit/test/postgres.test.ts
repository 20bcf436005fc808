import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openLog } from '../src/log/log.ts';
import { openDatabase } from '../src/postgres/database.ts';
import { faultKind, violatedConstraint } from '../src/postgres/faults.ts';
import { migrate, refusePendingMigrations } from '../src/postgres/migrations.ts';
import { inTransaction } from '../src/postgres/transactions.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/test-database.ts';

class CreateShelves1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE shelf (id int PRIMARY KEY, books int NOT NULL CHECK (books >= 0))');
    await runner.query('INSERT INTO shelf VALUES (1, 0), (2, 0)');
  }
  async down(): Promise<void> {}
}

class CreateReaders1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Long enough for two processes that migrate together to meet.
    await runner.query('SELECT pg_sleep(0.3)');
    await runner.query('CREATE TABLE reader (id int PRIMARY KEY)');
  }
  async down(): Promise<void> {}
}

let shelves: TestDatabase;
const log = openLog('test', 'silent');

function openAgain(migrations: (new () => MigrationInterface)[], statementTimeout = 10_000) {
  return openDatabase({ url: shelves.url, applicationName: 'again', rows: [], migrations, log, statementTimeout });
}

beforeAll(async () => {
  shelves = await openTestDatabase({ name: 'kit', rows: [], migrations: [CreateShelves1700000000001] });
});
afterAll(() => shelves.drop());

describe('migrations', () => {
  test('that are pending keep a service from running', async () => {
    const newer = await openAgain([CreateShelves1700000000001, CreateReaders1700000000002]);
    await expect(refusePendingMigrations(newer)).rejects.toThrow('lacks 1 migration(s): run "npm run migrate"');
    await newer.close();
    await expect(refusePendingMigrations(shelves.database)).resolves.toBeUndefined();
  });

  test('run once when two processes start together', async () => {
    const both = await Promise.all([1, 2].map(() => openAgain([CreateShelves1700000000001, CreateReaders1700000000002], 0)));
    const done = await Promise.all(both.map((database) => migrate(database)));
    await Promise.all(both.map((database) => database.close()));
    expect(done.map((names) => names.length).sort()).toEqual([0, 1]);
  });
});

describe('a transaction', () => {
  test('leaves nothing behind when its work fails', async () => {
    const work = inTransaction(shelves.database, async ({ sql }) => {
      await sql.query('UPDATE shelf SET books = 5 WHERE id = 1');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await shelves.database.query('SELECT books FROM shelf WHERE id = 1')).toEqual([{ books: 0 }]);
  });

  test('runs again as a whole when PostgreSQL gave it up for a parallel one', async () => {
    let attempts = 0;
    let bothHaveRead: () => void = () => undefined;
    const barrier = new Promise<void>((resolve) => {
      bothHaveRead = resolve;
    });
    const addBook = () =>
      inTransaction(shelves.database, async ({ sql }) => {
        attempts += 1;
        await sql.query('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
        // However long the other one takes: only what PostgreSQL makes of the two is tried here.
        await sql.query('SET LOCAL lock_timeout = 0');
        const [row] = await sql.query<{ books: number }>('SELECT books FROM shelf WHERE id = 2');
        if (attempts === 2) bothHaveRead();
        await barrier;
        await sql.query('UPDATE shelf SET books = $1 WHERE id = 2', [(row?.books ?? 0) + 1]);
      });
    await Promise.all([addBook(), addBook()]);
    expect(attempts).toBeGreaterThan(2);
    expect(await shelves.database.query('SELECT books FROM shelf WHERE id = 2')).toEqual([{ books: 2 }]);
  });
});

describe('a transaction in which the process stands still for too long', () => {
  test('is not done, and that is a sign of load, not a bug', async () => {
    const error = await inTransaction(shelves.database, async ({ sql }) => {
      await sql.query('UPDATE shelf SET books = 100 WHERE id = 1');
      const [session] = await sql.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await sql.query("SELECT set_config('idle_in_transaction_session_timeout', '10ms', true)");
      const isThere = async () => (await shelves.database.query('SELECT FROM pg_stat_activity WHERE pid = $1', [session?.pid])).length > 0;
      while (await isThere());
      await sql.query('UPDATE shelf SET books = 200 WHERE id = 1');
    }).catch((reason: unknown) => reason);
    expect(faultKind(error)).toBe('busy');
    expect(await shelves.database.query('SELECT books FROM shelf WHERE id = 1 AND books >= 100')).toEqual([]);
  });

  test('is known also by what PostgreSQL itself says of it', () => {
    expect(faultKind({ code: '25P03' })).toBe('busy');
  });
});

describe('a failed statement', () => {
  test('is known by what it means', async () => {
    const failure = async (text: string) => {
      try {
        await shelves.database.query(text);
      } catch (error) {
        return error;
      }
      throw new Error('the statement did not fail');
    };
    const duplicate = await failure('INSERT INTO shelf VALUES (1, 1)');
    expect([faultKind(duplicate), violatedConstraint(duplicate)]).toEqual(['duplicate', 'shelf_pkey']);
    expect(faultKind(await failure('SELECT * FROM nowhere'))).toBeUndefined();
  });

  test('says which one it was, and nothing of whom it was about', async () => {
    const error = await shelves.database.query('SELECT $1::int', ['Ada']).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ query: 'SELECT $1::int', code: '22P02' });
    expect(Object.keys(error as object)).not.toContain('parameters');
  });

  test('leaves its session to the next one', async () => {
    const session = async () => (await shelves.database.query('SELECT pg_backend_pid() AS pid'))[0];
    const before = await session();
    await shelves.database.query('SELECT * FROM nowhere').catch(() => undefined);
    expect([await session(), shelves.database.sessions.busy]).toEqual([before, 0]);
  });

  test('whose session was ended leaves the next one a session that lives', async () => {
    await expect(shelves.database.query('SELECT pg_terminate_backend(pg_backend_pid())')).rejects.toMatchObject({ code: '57P01' });
    expect(await shelves.database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('that takes too long is a sign of load, not a bug', async () => {
    const hasty = await openAgain([], 50);
    const error = await hasty.query('SELECT pg_sleep(2)').catch((reason: unknown) => reason);
    await hasty.close();
    expect(faultKind(error)).toBe('busy');
  });
});
