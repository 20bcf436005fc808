import { Keyset } from '@leader/subgraph-kit/pagination/keyset';
import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { SqlParameters } from '@leader/subgraph-kit/postgres/sql-parameters';
import type { ReviewOwner, Reviews } from '../use-cases/ports.ts';
import type { Placed, ReviewView } from '../use-cases/views.ts';
import { manyByParent, type OfParent, oneByParent } from './by-parent.ts';

/** The newest first. */
export const reviewOrder = new Keyset(
  'reviews',
  [
    { sql: 'r.published_on', type: 'date' },
    { sql: 'r.id', type: 'uuid' },
  ],
  'DESC',
);

/** What a review and its pitfalls share: whose experience it was, of what and when. */
export const experienceColumns = `r.country, r.target, r.target_name AS "targetName", r.experience_from::text AS "experienceFrom",
  r.experience_to::text AS "experienceTo", r.verified, r.published_on::text AS "publishedOn", r.language`;

const columns = `r.id, r.author_company_id AS "authorCompanyId", ${experienceColumns}, r.would_do_again AS "wouldDoAgain", r.text,
  json_build_object('RELIABILITY', r.reliability, 'DELAY', r.delay, 'COST_AGAINST_PLAN', r.cost_against_plan) AS stars`;

const owned: Record<ReviewOwner, string> = {
  COUNTRY: 'r.country = parent.key',
  AUTHOR: 'r.author_company_id = parent.key::uuid',
};

export function reviewQueries(sql: Sql): Pick<Reviews, 'pages' | 'counts' | 'byIds'> {
  return {
    async pages(owner, keys, page, today) {
      const parameters = new SqlParameters(keys, today);
      const rows = await sql.query<OfParent & Placed<ReviewView>>(
        `SELECT parent.key AS parent, item.*
         FROM unnest($1::text[]) AS parent (key)
         CROSS JOIN LATERAL (
           SELECT ${columns}, ${reviewOrder.select} FROM review r
           WHERE ${owned[owner]} AND r.published_on <= $2 AND ${page.where(parameters)}
           ORDER BY ${page.orderBy} LIMIT ${page.limit}
         ) item`,
        parameters.values,
      );
      return manyByParent(rows, (row) => row);
    },

    async counts(owner, keys, today) {
      const rows = await sql.query<OfParent & { count: number }>(
        `SELECT parent.key AS parent, (SELECT count(*)::int FROM review r WHERE ${owned[owner]} AND r.published_on <= $2) AS count
         FROM unnest($1::text[]) AS parent (key)`,
        [keys, today],
      );
      return oneByParent(rows, (row) => row.count);
    },

    async byIds(ids, today) {
      const rows = await sql.query<OfParent & ReviewView>(
        `SELECT r.id AS parent, ${columns} FROM review r WHERE r.id = ANY($1::uuid[]) AND r.published_on <= $2`,
        [ids, today],
      );
      return oneByParent(rows, (row) => row);
    },
  };
}
