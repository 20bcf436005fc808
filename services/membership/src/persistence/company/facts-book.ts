import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { swapVersion } from '@leader/subgraph-kit/postgres/versions';
import type { Register } from '../../domain/company/register.ts';
import type { FactsBook, HeldSite } from '../../use-cases/company/facts-ports.ts';
import { companyQueries } from '../company.queries.ts';
import { companyForUpdate, holdCompanies } from '../company-lock.ts';

/** What is on record of companies, within one transaction. */
export function factsBook(sql: Sql): FactsBook {
  const { companies, registrations, activities, sites } = companyQueries(sql);
  return {
    holdAll: (askedIds) => holdCompanies(sql, askedIds),

    async heldForUpdate(companyId) {
      const held = await companyForUpdate(sql, companyId);
      const [company] = await companies([companyId]);
      if (!held || !company) return undefined;
      await sql.query('INSERT INTO company_facts (company_id) VALUES ($1) ON CONFLICT DO NOTHING', [companyId]);
      const [facts] = await sql.query<{ version: number }>('SELECT version FROM company_facts WHERE company_id = $1', [companyId]);
      return {
        ...held,
        version: facts?.version ?? 0,
        country: company.country,
        registrations: await registrations([companyId]),
        activities: await activities([companyId]),
        siteCountries: (await sites([companyId])).map(({ country }) => country),
      };
    },

    countChange: (companyId, expected) => swapVersion(sql, { table: 'company_facts', key: 'company_id' }, companyId, expected),

    async register(code) {
      const [register] = await sql.query<Register>('SELECT code, country, pattern, example FROM register WHERE code = $1', [code]);
      return register;
    },

    async holderOf(scheme, value) {
      const [held] = await sql.query<{ id: string }>('SELECT company_id AS id FROM registration WHERE scheme = $1 AND value = $2', [
        scheme,
        value,
      ]);
      return held?.id;
    },

    async enterNumber(companyId, { scheme, value, raw }) {
      const [entered] = await sql.query(
        'INSERT INTO registration (scheme, value, raw, company_id) VALUES ($1, $2, $3, $4) ON CONFLICT (scheme, value) DO NOTHING RETURNING value',
        [scheme, value, raw, companyId],
      );
      return entered !== undefined;
    },

    async enterVerification({ scheme, value, checkedOn, evidence }, by, at) {
      await sql.query(
        'UPDATE registration SET verified_at = $3, checked_on = $4, checked_by = $5, evidence = $6 WHERE scheme = $1 AND value = $2',
        [scheme, value, at, checkedOn, by, evidence],
      );
    },

    async site(id) {
      const [site] = await sql.query<HeldSite>(
        `SELECT company_id AS "companyId", is_headquarters AS "isSeat", opened_on::text AS "openedOn", closed_on::text AS "closedOn" FROM site WHERE id = $1`,
        [id],
      );
      return site;
    },

    async isSiretKnown(siret) {
      return (await sql.query('SELECT 1 FROM site WHERE siret = $1', [siret])).length > 0;
    },

    async enterSite(id, companyId, { country, town, department, siret, openedOn, isSeat }, today) {
      const [entered] = await sql.query(
        `INSERT INTO site (id, company_id, siret, country, town, department, opened_on, seat_from)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (siret) DO NOTHING RETURNING id`,
        [id, companyId, siret, country, town, department, openedOn, today],
      );
      if (!entered) return false;
      if (isSeat) {
        await sql.query('UPDATE site SET is_headquarters = false, seat_until = $2::date - 1 WHERE company_id = $1 AND is_headquarters', [
          companyId,
          today,
        ]);
        await sql.query('UPDATE site SET is_headquarters = true WHERE id = $1', [id]);
        await sql.query('UPDATE company SET town = $2, department = $3, commune = NULL WHERE id = $1', [companyId, town, department]);
      }
      return true;
    },

    async enterClosing(siteId, closedOn) {
      await sql.query('UPDATE site SET closed_on = $2 WHERE id = $1', [siteId, closedOn]);
    },

    async enterActivity(companyId, { nomenclature, code }, today) {
      // What was entered today was never the last word of a day.
      await sql.query(
        `INSERT INTO former_activity (company_id, nomenclature, code, since, until)
         SELECT company_id, nomenclature, code, since, $3::date - 1 FROM activity WHERE company_id = $1 AND nomenclature = $2 AND since < $3`,
        [companyId, nomenclature, today],
      );
      await sql.query(
        `INSERT INTO activity (company_id, nomenclature, code, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT (company_id, nomenclature) DO UPDATE SET code = excluded.code, since = excluded.since`,
        [companyId, nomenclature, code, today],
      );
    },
  };
}
