import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { ProspectBook } from '../../use-cases/prospects/prospect-ports.ts';
import { membershipFiles } from '../membership-files.ts';

/** Prospects within one transaction. */
export function prospectBook(sql: Sql): ProspectBook {
  return {
    async prospectForUpdate(askedId) {
      const filed = await membershipFiles(sql).fileForUpdate(askedId);
      if (!filed) return undefined;
      const [row] = await sql.query<{ code: string }>(
        'SELECT b.code FROM company AS c JOIN branch AS b ON b.id = c.prospect_branch_id WHERE c.id = $1',
        [filed.companyId],
      );
      return { ...filed, branchCode: row?.code ?? null };
    },

    async enterContact(id, companyId, { contactedOn, outcome, callBackOn }, note) {
      await sql.query(
        'INSERT INTO prospect_contact (id, company_id, contacted_on, outcome, call_back_on, note) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, companyId, contactedOn, outcome, callBackOn, note],
      );
    },

    async enterGrowthProject(id, companyId, { kind, title, startsOn, recordedOn }) {
      await sql.query('INSERT INTO growth_project (id, company_id, kind, title, starts_on, recorded_on) VALUES ($1, $2, $3, $4, $5, $6)', [
        ...[id, companyId, kind, title, startsOn, recordedOn],
      ]);
    },

    async enterSegment(companyId, segment) {
      await sql.query('UPDATE company SET prospect_segment = $2 WHERE id = $1', [companyId, segment]);
    },
  };
}
