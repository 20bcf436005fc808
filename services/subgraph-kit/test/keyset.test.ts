import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type CursorColumns, Keyset } from '../src/pagination/keyset.ts';
import type { PageArgs } from '../src/pagination/page-args.ts';
import { SqlParameters } from '../src/postgres/sql-parameters.ts';
import { openTestDatabase, type TestDatabase } from '../src/testing/test-database.ts';

class CreateBooks1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE book (id uuid PRIMARY KEY, title text NOT NULL)');
    // Ten titles for forty books: the order needs the id to be stable.
    await runner.query(`INSERT INTO book SELECT uuidv7(), 'title ' || (n % 10) FROM generate_series(1, 40) n`);
  }
  async down(): Promise<void> {}
}

interface BookRow extends CursorColumns {
  id: string;
}

const up = new Keyset('books by title', [
  { sql: 'book.title', type: 'text' },
  { sql: 'book.id', type: 'uuid' },
]);
const down = new Keyset(
  'books by title, last first',
  [
    { sql: 'book.title', type: 'text' },
    { sql: 'book.id', type: 'uuid' },
  ],
  'DESC',
);

let library: TestDatabase;
beforeAll(async () => {
  library = await openTestDatabase({ name: 'keyset', rows: [], migrations: [CreateBooks1700000000001] });
});
afterAll(() => library.drop());

async function read(keyset: Keyset, args: PageArgs) {
  const page = keyset.page(args);
  const parameters = new SqlParameters();
  const rows = await library.database.query<BookRow>(
    `SELECT book.id, ${keyset.select} FROM book WHERE ${page.where(parameters)} ORDER BY ${page.orderBy} LIMIT ${page.limit}`,
    parameters.values,
  );
  return page.slice(rows, (row) => row.id);
}

async function walk(keyset: Keyset, size: number, way: 'forward' | 'backward'): Promise<string[]> {
  const all: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page = await read(keyset, way === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor });
    const nodes = page.edges.map((edge) => edge.node);
    if (way === 'forward') all.push(...nodes);
    else all.unshift(...nodes);
    if (way === 'forward' ? !page.pageInfo.hasNextPage : !page.pageInfo.hasPreviousPage) return all;
    cursor = way === 'forward' ? page.pageInfo.endCursor : page.pageInfo.startCursor;
  }
}

describe('a list read page by page', () => {
  test.each([
    ['from the start', 'forward', up, 'ASC'],
    ['from the end', 'backward', up, 'ASC'],
    ['from the start, last title first', 'forward', down, 'DESC'],
    ['from the end, last title first', 'backward', down, 'DESC'],
  ] as const)('%s gives every item once and in order, whatever the size of a page', async (_name, way, keyset, direction) => {
    const rows = await library.database.query<{ id: string }>(`SELECT id FROM book ORDER BY title ${direction}, id ${direction}`);
    const expected = rows.map((row) => row.id);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 45 }), async (size) => {
        expect(await walk(keyset, size, way)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  test.each([
    ['neither end', {}],
    ['both ends', { first: 1, last: 1 }],
    ['nothing', { first: 0 }],
    ['less than nothing', { first: -1 }],
    ['a million items', { first: 1_000_000 }],
    ['a cursor of the wrong direction', { first: 1, before: 'x' }],
    ['a cursor that is no cursor', { first: 1, after: 'nonsense' }],
    ['a cursor that is a number', { first: 1, after: Buffer.from('7').toString('base64url') }],
  ])('refuses %s', (_name, args) => {
    expect(() => up.page(args)).toThrow(/first|last|page|cursor/i);
  });

  test('refuses a cursor of another list, and one with values of another type', async () => {
    const { pageInfo } = await read(down, { first: 1 });
    expect(() => up.page({ first: 1, after: pageInfo.endCursor as string })).toThrow('does not belong to this list');
    const forged = Buffer.from(JSON.stringify(['books by title', 'a', "' OR TRUE --"])).toString('base64url');
    expect(() => up.page({ first: 1, after: forged })).toThrow('does not belong to this list');
  });
});
