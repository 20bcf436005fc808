import { Keyset } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import { departmentsOfOccitanie } from '../domain/search-terms.ts';
import type { PositionOwner, PositionSearch, Positions } from '../use-cases/ports.ts';
import type { Placed, PositionView } from '../use-cases/views.ts';
import { manyByParent, type OfParent, oneByParent } from './by-parent.ts';

/** The most lately confirmed first. */
export const positionOrder = new Keyset(
  'positions',
  [
    { sql: 'p.last_confirmed_on', type: 'date' },
    { sql: 'p.id', type: 'uuid' },
  ],
  'DESC',
);

const columns = `p.id, p.company_id AS "companyId", p.home_country AS "homeCountry", p.host_country AS "hostCountry", p.city, p.department, p.kind,
  p.since::text, p.open_to_calls AS "openToCalls", p.last_confirmed_on::text AS "lastConfirmedOn", p.closed_on::text AS "closedOn",
  (SELECT coalesce(json_agg(json_build_object('nomenclature', s.nomenclature, 'code', s.code) ORDER BY s.nomenclature, s.code), '[]')
     FROM position_sector s WHERE s.position_id = p.id) AS sectors`;

const owned: Record<PositionOwner, string> = {
  HOST_COUNTRY: 'p.host_country = parent.key',
  HOME_COUNTRY_IN_OCCITANIE: `p.home_country = parent.key AND p.host_country = 'FR' AND p.department IN (${departmentsOfOccitanie.map((code) => `'${code}'`).join(', ')})`,
  COMPANY: 'p.company_id = parent.key::uuid',
};

/** Begun and not over on the day that is bound as `$2` of lists under parents, `$1` of searches. */
const heldOn = (day: string) => `p.since <= ${day} AND (p.closed_on IS NULL OR p.closed_on > ${day})`;

export function positionQueries(sql: Sql): Positions {
  return {
    async pages(owner, keys, page, today) {
      const parameters = new SqlParameters(keys, today);
      const rows = await sql.query<OfParent & Placed<PositionView>>(
        `SELECT parent.key AS parent, item.*
         FROM unnest($1::text[]) AS parent (key)
         CROSS JOIN LATERAL (
           SELECT ${columns}, ${positionOrder.select} FROM position p
           WHERE ${owned[owner]} AND ${heldOn('$2')} AND ${page.where(parameters)}
           ORDER BY ${page.orderBy} LIMIT ${page.limit}
         ) item`,
        parameters.values,
      );
      return manyByParent(rows, (row) => row);
    },

    async counts(owner, keys, today) {
      const rows = await sql.query<OfParent & { count: number }>(
        `SELECT parent.key AS parent, (SELECT count(*)::int FROM position p WHERE ${owned[owner]} AND ${heldOn('$2')}) AS count
         FROM unnest($1::text[]) AS parent (key)`,
        [keys, today],
      );
      return oneByParent(rows, (row) => row.count);
    },

    search(search, page, today) {
      const parameters = new SqlParameters(today);
      return sql.query<Placed<PositionView>>(
        `SELECT ${columns}, ${positionOrder.select} FROM position p
         WHERE ${matching(search, parameters)} AND ${page.where(parameters)}
         ORDER BY ${page.orderBy} LIMIT ${page.limit}`,
        parameters.values,
      );
    },

    async searchCount(search, today) {
      const parameters = new SqlParameters(today);
      const [row] = await sql.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM position p WHERE ${matching(search, parameters)}`,
        parameters.values,
      );
      return row?.count ?? 0;
    },

    async byIds(ids, today) {
      const rows = await sql.query<OfParent & PositionView>(
        `SELECT p.id AS parent, ${columns} FROM position p WHERE p.id = ANY($1::uuid[]) AND p.since <= $2`,
        [ids, today],
      );
      return oneByParent(rows, (row) => row);
    },
  };
}

function matching(search: PositionSearch, parameters: SqlParameters): string {
  const conditions = [heldOn('$1')];
  if (search.hostCountry) conditions.push(`p.host_country = ${parameters.add(search.hostCountry)}`);
  if (search.homeCountry) conditions.push(`p.home_country = ${parameters.add(search.homeCountry)}`);
  if (search.department) conditions.push(`p.department = ${parameters.add(search.department)}`);
  if (search.activity) {
    const beginning = parameters.add(`${search.activity}%`);
    conditions.push(`EXISTS (SELECT 1 FROM position_sector s WHERE s.position_id = p.id AND s.bare_code LIKE ${beginning})`);
  }
  return conditions.join(' AND ');
}
