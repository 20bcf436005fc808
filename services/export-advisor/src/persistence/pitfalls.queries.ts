import { Keyset } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { Reviews } from '../use-cases/ports.ts';
import type { PitfallView, Placed } from '../use-cases/views.ts';
import { manyByParent, type OfParent, oneByParent } from './by-parent.ts';
import { experienceColumns } from './reviews.queries.ts';

/** The costliest first, then those that took the most days. */
export const pitfallOrder = new Keyset(
  'pitfalls',
  [
    { sql: 'f.weight', type: 'bigint' },
    { sql: 'coalesce(f.delay_days, 0)', type: 'bigint' },
    { sql: 'f.id', type: 'uuid' },
  ],
  'DESC',
);

const columns = `f.id, f.review_id AS "reviewId", ${experienceColumns}, f.title, f.what, f.cost_minor::text AS "costMinor",
  f.cost_currency AS "costCurrency", f.delay_days AS "delayDays", f.how_to_avoid AS "howToAvoid"`;
const published = 'pitfall f JOIN review r ON r.id = f.review_id AND r.published_on <= $2';

export function pitfallQueries(sql: Sql): Pick<Reviews, 'pitfallPages' | 'pitfallCounts' | 'pitfallsOf'> {
  return {
    async pitfallPages(countries, page, today) {
      const parameters = new SqlParameters(countries, today);
      const rows = await sql.query<OfParent & Placed<PitfallView>>(
        `SELECT parent.key AS parent, item.*
         FROM unnest($1::text[]) AS parent (key)
         CROSS JOIN LATERAL (
           SELECT ${columns}, ${pitfallOrder.select} FROM ${published}
           WHERE r.country = parent.key AND ${page.where(parameters)}
           ORDER BY ${page.orderBy} LIMIT ${page.limit}
         ) item`,
        parameters.values,
      );
      return manyByParent(rows, (row) => row);
    },

    async pitfallCounts(countries, today) {
      const rows = await sql.query<OfParent & { count: number }>(
        `SELECT parent.key AS parent, (SELECT count(*)::int FROM ${published} WHERE r.country = parent.key) AS count
         FROM unnest($1::text[]) AS parent (key)`,
        [countries, today],
      );
      return oneByParent(rows, (row) => row.count);
    },

    async pitfallsOf(reviewIds) {
      const rows = await sql.query<OfParent & PitfallView>(
        `SELECT f.review_id AS parent, ${columns}
         FROM pitfall f JOIN review r ON r.id = f.review_id
         WHERE f.review_id = ANY($1::uuid[]) ORDER BY ${pitfallOrder.orderBy(false)}`,
        [reviewIds],
      );
      return manyByParent(rows, (row) => row);
    },
  };
}
