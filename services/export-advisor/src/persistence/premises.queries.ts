import { Keyset } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { Booking } from '../domain/availability.ts';
import type { PremisesCatalogue } from '../use-cases/ports.ts';
import type { Placed, PremisesView } from '../use-cases/views.ts';
import { manyByParent, type OfParent, oneByParent } from './by-parent.ts';

/** Houses of the Region first, then by town. */
export const premisesOrder = new Keyset('premises', [
  { sql: 's.rank', type: 'bigint' },
  { sql: 's.town', type: 'text' },
  { sql: 's.id', type: 'uuid' },
]);

const columns = `s.id, s.country, s.town, s.kind, s.operator, s.operator_name AS "operatorName", s.operator_company_id AS "operatorCompanyId", s.capacity,
  s.price_minor::text AS "priceMinor", s.price_currency AS "priceCurrency", s.price_unit AS "priceUnit", s.max_term_months AS "maxTermMonths", s.renewals,
  s.services_fr, s.services_en`;

export function premisesQueries(sql: Sql): PremisesCatalogue {
  return {
    async pages(countries, page) {
      const parameters = new SqlParameters(countries);
      const rows = await sql.query<PremisesRow>(
        `SELECT parent.key AS parent, item.*
         FROM unnest($1::text[]) AS parent (key)
         CROSS JOIN LATERAL (
           SELECT ${columns}, ${premisesOrder.select} FROM premises s
           WHERE s.country = parent.key AND ${page.where(parameters)}
           ORDER BY ${page.orderBy} LIMIT ${page.limit}
         ) item`,
        parameters.values,
      );
      return manyByParent(rows, premisesView);
    },

    async counts(countries) {
      const rows = await sql.query<OfParent & { count: number }>(
        `SELECT parent.key AS parent, (SELECT count(*)::int FROM premises s WHERE s.country = parent.key) AS count
         FROM unnest($1::text[]) AS parent (key)`,
        [countries],
      );
      return oneByParent(rows, (row) => row.count);
    },

    async byIds(ids) {
      const rows = await sql.query<PremisesRow>(`SELECT s.id AS parent, ${columns} FROM premises s WHERE s.id = ANY($1::uuid[])`, [ids]);
      return oneByParent(rows, premisesView);
    },

    async bookings(premisesIds, stay) {
      const rows = await sql.query<OfParent & Booking>(
        `SELECT premises_id AS parent, from_on::text AS from, to_on::text AS to, desks FROM booking
         WHERE premises_id = ANY($1::uuid[]) AND from_on <= $3 AND to_on >= $2`,
        [premisesIds, stay.from, stay.to],
      );
      return manyByParent(rows, (row) => row);
    },
  };
}

type PremisesRow = OfParent & Omit<PremisesView, 'services'> & { readonly services_fr: string[]; readonly services_en: string[] };

function premisesView({ services_fr, services_en, ...row }: PremisesRow): Placed<PremisesView> {
  return { ...row, services: { fr: services_fr, en: services_en } };
}
