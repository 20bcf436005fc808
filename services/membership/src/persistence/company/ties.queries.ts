import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { NetworkTieView, ResponsibilityView, UndertakingView } from '../../use-cases/company/ties-views.ts';

/** What ties companies to each other and to others, and what they do for people and the environment. */
export function tiesQueries(sql: Sql) {
  return {
    undertakings: (companyIds: readonly string[]) =>
      sql.query<UndertakingView>('SELECT id AS "companyId", group_id AS "groupId" FROM company WHERE id = ANY ($1::uuid[])', [companyIds]),

    networkTies: (companyIds: readonly string[]) =>
      sql.query<NetworkTieView>(
        `SELECT id, company_id AS "companyId", kind, name, since::text AS since, until::text AS until
         FROM network_tie WHERE company_id = ANY ($1::uuid[]) ORDER BY until NULLS FIRST, name, id`,
        [companyIds],
      ),

    responsibility: (companyIds: readonly string[]) =>
      sql.query<ResponsibilityView>(
        `SELECT company_id AS "companyId", kind, score::float8 AS score, name, stated_on::text AS "statedOn", valid_until::text AS "validUntil", source
         FROM responsibility_fact WHERE company_id = ANY ($1::uuid[]) ORDER BY stated_on DESC, kind, name`,
        [companyIds],
      ),
  };
}
