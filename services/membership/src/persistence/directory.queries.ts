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

/** The directory in the order of names, narrowed as asked, in one statement a page. */
export function directoryQueries(sql: Sql) {
  return {
    byName,

    directoryPage(filter: DirectoryFilter, page: Page): Promise<Placed[]> {
      const parameters = new SqlParameters();
      const conditions = [...narrow(filter, parameters), page.where(parameters)];
      return sql.query<Placed>(
        `SELECT ${companyColumns}, ${byName.select} FROM company AS c
         WHERE ${conditions.join('\n AND ')} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    async countDirectory(filter: DirectoryFilter): Promise<number> {
      const parameters = new SqlParameters();
      const conditions = ['TRUE', ...narrow(filter, parameters)];
      const [row] = await sql.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM company AS c WHERE ${conditions.join('\n AND ')}`,
        parameters.values,
      );
      return row?.count ?? 0;
    },
  };
}

function narrow(filter: DirectoryFilter, parameters: SqlParameters): string[] {
  const conditions: string[] = [];
  if (filter.department) conditions.push(`c.department = ${parameters.add(filter.department)}`);
  if (filter.search) conditions.push(`c.id IN (SELECT s.company_id FROM company_search AS s WHERE ${found(filter.search, parameters)})`);
  const standing = standingConditions(filter, parameters);
  if (standing) conditions.push(standing);
  return conditions;
}

/** Names that are merely similar count only when no word fits: then somebody misspelt one. The last word may be unfinished. */
function found(search: DirectorySearch, parameters: SqlParameters): string {
  if ('number' in search) return `s.numbers LIKE '%' || ${parameters.add(search.number)} || '%'`;
  const words = parameters.add(search.words);
  const fits = `@@ (SELECT (nullif(plainto_tsquery('french_plain', ${words})::text, '') || ':*')::tsquery)`;
  const misspelt = `NOT EXISTS (SELECT 1 FROM company_search AS any_other WHERE any_other.words ${fits})`;
  return `s.words ${fits} OR (${misspelt} AND plain_text(${words}) <% s.names)`;
}

/** A prospect is whoever has no membership yet, so it cannot be looked up among them. */
function standingConditions({ status, branchId, day: asked }: DirectoryFilter, parameters: SqlParameters): string | undefined {
  if (!status && !branchId) return undefined;
  const day = `${parameters.add(asked)}::date`;
  if (status === 'PROSPECT') {
    const ofBranch = branchId ? `c.prospect_branch_id = ${parameters.add(branchId)} AND ` : '';
    return `${ofBranch}NOT EXISTS (SELECT 1 FROM membership AS m WHERE m.company_id = c.id AND m.began_on <= ${day})`;
  }
  const ofStatus = status ? hasStatus(status, day) : isCurrent(day);
  // Who has left belongs to no branch any more, so those are found by neither.
  const ofBranch = branchId ? ` AND m.branch_id = ${parameters.add(branchId)} AND ${isCurrent(day)}` : '';
  return `c.id IN (SELECT m.company_id FROM membership AS m WHERE ${ofStatus}${ofBranch})`;
}
