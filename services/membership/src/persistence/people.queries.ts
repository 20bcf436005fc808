import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { ConsentView, MandateView } from '../use-cases/views.ts';

const mandateColumns =
  'coalesce(p.same_as, p.id) AS "personId", m.branch_id AS "branchId", m.office, m.began_on::text AS "beganOn", m.ended_on::text AS "endedOn"';

/** Also under the id by which a record named them that was merged into another one. */
const isOneOf = '(p.id = ANY ($1::uuid[]) OR p.same_as = ANY ($1::uuid[]))';

/** What people agreed to, and the offices they hold. */
export function peopleQueries(sql: Sql) {
  return {
    consents: (personIds: readonly string[]) =>
      sql.query<ConsentView>(
        `SELECT coalesce(p.same_as, p.id) AS "personId", c.purpose, c.given, c.basis, c.happened_on::text AS "happenedOn"
         FROM consent AS c JOIN person AS p ON p.id = c.person_id WHERE ${isOneOf} ORDER BY c.sequence`,
        [personIds],
      ),

    mandates: (personIds: readonly string[]) =>
      sql.query<MandateView>(
        `SELECT ${mandateColumns} FROM mandate AS m JOIN person AS p ON p.id = m.person_id WHERE ${isOneOf} ORDER BY m.began_on, m.id`,
        [personIds],
      ),

    presidents: (branchIds: readonly string[]) =>
      sql.query<MandateView>(
        `SELECT ${mandateColumns} FROM mandate AS m JOIN person AS p ON p.id = m.person_id WHERE m.branch_id = ANY ($1::uuid[]) AND m.office = 'PRESIDENT'`,
        [branchIds],
      ),
  };
}
