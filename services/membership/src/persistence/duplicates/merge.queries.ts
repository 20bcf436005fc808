import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { MergeView } from '../../use-cases/duplicates/merge-views.ts';

const mergeColumns = `
  g.id, coalesce(now.company_id, g.kept_id) AS "companyId", g.merged_id AS "mergedId", g.merged_on::text AS "mergedOn", g.reason,
  g.undone_on::text AS "undoneOn"`;
/** The company that stayed may itself have become another one since. */
const mergeTables = 'company_merge AS g LEFT JOIN merged_company AS now ON now.id = g.kept_id';

/** Records that became one. */
export function mergeQueries(sql: Sql) {
  return {
    merges: (ids: readonly string[]) =>
      sql.query<MergeView>(`SELECT ${mergeColumns} FROM ${mergeTables} WHERE g.id = ANY ($1::uuid[])`, [ids]),

    /** Those by which records became one of these companies and still are it. */
    mergesInto: (companyIds: readonly string[]) =>
      sql.query<MergeView>(
        `SELECT ${mergeColumns} FROM merged_company AS r JOIN company_merge AS g ON g.id = r.merge_id LEFT JOIN merged_company AS now ON now.id = g.kept_id
         WHERE r.company_id = ANY ($1::uuid[]) ORDER BY g.sequence DESC`,
        [companyIds],
      ),
  };
}
