import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { OpenApplicationView } from '../use-cases/views.ts';

const oldestFirst = new Keyset('open-applications', [
  { sql: 'a.applied_on', type: 'date' },
  { sql: 'a.id', type: 'uuid' },
]);

/** Applications that wait: for the bureau, or for the dues of a company it approved. */
export function openApplicationQueries(sql: Sql) {
  return {
    applicationsOldestFirst: oldestFirst,

    openApplications(branchId: string | undefined, page: Page): Promise<(OpenApplicationView & Record<`cursor_${number}`, string>)[]> {
      const parameters = new SqlParameters();
      const ofBranch = branchId === undefined ? 'TRUE' : `a.branch_id = ${parameters.add(branchId)}`;
      const text = `
        SELECT a.company_id AS "companyId", a.branch_id AS "branchId", a.applied_on::text AS "appliedOn", a.outcome, ${oldestFirst.select}
        FROM membership_application AS a
        WHERE a.membership_id IS NULL AND a.outcome IS DISTINCT FROM 'REJECTED' AND a.withdrawn_on IS NULL AND ${ofBranch} AND ${page.where(parameters)}
        ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`;
      return sql.query(text, parameters.values);
    },
  };
}
