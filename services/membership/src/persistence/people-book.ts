import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { ConsentEntry, Mandate } from '../domain/person.ts';
import type { PeopleBook } from '../use-cases/people-ports.ts';
import { companyForUpdate } from './company-lock.ts';
import { membershipQueries } from './membership.queries.ts';

/** Whoever was named by two records of one company has two ids. */
const allIdsOf =
  'SELECT p.id FROM person AS p JOIN person AS one ON coalesce(p.same_as, p.id) = coalesce(one.same_as, one.id) WHERE one.id = $1';

/** People, what they agreed to and their offices, within one transaction. */
export function peopleBook(sql: Sql): PeopleBook {
  return {
    branches: membershipQueries(sql).branches,
    companyForUpdate: (companyId) => companyForUpdate(sql, companyId),

    async personForUpdate(personId) {
      const [held] = await sql.query<{ companyId: string }>(
        'SELECT company_id AS "companyId" FROM person WHERE id = $1 AND erased_at IS NULL FOR UPDATE',
        [personId],
      );
      return held && companyForUpdate(sql, held.companyId);
    },

    async enterPerson({ id, companyId, firstName, lastName, role, email, phone, languages }) {
      const [taken] = await sql.query('SELECT 1 FROM person WHERE company_id = $1 AND email = $2 AND same_as IS NULL', [companyId, email]);
      if (taken) return 'EMAIL_KNOWN_ALREADY';
      const [entered] = await sql.query(
        `INSERT INTO person (id, company_id, first_name, last_name, role, email, phone, languages) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (company_id, role, last_name, first_name) WHERE same_as IS NULL DO NOTHING RETURNING id`,
        [id, companyId, firstName, lastName, role, email, phone, languages],
      );
      return entered ? undefined : 'KNOWN_ALREADY';
    },

    consentsOf: (personId) =>
      sql.query<ConsentEntry>(
        `SELECT purpose, given, basis, happened_on::text AS "happenedOn" FROM consent WHERE person_id IN (${allIdsOf}) ORDER BY sequence`,
        [personId],
      ),

    async enterConsent(personId, { purpose, given, basis, happenedOn }) {
      await sql.query('INSERT INTO consent (person_id, purpose, given, basis, happened_on) VALUES ($1, $2, $3, $4, $5)', [
        personId,
        purpose,
        given,
        basis,
        happenedOn,
      ]);
    },

    async mandatesForUpdate(branchId) {
      await sql.query('SELECT id FROM branch WHERE id = $1 FOR NO KEY UPDATE', [branchId]);
      return sql.query<Mandate>(
        'SELECT office, began_on::text AS "beganOn", ended_on::text AS "endedOn" FROM mandate WHERE branch_id = $1',
        [branchId],
      );
    },

    async enterMandate(id, personId, branchId, { office, beganOn, endedOn }) {
      await sql.query('INSERT INTO mandate (id, person_id, branch_id, office, began_on, ended_on) VALUES ($1, $2, $3, $4, $5, $6)', [
        id,
        personId,
        branchId,
        office,
        beganOn,
        endedOn,
      ]);
    },

    async erase(personId, at) {
      // Rows of lists that wait for a person may name somebody as the leader of a company: they are forgotten there as well.
      await sql.query(
        `UPDATE affiliation_row AS w SET company = w.company - 'leader' FROM person AS p
         WHERE p.id IN (${allIdsOf}) AND lower(w.company->'leader'->>'lastName') = lower(p.last_name) AND lower(w.company->'leader'->>'firstName') = lower(p.first_name)`,
        [personId],
      );
      await sql.query(
        `UPDATE person SET first_name = '', last_name = id::text, email = NULL, phone = NULL, languages = '{}', erased_at = $2 WHERE id IN (${allIdsOf})`,
        [personId, at],
      );
    },
  };
}
