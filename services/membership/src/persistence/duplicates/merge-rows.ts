import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { MergeEntry } from '../../use-cases/duplicates/merge-ports.ts';
import { type CompanyTable, companyColumns, companyTables, derivedTables, versionTables } from './company-tables.ts';

/** Every statement reads what it is about from here, whatever of it it needs. */
const given = `given AS MATERIALIZED (SELECT $1::uuid AS merge, $2::uuid AS kept, $3::uuid AS merged, $4::jsonb AS plan)`;

const ofCompany = ({ columns }: Pick<CompanyTable, 'columns'>, side: 'kept' | 'merged') =>
  `given.${side} IN (${columns.map((one) => `t.${one}`).join(', ')})`;

/** The columns that tell a row apart, from the row as JSON. */
export function keyOf(row: string, key: readonly string[]): string {
  return `jsonb_build_object(${key.map((one) => `'${one}', ${row}->'${one}'`).join(', ')})`;
}

/** Makes the rows of two records those of one, and keeps what they were. Both are held. */
export async function mergeRows(sql: Sql, entry: MergeEntry): Promise<void> {
  const { id, keptId, mergedId, wrongNumbers, samePeople, reportsLeftOut } = entry;
  const parameters = [id, keptId, mergedId, JSON.stringify({ wrongNumbers, samePeople, reportsLeftOut })];
  const run = (statement: string) => sql.query(statement, parameters);
  await refuseUnknownTables(sql);
  await sql.query('INSERT INTO merged_company (id, company_id, merge_id) VALUES ($1, $2, $3)', [mergedId, keptId, id]);
  for (const table of companyTables) if (table.leftOut) await run(leaveOut(table.table, table.key, table.leftOut));
  for (const table of companyTables) await run(keep(table));
  for (const statement of changes) await run(statement);
  for (const table of companyTables) await run(move(table));
  for (const table of versionTables) await run(leaveOut(table, ['company_id'], 't.company_id = given.merged'));
  await run(leaveOut('company', ['id'], 't.id = given.merged'));
}

/** A table that the merge does not know would lose its rows with the company. */
async function refuseUnknownTables(sql: Sql): Promise<void> {
  const treated = new Set([
    ...companyTables.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
    ...[...versionTables, ...derivedTables].map((table) => `${table}.company_id`),
  ]);
  const found = await sql.query<{ column: string }>(
    `SELECT c.conrelid::regclass || '.' || a.attname AS column FROM pg_constraint AS c
     JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
     WHERE c.contype = 'f' AND c.confrelid = 'company'::regclass`,
  );
  const unknown = found.filter(({ column }) => !treated.has(column)).map(({ column }) => column);
  if (unknown.length > 0) throw new Error(`Nobody said what a merge does to ${unknown.join(', ')}`);
}

function leaveOut(table: string, key: readonly string[], condition: string): string {
  return `WITH ${given}, gone AS (DELETE FROM ${table} AS t USING given WHERE ${condition} RETURNING to_jsonb(t) AS row)
    INSERT INTO company_merge_row (merge_id, table_name, fate, key, before)
    SELECT given.merge, '${table}', 'LEFT_OUT', ${keyOf('gone.row', key)}, gone.row FROM gone, given`;
}

/** What the kept record had: whatever else it has later was entered since. */
function keep(table: CompanyTable): string {
  return `WITH ${given}
    INSERT INTO company_merge_row (merge_id, table_name, fate, key)
    SELECT given.merge, '${table.table}', 'KEPT', ${keyOf('to_jsonb(t)', table.key)} FROM ${table.table} AS t, given WHERE ${ofCompany(table, 'kept')}`;
}

function move(table: CompanyTable): string {
  const set = table.columns.map((column) => `${column} = CASE t.${column} WHEN given.merged THEN given.kept ELSE t.${column} END`);
  return change(table.table, table.key, set.join(', '), ofCompany(table, 'merged'), '', table.following);
}

/** Changes rows, and keeps of each column that changed what it was and what it is. */
function change(
  table: string,
  key: readonly string[],
  set: string,
  condition: string,
  from = '',
  following: readonly string[] = [],
): string {
  return `WITH ${given},
    was AS (SELECT to_jsonb(t) AS row FROM ${table} AS t, given ${from} WHERE ${condition}),
    is_now AS (UPDATE ${table} AS t SET ${set} FROM given ${from} WHERE ${condition} RETURNING to_jsonb(t) AS row)
    INSERT INTO company_merge_row (merge_id, table_name, fate, key, before, after)
    SELECT given.merge, '${table}', 'CHANGED', ${keyOf('was.row', key)}, difference.before, difference.after
    FROM given, was JOIN is_now ON ${keyOf('is_now.row', key)} = ${keyOf('was.row', key)}
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(one.key, one.value) AS before, jsonb_object_agg(one.key, is_now.row->one.key) AS after
      FROM jsonb_each(was.row - ARRAY[${following.map((one) => `'${one}'`).join(', ')}]::text[]) AS one WHERE one.value IS DISTINCT FROM is_now.row->one.key
    ) AS difference WHERE difference.before IS NOT NULL`;
}

const isTheirs = 't.company_id = given.merged';

const changes = [
  // Two records named one person. Whoever was the same as that one is the same as the other now.
  change(
    'person',
    ['id'],
    'same_as = same."keptId"',
    `${isTheirs} AND same."mergedId" IN (t.id, t.same_as)`,
    `, LATERAL jsonb_to_recordset(given.plan->'samePeople') AS same("keptId" uuid, "mergedId" uuid)`,
  ),
  // Its seats were never those of the company that stays, unless that one has none.
  change(
    'site',
    ['id'],
    'is_headquarters = false, seat_until = NULL',
    `${isTheirs} AND (t.is_headquarters OR t.seat_until IS NOT NULL) AND EXISTS (SELECT 1 FROM site AS o WHERE o.company_id = given.kept AND o.is_headquarters)`,
  ),
  // A SIRET begins with the SIREN: of a wrong one it is wrong as well.
  change(
    'site',
    ['id'],
    'siret = NULL',
    `t.company_id IN (given.kept, given.merged) AND left(t.siret, 9) IN (
      SELECT w.value FROM jsonb_to_recordset(given.plan->'wrongNumbers') AS w(scheme text, value text) WHERE w.scheme = 'SIREN')`,
  ),
  change(
    'affiliation_row',
    ['batch_id', 'line'],
    `similar_to = CASE WHEN given.kept = ANY (t.similar_to) THEN array_remove(t.similar_to, given.merged) ELSE array_replace(t.similar_to, given.merged, given.kept) END`,
    'given.merged = ANY (t.similar_to)',
  ),
  change('company', ['id'], companyColumns.map(filled).join(', '), 't.id = given.kept AND other.id = given.merged', ', company AS other'),
];

/** What belongs together is taken together, and only where nothing of it is known. */
function filled(columns: readonly string[]): string {
  const isUnknown = `num_nonnulls(${columns.map((one) => `t.${one}`).join(', ')}) = 0`;
  return columns.map((one) => `${one} = CASE WHEN ${isUnknown} THEN other.${one} ELSE t.${one} END`).join(', ');
}
