import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database, Sql } from '@leader/subgraph-kit/postgres/database';
import { inTransaction } from '@leader/subgraph-kit/postgres/transactions';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { stateAll } from './events/publication.ts';
import { groupOf, type SeededEncounters, tellEncounters } from './seed-encounters.ts';
import { type SeededNetwork, type TableRows, tellStory } from './seed-story.ts';

/**
 * Tells an empty database the invented story of the network.
 *
 * @param seedDir folder of the story; without it nothing is told
 * @returns whether it was told.
 */
export async function seedWhenEmpty(database: Database, seedDir: string | undefined, today: LocalDate): Promise<boolean> {
  if (!seedDir) return false;
  const chapter = async (name: string) => JSON.parse(await readFile(path.join(seedDir, name), 'utf8')) as unknown;
  const network = (await chapter('membership.json')) as SeededNetwork;
  const encounters = (await chapter('membership-encounters.json')) as SeededEncounters;
  const told = new Set(network.companies.filter(({ memberships }) => memberships.some(({ from }) => from <= today)).map(({ key }) => key));
  const story = [
    ...tellStory(network, today, (key) => groupOf(encounters, key)),
    ...tellEncounters(encounters, today, (key) => told.has(key)),
  ];
  const isTold = await inTransaction(database, async ({ sql }) => {
    const [present] = await sql.query('SELECT 1 FROM branch LIMIT 1');
    if (present) return false;
    for (const rows of story) await insert(sql, rows);
    // Fresh tables have no statistics, and without them the first questions are planned badly.
    await sql.query('ANALYZE');
    return true;
  });
  // Others hear the story the same way as everything that happens later.
  if (isTold) await stateAll(database);
  return isTold;
}

/** One statement a table. Columns that the story does not tell keep their defaults. */
async function insert(sql: Sql, { table, rows }: TableRows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (columns === '') return;
  await sql.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`, [
    JSON.stringify(rows),
  ]);
}
