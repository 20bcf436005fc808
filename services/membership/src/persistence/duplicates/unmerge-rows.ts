import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { MergeTopic } from '../../domain/duplicates/undoing.ts';
import { type CompanyTable, companyColumns, companyTables, versionTables } from './company-tables.ts';
import { keyOf } from './merge-rows.ts';

const companies: Pick<CompanyTable, 'table' | 'key' | 'columns' | 'changed'> = {
  ...{ table: 'company', key: ['id'], columns: [], changed: companyColumns.flat() },
};

/** What was entered about a company since a merge, and whether a number that was left out is another company's by now. */
export async function changedSince(sql: Sql, mergeId: Uuid, keptId: Uuid): Promise<MergeTopic[]> {
  const topics = await sql.query<{ topic: MergeTopic }>(
    `WITH ${given} ${[...companyTables.map(strangers), ...companyTables.map(rewritten), rewritten({ ...companies, topic: 'FACTS' })].join(' UNION ')}`,
    [mergeId, keptId],
  );
  return topics.map(({ topic }) => topic);
}

export async function isNumberTaken(sql: Sql, mergeId: Uuid): Promise<boolean> {
  const taken = await sql.query(
    `SELECT 1 FROM company_merge_row AS r JOIN registration AS t ON t.scheme = r.key->>'scheme' AND t.value = r.key->>'value'
     WHERE r.merge_id = $1 AND r.table_name = 'registration' AND r.fate = 'LEFT_OUT'
     UNION ALL SELECT 1 FROM company_merge_row AS r JOIN site AS t ON t.siret = r.before->>'siret'
     WHERE r.merge_id = $1 AND r.table_name = 'site' AND r.before ? 'siret'`,
    [mergeId],
  );
  return taken.length > 0;
}

/** Gives each record back what was its own. */
export async function unmergeRows(sql: Sql, mergeId: Uuid, keptId: Uuid): Promise<void> {
  await putBack(sql, mergeId, 'company');
  for (const table of [companies, ...companyTables]) await sql.query(restore(table), [mergeId, keptId]);
  for (const { table, leftOut } of companyTables) if (leftOut) await putBack(sql, mergeId, table);
  for (const table of versionTables) await putBack(sql, mergeId, table);
  await sql.query('DELETE FROM merged_company WHERE merge_id = $1', [mergeId]);
  await sql.query('DELETE FROM company_merge_row WHERE merge_id = $1', [mergeId]);
}

const given = 'given AS MATERIALIZED (SELECT $1::uuid AS merge, $2::uuid AS kept)';
const isOfKept = ({ columns }: Pick<CompanyTable, 'columns'>) => `given.kept IN (${columns.map((one) => `t.${one}`).join(', ')})`;

/** Rows that neither record had. */
function strangers(table: CompanyTable): string {
  return `SELECT '${table.topic}' AS topic FROM given WHERE EXISTS (SELECT 1 FROM ${table.table} AS t WHERE ${isOfKept(table)} AND NOT EXISTS (
    SELECT 1 FROM company_merge_row AS r WHERE r.merge_id = given.merge AND r.table_name = '${table.table}' AND r.fate <> 'LEFT_OUT'
      AND r.key = ${keyOf('to_jsonb(t)', table.key)}))`;
}

/** Rows that the merge changed, and somebody again since. What else was entered about a row goes where the row goes. */
function rewritten(table: Pick<CompanyTable, 'table' | 'key' | 'columns' | 'isWithinCompany' | 'topic'>): string {
  return `SELECT '${table.topic}' AS topic FROM given WHERE EXISTS (SELECT 1 FROM company_merge_row AS r WHERE r.merge_id = given.merge AND r.table_name = '${table.table}'
    AND r.fate = 'CHANGED' AND NOT EXISTS (SELECT 1 FROM ${table.table} AS t WHERE ${isRow(table, 'r.key')} AND to_jsonb(t) @> r.after))`;
}

function isRow(
  { table, key, columns, isWithinCompany }: Pick<CompanyTable, 'table' | 'key' | 'columns' | 'isWithinCompany'>,
  from: string,
): string {
  const same = key.map((one) => `t.${one} = (jsonb_populate_record(NULL::${table}, ${from})).${one}`);
  return [...same, ...(isWithinCompany ? [isOfKept({ columns })] : [])].join(' AND ');
}

/** A row may have been changed twice: all of it goes back at once, so that no rule of the table sees it halfway. */
function restore(table: Pick<CompanyTable, 'table' | 'key' | 'columns' | 'isWithinCompany' | 'changed'>): string {
  const set = [...table.columns, ...(table.changed ?? [])].map(
    (one) => `${one} = CASE WHEN back.row ? '${one}' THEN (jsonb_populate_record(NULL::${table.table}, back.row)).${one} ELSE t.${one} END`,
  );
  return `WITH ${given}, back AS (
      SELECT r.key, jsonb_object_agg(one.key, one.value) AS row FROM given, company_merge_row AS r, jsonb_each(r.before) AS one
      WHERE r.merge_id = given.merge AND r.table_name = '${table.table}' AND r.fate = 'CHANGED' GROUP BY r.key
    )
    UPDATE ${table.table} AS t SET ${set.join(', ')} FROM given, back WHERE ${isRow(table, 'back.key')}`;
}

/** Rows that were left out, column by column: some columns are computed and take no value. */
async function putBack(sql: Sql, mergeId: Uuid, table: string): Promise<void> {
  const columns = await sql.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  await sql.query(
    `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map((name) => `(row).${name}`).join(', ')} FROM (
       SELECT jsonb_populate_record(NULL::${table}, r.before) AS row FROM company_merge_row AS r
       WHERE r.merge_id = $1 AND r.table_name = $2 AND r.fate = 'LEFT_OUT') AS back`,
    [mergeId, table],
  );
}
