import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { AnsweredCompany } from '../../use-cases/company-ports.ts';
import type { DuplicatesBook } from '../../use-cases/duplicates/duplicate-ports.ts';
import { companyForUpdate, holdCompanies } from '../company-lock.ts';

/** What is said of companies that may be one, within one transaction. */
export function duplicatesBook(sql: Sql): DuplicatesBook {
  return {
    async companiesForUpdate(askedIds) {
      await holdCompanies(sql, askedIds);
      const companies = new Map<string, AnsweredCompany>();
      for (const id of askedIds) {
        const held = await companyForUpdate(sql, id);
        if (held) companies.set(id, held);
      }
      return companies;
    },

    async isToldApart(companyId, otherCompanyId) {
      const told = await sql.query(
        'SELECT 1 FROM told_apart WHERE least(company_id, other_company_id) = least($1::uuid, $2::uuid) AND greatest(company_id, other_company_id) = greatest($1::uuid, $2::uuid)',
        [companyId, otherCompanyId],
      );
      return told.length > 0;
    },

    async enterToldApart(id, companyId, otherCompanyId, reason, on) {
      await sql.query('INSERT INTO told_apart (id, company_id, other_company_id, reason, told_on) VALUES ($1, $2, $3, $4, $5)', [
        id,
        companyId,
        otherCompanyId,
        reason,
        on,
      ]);
    },
  };
}
