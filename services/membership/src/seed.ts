import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database, Sql } from '@leader/subgraph-kit/postgres/database';
import { inTransaction } from '@leader/subgraph-kit/postgres/transactions';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type SeededNetwork, type TableRows, tellStory } from './seed-story.ts';

/**
 * Tells an empty database the invented story of the network.
 *
 * @param seedDir folder of the story; without it nothing is told
 * @returns whether it was told.
 */
export async function seedWhenEmpty(database: Database, seedDir: string | undefined, today: LocalDate): Promise<boolean> {
  if (!seedDir) return false;
  const story = tellStory(JSON.parse(await readFile(path.join(seedDir, 'membership.json'), 'utf8')) as SeededNetwork, today);
  return inTransaction(database, async ({ sql }) => {
    const [present] = await sql.query('SELECT 1 FROM branch LIMIT 1');
    if (present) return false;
    for (const rows of story) await insert(sql, rows);
    // Fresh tables have no statistics, and without them the first questions are planned badly.
    await sql.query('ANALYZE');
    return true;
  });
}

/** One statement a table. Columns that the story does not tell keep their defaults. */
async function insert(sql: Sql, { table, rows }: TableRows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (columns === '') return;
  await sql.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`, [
    JSON.stringify(rows),
  ]);
}
