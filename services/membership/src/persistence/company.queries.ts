import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { CompanyFacts } from '../use-cases/ports.ts';
import type { ActivityView, CompanyView, PersonView, RegistrationView, SiteView } from '../use-cases/views.ts';

export const companyColumns = `
  c.id, c.legal_name AS "legalName", c.trade_name AS "tradeName", c.country, c.town, c.department,
  c.founded_on::text AS "foundedOn", c.prospect_branch_id AS "prospectBranchId", c.in_collective_proceedings AS "inCollectiveProceedings"`;

const personColumns = `id, company_id AS "companyId", first_name AS "firstName", last_name AS "lastName", role, email, phone, languages`;

/** What is on record about companies themselves. */
export function companyQueries(
  sql: Sql,
): Pick<CompanyFacts, 'companies' | 'registrations' | 'activities' | 'sites' | 'peopleOf' | 'people'> {
  return {
    companies: (ids) =>
      sql.query<CompanyView & { askedId: string }>(
        `SELECT asked.id AS "askedId", ${companyColumns} FROM unnest($1::uuid[]) AS asked(id) LEFT JOIN merged_company AS merged ON merged.id = asked.id
         JOIN company AS c ON c.id = coalesce(merged.company_id, asked.id)`,
        [ids],
      ),

    registrations: (companyIds) =>
      sql.query<RegistrationView>(
        `SELECT r.company_id AS "companyId", r.scheme, r.value, r.verified_at IS NOT NULL AS verified, r.checked_on::text AS "checkedOn",
           register.country, register.pattern
         FROM registration AS r JOIN register ON register.code = r.scheme WHERE r.company_id = ANY ($1::uuid[]) ORDER BY r.scheme, r.value`,
        [companyIds],
      ),

    activities: (companyIds) =>
      sql.query<ActivityView>(
        `SELECT a.company_id AS "companyId", a.nomenclature, a.code, label.fr AS "labelFr", label.en AS "labelEn"
         FROM activity AS a LEFT JOIN LATERAL label_of_activity(a.nomenclature, a.code) AS label ON true
         WHERE a.company_id = ANY ($1::uuid[]) ORDER BY a.nomenclature`,
        [companyIds],
      ),

    sites: (companyIds) =>
      sql.query<SiteView>(
        `SELECT company_id AS "companyId", country, town, department
         FROM site WHERE company_id = ANY ($1::uuid[]) AND closed_on IS NULL ORDER BY is_headquarters DESC, department, town, id`,
        [companyIds],
      ),

    peopleOf: (companyIds) =>
      sql.query<PersonView>(
        `SELECT ${personColumns} FROM person WHERE company_id = ANY ($1::uuid[]) AND erased_at IS NULL AND same_as IS NULL ORDER BY role, last_name, first_name, id`,
        [companyIds],
      ),

    people: (ids) =>
      sql.query<PersonView & { askedId: string }>(
        `SELECT asked.id AS "askedId", p.* FROM person AS asked
         JOIN LATERAL (SELECT ${personColumns} FROM person WHERE id = coalesce(asked.same_as, asked.id) AND erased_at IS NULL) AS p ON true
         WHERE asked.id = ANY ($1::uuid[])`,
        [ids],
      ),
  };
}
