import type { Sql } from '@leader/subgraph-kit/postgres/database';

/** Holds a company until the end of the transaction. The branch is that of its latest membership, else the one in touch with it. */
export async function companyForUpdate(sql: Sql, companyId: string): Promise<{ readonly branchCode: string | undefined } | undefined> {
  const [held] = await sql.query('SELECT id FROM company WHERE id = $1 FOR NO KEY UPDATE', [companyId]);
  if (!held) return undefined;
  const [branch] = await sql.query<{ code: string }>(
    `SELECT b.code FROM company AS c
     JOIN branch AS b ON b.id = coalesce((SELECT m.branch_id FROM membership AS m WHERE m.company_id = c.id ORDER BY m.began_on DESC LIMIT 1), c.prospect_branch_id)
     WHERE c.id = $1`,
    [companyId],
  );
  return { branchCode: branch?.code };
}
