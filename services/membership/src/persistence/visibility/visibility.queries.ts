import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { PromiseFilter, PromiseTally, PromiseView } from '../../use-cases/visibility/visibility-views.ts';

export const promiseColumns = `
  p.id, p.network_id AS "networkId", p.term, p.promised_on::text AS "promisedOn", p.due_on::text AS "dueOn", p.done_when AS "doneWhen",
  p.delivered_on::text AS "deliveredOn", p.evidence, p.counted, p.released_on::text AS "releasedOn", p.release_reason AS "releaseReason"`;

const firstDue = new Keyset('visibility-promises', [
  { sql: 'p.due_on', type: 'date' },
  { sql: 'p.id', type: 'uuid' },
]);

type Placed<View> = View & Record<`cursor_${number}`, string>;

/** The same as `statusOn`, for lists: a test asks both about every promise on many days. */
const statusOn = (day: string) =>
  `(CASE WHEN p.delivered_on <= ${day} THEN 'DELIVERED' WHEN p.released_on <= ${day} THEN 'RELEASED' WHEN p.due_on < ${day} THEN 'OVERDUE' ELSE 'OPEN' END)`;

/** What affiliated networks were promised. */
export function visibilityQueries(sql: Sql) {
  return {
    promises: (ids: readonly string[]) =>
      sql.query<PromiseView>(`SELECT ${promiseColumns} FROM visibility_promise AS p WHERE p.id = ANY ($1::uuid[])`, [ids]),

    firstDue,

    promisePage({ day, branchId, networkId, status }: PromiseFilter, page: Page): Promise<Placed<PromiseView>[]> {
      const parameters = new SqlParameters(day, branchId, networkId, status);
      return sql.query<Placed<PromiseView>>(
        `SELECT ${promiseColumns}, ${firstDue.select} FROM visibility_promise AS p JOIN partner_network AS n ON n.id = p.network_id
         WHERE p.promised_on <= $1::date AND ($2::uuid IS NULL OR n.branch_id = $2) AND ($3::uuid IS NULL OR p.network_id = $3)
           AND ($4::text IS NULL OR ${statusOn('$1::date')} = $4) AND ${page.where(parameters)}
         ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}`,
        parameters.values,
      );
    },

    promiseTallies: (networkIds: readonly string[], day: LocalDate) =>
      sql.query<PromiseTally>(
        `SELECT p.network_id AS "networkId", count(*)::int AS promised,
           count(*) FILTER (WHERE ${statusOn('$2::date')} = 'DELIVERED')::int AS delivered,
           count(*) FILTER (WHERE ${statusOn('$2::date')} = 'OVERDUE')::int AS overdue,
           count(*) FILTER (WHERE ${statusOn('$2::date')} = 'RELEASED')::int AS released
         FROM visibility_promise AS p WHERE p.network_id = ANY ($1::uuid[]) AND p.promised_on <= $2::date GROUP BY p.network_id`,
        [networkIds, day],
      ),
  };
}
