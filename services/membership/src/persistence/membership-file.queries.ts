import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { FileView, HistoryView } from '../use-cases/views.ts';

const latestFirst = new Keyset('membership-history', [{ sql: 'h.sequence', type: 'bigint' }], 'DESC');

/** What stands in the files of companies, and who wrote it. */
export function membershipFileQueries(sql: Sql) {
  return {
    /** A company that nobody ever wrote about has version 0. */
    files: (companyIds: readonly string[]) =>
      sql.query<FileView>(
        `SELECT c.id AS "companyId", coalesce(f.version, 0) AS version, latest.application
         FROM company AS c LEFT JOIN membership_file AS f ON f.company_id = c.id
         LEFT JOIN LATERAL (
           SELECT json_build_object('branchId', a.branch_id, 'appliedOn', a.applied_on::text, 'outcome', a.outcome,
             'decidedOn', a.decided_on::text, 'ground', a.ground, 'explanation', a.explanation,
             'withdrawnOn', a.withdrawn_on::text, 'withdrawalMotive', a.withdrawal_motive) AS application
           FROM membership_application AS a WHERE a.company_id = c.id ORDER BY a.id DESC LIMIT 1
         ) AS latest ON true
         WHERE c.id = ANY ($1::uuid[])`,
        [companyIds],
      ),

    latestFirst,

    /** One page of the history of each company and of the records that became it: one statement for all of them. */
    historyPages(companyIds: readonly string[], page: Page): Promise<(HistoryView & Record<`cursor_${number}`, string>)[]> {
      const parameters = new SqlParameters(companyIds);
      const text = `
        SELECT entry.* FROM unnest($1::uuid[]) AS parent(id) CROSS JOIN LATERAL (
          SELECT parent.id AS "companyId", h.happened_at AS "happenedAt", h.actor, h.client, h.country AS hub, h.action, h.fields,
            h.from_state AS "from", h.to_state AS "to", h.why, ${latestFirst.select}
          FROM history AS h WHERE h.object_id = ANY (ARRAY(SELECT parent.id UNION ALL SELECT r.id FROM merged_company AS r WHERE r.company_id = parent.id)) AND ${page.where(parameters)}
          ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}
        ) AS entry`;
      return sql.query(text, parameters.values);
    },
  };
}
