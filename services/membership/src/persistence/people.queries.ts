import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { ConsentView, MandateView } from '../use-cases/views.ts';

const mandateColumns =
  'm.person_id AS "personId", m.branch_id AS "branchId", m.office, m.began_on::text AS "beganOn", m.ended_on::text AS "endedOn"';

/** What people agreed to, and the offices they hold. */
export function peopleQueries(sql: Sql) {
  return {
    consents: (personIds: readonly string[]) =>
      sql.query<ConsentView>(
        `SELECT person_id AS "personId", purpose, given, basis, happened_on::text AS "happenedOn" FROM consent
         WHERE person_id = ANY ($1::uuid[]) ORDER BY sequence`,
        [personIds],
      ),

    mandates: (personIds: readonly string[]) =>
      sql.query<MandateView>(`SELECT ${mandateColumns} FROM mandate AS m WHERE m.person_id = ANY ($1::uuid[]) ORDER BY m.began_on, m.id`, [
        personIds,
      ]),

    presidents: (branchIds: readonly string[]) =>
      sql.query<MandateView>(`SELECT ${mandateColumns} FROM mandate AS m WHERE m.branch_id = ANY ($1::uuid[]) AND m.office = 'PRESIDENT'`, [
        branchIds,
      ]),
  };
}
