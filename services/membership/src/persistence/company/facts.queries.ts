import { Keyset, type Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { FactsVersionView, RegisterView, SitePlaceView } from '../../use-cases/company/facts-views.ts';

const sitesInTurn = new Keyset('sites', [{ sql: 's.id', type: 'uuid' }]);

type Placed<View> = View & Record<`cursor_${number}`, string>;

/** What people entered about companies. */
export function factsQueries(sql: Sql) {
  return {
    registers: () => sql.query<RegisterView>('SELECT code, country, name, example FROM register ORDER BY country, code'),

    factsVersions: (companyIds: readonly string[]) =>
      sql.query<FactsVersionView>('SELECT company_id AS "companyId", version FROM company_facts WHERE company_id = ANY ($1::uuid[])', [
        companyIds,
      ]),

    sitesInTurn,

    sitePages(companyIds: readonly string[], page: Page): Promise<Placed<SitePlaceView>[]> {
      const parameters = new SqlParameters(companyIds);
      return sql.query<Placed<SitePlaceView>>(
        `SELECT place.* FROM unnest($1::uuid[]) AS parent(id) CROSS JOIN LATERAL (
           SELECT s.id, s.company_id AS "companyId", s.siret, s.is_headquarters AS "isSeat", s.country, s.town, s.department,
             s.opened_on::text AS "openedOn", s.closed_on::text AS "closedOn", ${sitesInTurn.select}
           FROM site AS s WHERE s.company_id = parent.id AND ${page.where(parameters)} ORDER BY ${page.orderBy} LIMIT ${parameters.add(page.limit)}
         ) AS place`,
        parameters.values,
      );
    },
  };
}
