import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { CompanyView, DirectoryFilter, DirectorySearch } from '../use-cases/views.ts';
import { companyColumns } from './company.queries.ts';
import { hasStatus, isCurrent } from './standing.ts';

const byName = new Keyset('companies', [
  { sql: 'c.sort_name', type: 'text' },
  { sql: 'c.id', type: 'uuid' },
]);

type Placed = CompanyView & Record<`cursor_${number}`, string>;

/** The directory in the order of names, narrowed as asked: one statement a page, and one before it for each thing whose spread decides how it is read. */
export function directoryQueries(sql: Sql, commonFrom = manyCompanies) {
  return {
    byName,

    async directoryPage(filter: DirectoryFilter, page: Page): Promise<Placed[]> {
      const finding = await findBy(sql, filter.search, commonFrom);
      const spread = await spreadOf(sql, filter, commonFrom);
      const parameters = new SqlParameters();
      const conditions = [...narrow(filter, finding, spread, parameters), page.where(parameters)];
      return sql.query<Placed>(
        `SELECT ${companyColumns}, ${byName.select} FROM company AS c
         WHERE ${conditions.join(' AND ')} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    async countDirectory(filter: DirectoryFilter): Promise<number> {
      const finding = await findBy(sql, filter.search, Number.MAX_SAFE_INTEGER);
      const parameters = new SqlParameters();
      const conditions = ['TRUE', ...narrow(filter, finding, 'few', parameters)];
      const [row] = await sql.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM company AS c WHERE ${conditions.join(' AND ')}`,
        parameters.values,
      );
      return row?.count ?? 0;
    },
  };
}

type Finding = { readonly by: 'rare words' | 'common words' | 'similarity' | 'number'; readonly text: string };

/** With more companies than this behind a word or a status, a page of them is found sooner by walking the directory than by sorting them. */
const manyCompanies = 5_000;

/**
 * How to look for what someone typed. Similar names count only when no word fits: then somebody misspelt one.
 * Asked beforehand, because the planner cannot tell a rare word from a common one when the last may be unfinished.
 */
async function findBy(sql: Sql, search: DirectorySearch | null | undefined, commonFrom: number): Promise<Finding | undefined> {
  if (!search) return undefined;
  if ('number' in search) return { by: 'number', text: search.number };
  const [read] = await sql.query<{ words: string | null; count: number }>(
    `SELECT asked.words::text AS words, (
       SELECT count(*)::int FROM (SELECT 1 FROM company_search AS s WHERE s.words @@ asked.words LIMIT $2) AS first
     ) AS count
     FROM (SELECT (nullif(plainto_tsquery('french_plain', $1)::text, '') || ':*')::tsquery AS words) AS asked`,
    [search.words, commonFrom],
  );
  if (!read?.words || read.count === 0) return { by: 'similarity', text: search.words };
  return { by: read.count < commonFrom ? 'rare words' : 'common words', text: read.words };
}

/** OFFSET 0 keeps the planner from turning one way of reading into the other. */
const found: Record<Finding['by'], (text: string) => string> = {
  'rare words': (text) => `c.id IN (SELECT s.company_id FROM company_search AS s WHERE s.words @@ ${text}::tsquery OFFSET 0)`,
  'common words': (text) => `EXISTS (SELECT 1 FROM company_search AS s WHERE s.company_id = c.id AND s.words @@ ${text}::tsquery OFFSET 0)`,
  similarity: (text) => `c.id IN (SELECT s.company_id FROM company_search AS s WHERE plain_text(${text}) <% s.names)`,
  number: (text) => `c.id IN (SELECT s.company_id FROM company_search AS s WHERE s.numbers LIKE '%' || ${text} || '%')`,
};

/** Whether few or many stand where the filter asks for. Asked beforehand for the same reason. */
type Spread = 'few' | 'many';

async function spreadOf(sql: Sql, filter: DirectoryFilter, commonFrom: number): Promise<Spread> {
  const parameters = new SqlParameters();
  const standing = standingOf(filter, parameters);
  if (!standing) return 'few';
  const [read] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM membership AS m WHERE ${standing} LIMIT ${parameters.add(commonFrom)}) AS first`,
    parameters.values,
  );
  return (read?.count ?? 0) < commonFrom ? 'few' : 'many';
}

function narrow(filter: DirectoryFilter, finding: Finding | undefined, spread: Spread, parameters: SqlParameters): string[] {
  const conditions: string[] = [];
  if (filter.department) conditions.push(`c.department = ${parameters.add(filter.department)}`);
  if (finding) conditions.push(found[finding.by](parameters.add(finding.text)));
  if (filter.status === 'PROSPECT') conditions.push(isProspect(filter, parameters));
  const standing = standingOf(filter, parameters);
  if (standing && spread === 'few') conditions.push(`c.id IN (SELECT m.company_id FROM membership AS m WHERE ${standing} OFFSET 0)`);
  if (standing && spread === 'many')
    conditions.push(`EXISTS (SELECT 1 FROM membership AS m WHERE m.company_id = c.id AND ${standing} OFFSET 0)`);
  return conditions;
}

/** A prospect is whoever has no membership yet, so it cannot be looked up among them. */
function isProspect({ branchId, day }: DirectoryFilter, parameters: SqlParameters): string {
  const ofBranch = branchId ? `c.prospect_branch_id = ${parameters.add(branchId)} AND ` : '';
  return `${ofBranch}NOT EXISTS (SELECT 1 FROM membership AS m WHERE m.company_id = c.id AND m.began_on <= ${parameters.add(day)}::date)`;
}

/** The condition on the table `membership` AS m, if where they stand matters. */
function standingOf({ status, branchId, day: asked }: DirectoryFilter, parameters: SqlParameters): string | undefined {
  if (status === 'PROSPECT' || (!status && !branchId)) return undefined;
  const day = `${parameters.add(asked)}::date`;
  const ofStatus = status ? hasStatus(status, day) : isCurrent(day);
  // Who has left belongs to no branch any more, so those are found by neither.
  return branchId ? `${ofStatus} AND m.branch_id = ${parameters.add(branchId)} AND ${isCurrent(day)}` : ofStatus;
}
