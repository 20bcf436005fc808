import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { AnsweredCompany, OneCompany } from '../use-cases/company-ports.ts';

/**
 * Holds the companies that ids lead to until the end of the transaction, in the order of their ids. Whoever waited for a merge, or for one
 * to be undone, goes where the id leads then.
 *
 * @param hold another statement that holds them, where it must hold more besides
 * @returns them by the id that was asked for; those that do not exist are absent.
 */
export async function holdCompanies(sql: Sql, askedIds: readonly Uuid[], hold = holdEach): Promise<ReadonlyMap<Uuid, OneCompany>> {
  let leads = new Map(askedIds.map((id) => [id, id]));
  for (;;) {
    const found = await sql.query<{ id: Uuid }>(hold, [[...new Set(leads.values())]]);
    const held = new Set(found.map(({ id }) => id));
    const records = await sql.query<{ id: Uuid; companyId: Uuid }>(
      'SELECT id, company_id AS "companyId" FROM merged_company WHERE id = ANY ($1::uuid[]) OR company_id = ANY ($2::uuid[])',
      [askedIds, [...held]],
    );
    const now = new Map(askedIds.map((id) => [id, records.find((record) => record.id === id)?.companyId ?? id]));
    if (askedIds.every((id) => now.get(id) === leads.get(id)))
      return new Map(
        [...now].filter(([, id]) => held.has(id)).map(([asked, id]) => [asked, { companyId: id, formerIds: formerIds(records, id) }]),
      );
    leads = now;
  }
}

const holdEach = 'SELECT id FROM company WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE';

function formerIds(records: readonly { readonly id: Uuid; readonly companyId: Uuid }[], companyId: Uuid): Uuid[] {
  return records.filter((record) => record.companyId === companyId).map(({ id }) => id);
}

/** Holds a company until the end of the transaction. The branch is that of its latest membership, else the one in touch with it. */
export async function companyForUpdate(sql: Sql, askedId: Uuid): Promise<AnsweredCompany | undefined> {
  const held = (await holdCompanies(sql, [askedId])).get(askedId);
  if (!held) return undefined;
  const [branch] = await sql.query<{ code: string }>(
    `SELECT b.code FROM company AS c
     JOIN branch AS b ON b.id = coalesce((SELECT m.branch_id FROM membership AS m WHERE m.company_id = c.id ORDER BY m.began_on DESC LIMIT 1), c.prospect_branch_id)
     WHERE c.id = $1`,
    [held.companyId],
  );
  return { ...held, branchCode: branch?.code };
}
