import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { type Subscription, subscription } from '../../../src/events/inbox.ts';
import { holdAggregates, type Publication } from '../../../src/events/outbox.ts';
import type { Database, Sql } from '../../../src/postgres/database.ts';
import { createDatedCopy, createInboxTables, createOutboxTables } from '../../../src/postgres/event-tables.ts';
import { createWriteTables } from '../../../src/postgres/write-tables.ts';
import { claimsFor } from '../../../src/testing/test-subgraph.ts';
import { idFromName, newId, type Uuid } from '../../../src/values/ids.ts';
import { Viewer } from '../../../src/viewer/viewer.ts';
import { type Writes, writesOn } from '../../../src/writes/writes.ts';

/** A library that tells of every book put on a shelf. Each change stands in a table, to be compared with what was told. */
export class CreateLibrary1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createWriteTables + createOutboxTables);
    await runner.query(`
      CREATE TABLE shelf (id uuid PRIMARY KEY, books int NOT NULL DEFAULT 0);
      CREATE TABLE shelf_change (id uuid PRIMARY KEY, shelf uuid NOT NULL, books int NOT NULL);
    `);
  }
  async down(): Promise<void> {}
}

/** A reading room that counts them again. Its table would hold an effect twice if it happened twice. */
export class CreateReadingRoom1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(createInboxTables + createDatedCopy('shelf_state'));
    await runner.query(
      'CREATE TABLE effect (place bigint GENERATED ALWAYS AS IDENTITY, event uuid NOT NULL, change uuid NOT NULL, shelf uuid NOT NULL, books int NOT NULL)',
    );
  }
  async down(): Promise<void> {}
}

const shelfFilled = z.strictObject({ change: z.uuid(), books: z.number().int().positive() });

export const publication: Publication = {
  catalogue: { ShelfFilled: { version: 1, body: shelfFilled } },
  async eventsOf(sql, changes) {
    const ids = changes.map(({ id }) => id);
    await holdAggregates(sql, 'shelf', ids);
    const rows = await sql.query<{ change: Uuid; shelf: Uuid; books: number }>(
      `SELECT c.id AS change, c.shelf, c.books FROM shelf_change AS c WHERE c.id = ANY ($1::uuid[])`,
      [changes.map(({ why }) => why)],
    );
    return rows.map(({ shelf, ...body }) => ({ type: 'ShelfFilled', aggregate: { kind: 'shelf', id: shelf }, body }));
  },
};

export const shelves = Array.from({ length: 8 }, (_, index) => idFromName('shelf', String(index)));

export interface Shelves {
  fill(shelf: Uuid): Promise<{ change: Uuid; books: number }>;
}

export function shelvesOn(sql: Sql): Shelves {
  return {
    async fill(shelf) {
      const change = newId();
      const [row] = await sql.query<{ books: number }>(
        'INSERT INTO shelf (id, books) VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET books = shelf.books + 1 RETURNING books',
        [shelf],
      );
      const books = row?.books ?? 0;
      await sql.query('INSERT INTO shelf_change (id, shelf, books) VALUES ($1, $2, $3)', [change, shelf, books]);
      return { change, books };
    },
  };
}

export const librarian = new Viewer(claimsFor('library', '', { sub: 'librarian' }));

export const libraryWrites = (database: Database) => writesOn(database, publication, shelvesOn, '5s');

/** Puts one book on a shelf, as every write does: with its key, its history and its event. */
export function fill(writes: Writes<Shelves>, shelf: Uuid, then: () => Promise<void> = async () => undefined): Promise<{ change: Uuid }> {
  return writes.once(librarian, { action: 'fillShelf', idempotencyKey: newId(), body: { shelf } }, async (book) => {
    const { change } = await book.fill(shelf);
    await then();
    return { answer: { change }, changes: [{ kind: 'shelf', id: shelf, fields: ['books'], from: null, to: null, why: change }] };
  });
}

export async function enterEffect(sql: Sql, event: { id: Uuid; aggregate: { id: Uuid } }, body: { change: Uuid; books: number }) {
  await sql.query('INSERT INTO effect (event, change, shelf, books) VALUES ($1, $2, $3, $4)', [
    event.id,
    body.change,
    event.aggregate.id,
    body.books,
  ]);
}

export const readingRoom: readonly Subscription[] = [
  subscription({
    sender: 'library',
    type: 'ShelfFilled',
    version: 1,
    body: z.object({ change: z.uuid(), books: z.number().int() }),
    effect: enterEffect,
  }),
];
