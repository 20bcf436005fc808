import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { StaleFiguresView } from '../use-cases/views.ts';
import { isCurrent } from './standing.ts';

/** Whoever never reported comes first: a day before all others stands for none. */
const oldestFirst = new Keyset('stale-figures', [
  { sql: `coalesce(latest.closed_on, '1900-01-01')`, type: 'date' },
  { sql: 'm.company_id', type: 'uuid' },
]);

/** Whose figures have grown old. */
export function staleFiguresQueries(sql: Sql) {
  return {
    staleFiguresOldestFirst: oldestFirst,

    /** @param closedBefore figures of years that closed before this day are stale */
    staleFigures(
      day: LocalDate,
      closedBefore: LocalDate,
      branchId: string | undefined,
      page: Page,
    ): Promise<(StaleFiguresView & Record<`cursor_${number}`, string>)[]> {
      const parameters = new SqlParameters(day, closedBefore);
      const ofBranch = branchId === undefined ? 'TRUE' : `m.branch_id = ${parameters.add(branchId)}`;
      const text = `
        SELECT m.company_id AS "companyId", latest.closed_on::text AS "closedOn", ${oldestFirst.select}
        FROM membership AS m LEFT JOIN LATERAL (
          SELECT f.closed_on FROM annual_figures AS f WHERE f.company_id = m.company_id AND f.closed_on <= $1::date ORDER BY f.closed_on DESC LIMIT 1
        ) AS latest ON true
        WHERE ${isCurrent('$1::date')} AND ${ofBranch} AND (latest.closed_on IS NULL OR latest.closed_on < $2::date) AND ${page.where(parameters)}
        ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`;
      return sql.query(text, parameters.values);
    },
  };
}
