import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { CompanyView, DirectoryFilter, DirectorySearch } from '../use-cases/views.ts';
import { companyColumns } from './company.queries.ts';

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

function found(search: DirectorySearch, parameters: SqlParameters): string {
  if ('number' in search) return `s.numbers LIKE '%' || ${parameters.add(search.number)} || '%'`;
  const words = parameters.add(search.words);
  return `(s.words @@ websearch_to_tsquery('french_plain', ${words}) OR plain_text(${words}) <% s.names)`;
}

/** A prospect is whoever has no membership yet, so it cannot be looked up among them. */
function standingConditions(filter: DirectoryFilter, parameters: SqlParameters): string | undefined {
  const { status, branchId } = filter;
  if (!status && !branchId) return undefined;
  const day = parameters.add(filter.day);
  if (status === 'PROSPECT') {
    const ofBranch = branchId ? `c.prospect_branch_id = ${parameters.add(branchId)} AND ` : '';
    return `${ofBranch}NOT EXISTS (SELECT 1 FROM membership AS m WHERE m.company_id = c.id AND m.began_on <= ${day})`;
  }
  const wanted = [status && `s.status = ${parameters.add(status)}`, branchId && `s.branch_id = ${parameters.add(branchId)}`].filter(
    Boolean,
  );
  return `c.id IN (SELECT s.company_id FROM standing_on(${day}) AS s WHERE ${wanted.join(' AND ')})`;
}
