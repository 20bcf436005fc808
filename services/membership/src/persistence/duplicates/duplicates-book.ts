import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { DuplicatesBook } from '../../use-cases/duplicates/duplicate-ports.ts';
import { companyForUpdate } from '../company-lock.ts';

/** What is said of companies that may be one, within one transaction. */
export function duplicatesBook(sql: Sql): DuplicatesBook {
  return {
    async branchesForUpdate(companyIds) {
      const branches = new Map<string, string | undefined>();
      for (const id of [...new Set(companyIds)].sort()) {
        const held = await companyForUpdate(sql, id);
        if (held) branches.set(id, held.branchCode);
      }
      return branches;
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
