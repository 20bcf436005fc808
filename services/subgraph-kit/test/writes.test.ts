import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { nothingPublished } from '../src/events/outbox.ts';
import { faultKind } from '../src/postgres/faults.ts';
import { inTransaction } from '../src/postgres/transactions.ts';
import { swapVersion } from '../src/postgres/versions.ts';
import { createWriteTables } from '../src/postgres/write-tables.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/test-database.ts';
import { claimsFor, type TestViewer } from '../src/testing/test-subgraph.ts';
import { newId } from '../src/values/ids.ts';
import { Viewer } from '../src/viewer/viewer.ts';
import { type Writes, writesOn } from '../src/writes/writes.ts';

class CreateLedger1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createWriteTables);
    await runner.query('CREATE TABLE entry (amount int NOT NULL CHECK (amount > 0))');
    await runner.query('CREATE TABLE page (id uuid PRIMARY KEY, version int NOT NULL, line text)');
  }
  async down(): Promise<void> {}
}

interface Ledger {
  add(amount: number): Promise<void>;
  total(): Promise<number>;
}

let own: TestDatabase;
let writes: Writes<Ledger>;
const object = newId();

beforeAll(async () => {
  own = await openTestDatabase({ name: 'writes', rows: [], migrations: [CreateLedger1700000000003] });
  writes = writesOn(own.database, nothingPublished, (sql) => ({
    add: async (amount) => {
      await sql.query('INSERT INTO entry VALUES ($1)', [amount]);
    },
    total: async () => (await sql.query<{ sum: number }>('SELECT coalesce(sum(amount), 0)::int AS sum FROM entry'))[0]?.sum ?? 0,
  }));
});
beforeEach(async () => {
  await own.database.query('TRUNCATE entry, performed_write');
});
afterAll(() => own.drop());

const viewer = (who: TestViewer) => new Viewer(claimsFor('writes', '', { sub: 'ada', client_id: 'console', ...who }));

/** Adds to the ledger and answers its total: a second effect would show in the answer as well. */
function add(amount: number, { key = 'monday', who = {} as TestViewer, action = 'add', body = { amount } as unknown } = {}) {
  return writes.once(viewer(who), { action, idempotencyKey: key, body }, async (ledger) => {
    await ledger.add(amount);
    const change = { kind: 'ledger', id: object, fields: ['total'], from: 'OPEN', to: 'OPEN', why: 'COUNTED' };
    return { answer: { total: await ledger.total() }, changes: [change] };
  });
}

/** As a client does that is told there is no room just now: the same again, with the same key. */
async function patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (faultKind(error) !== 'busy') throw error;
    }
  }
}

const entries = () => own.database.query<{ amount: number }>('SELECT amount FROM entry');

describe('a request that comes again', () => {
  test('two hundred times at once has one effect, and every time the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => patiently(() => add(5))));
    expect(await entries()).toEqual([{ amount: 5 }]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"total":5}']));
  });

  test('gets the answer it got, whatever has changed since', async () => {
    await add(5);
    await add(7, { key: 'tuesday' });
    expect(await add(5)).toEqual({ total: 5 });
    expect(await entries()).toHaveLength(2);
  });

  test('is the same with its fields in another order', async () => {
    await add(5, { body: { amount: 5, of: { page: 1, line: 2 } } });
    await add(5, { body: { of: { line: 2, page: 1 }, amount: 5 } });
    expect(await entries()).toHaveLength(1);
  });

  test.each([
    ['another body', { body: { amount: 6 } }],
    ['another action', { action: 'subtract' }],
  ])('under the key of a request with %s is a conflict', async (_, other) => {
    await add(5);
    await expect(add(5, other)).rejects.toMatchObject({ name: 'Conflict', message: expect.stringContaining('Send a new key') });
    await expect(add(5, { ...other, who: { lang: 'fr' } })).rejects.toThrow('nouvelle clé');
    expect(await entries()).toHaveLength(1);
  });

  test('may bear a key that somebody else has used', async () => {
    await add(5);
    expect(await add(6, { who: { sub: 'grace' } })).toEqual({ total: 11 });
  });

  test('after a failure is a first one', async () => {
    await expect(add(-1)).rejects.toThrow('entry_amount_check');
    expect(await add(5)).toEqual({ total: 5 });
  });
});

describe('a request is refused', () => {
  test.each(['', ' ', 'two words', 'é', 'x'.repeat(201)])('with the key "%s"', async (key) => {
    await expect(add(5, { key })).rejects.toMatchObject({ name: 'InvalidInput' });
    expect(await entries()).toEqual([]);
  });

  test('of someone who has not signed in', async () => {
    await expect(add(5, { who: { sub: 'anonymous' } })).rejects.toMatchObject({ name: 'NotSignedIn' });
  });
});

describe('the history', () => {
  const happened = () => own.database.query<Record<string, unknown>>('SELECT * FROM history ORDER BY sequence');

  test('tells who changed what, through which client and for which country, once for each effect', async () => {
    const before = (await happened()).length;
    const hub = { sub: 'hub-app', client_id: 'hub-app', hub: 'MA', txn: 'r-1' } as TestViewer;
    await add(5, { who: hub });
    await add(5, { who: hub });
    expect((await happened()).slice(before)).toEqual([
      expect.objectContaining({
        actor: 'hub-app',
        client: 'hub-app',
        country: 'MA',
        action: 'add',
        object_kind: 'ledger',
        object_id: object,
        fields: ['total'],
        from_state: 'OPEN',
        to_state: 'OPEN',
        why: 'COUNTED',
      }),
    ]);
  });

  test('tells nothing of what did not happen', async () => {
    const before = await happened();
    const change = { kind: 'ledger', id: object, fields: [], from: 'OPEN', to: 'x', why: null };
    const failing = writes.once(viewer({}), { action: 'add', idempotencyKey: 'k', body: {} }, async (ledger) => {
      await ledger.add(3);
      return { answer: 1n as unknown, changes: [change] };
    });
    await expect(failing).rejects.toThrow('BigInt');
    expect(await happened()).toEqual(before);
    expect(await entries()).toEqual([]);
  });

  test.each(['UPDATE history SET actor = $$nobody$$', 'DELETE FROM history', 'TRUNCATE history'])(
    'cannot be rewritten, not even by the owner: %s',
    async (statement) => {
      await add(5);
      const before = await happened();
      await expect(own.database.query(statement)).rejects.toThrow('history is only ever added to');
      expect(await happened()).toEqual(before);
    },
  );
});

describe('of several who edit the same version', () => {
  const pages = { table: 'page', key: 'id' };

  test('one wins, and the others are told the version there is now', async () => {
    const id = newId();
    await own.database.query('INSERT INTO page VALUES ($1, 1)', [id]);
    const edit = (expected: number) => patiently(() => inTransaction(own.database, ({ sql }) => swapVersion(sql, pages, id, expected)));
    const swaps = await Promise.all(Array.from({ length: 50 }, () => edit(1)));
    expect(swaps.filter(({ swapped }) => swapped)).toEqual([{ swapped: true, current: 2 }]);
    expect(swaps.filter(({ swapped }) => !swapped)).toEqual(Array(49).fill({ swapped: false, current: 2 }));
    expect(await edit(2)).toEqual({ swapped: true, current: 3 });
  });

  test('none wins when the thing is gone', async () => {
    expect(await swapVersion(own.database, pages, newId(), 1)).toEqual({ swapped: false, current: undefined });
  });
});
