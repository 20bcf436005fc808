import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { ReviewTally } from '../domain/score.ts';
import type { Reviews } from '../use-cases/ports.ts';
import { type OfParent, oneByParent } from './by-parent.ts';

const sums = `
  count(*)::int AS n, sum(r.overall)::float8 AS sum,
  count(r.reliability)::int AS reliability_n, coalesce(sum(r.reliability), 0)::int AS reliability_sum,
  count(r.delay)::int AS delay_n, coalesce(sum(r.delay), 0)::int AS delay_sum,
  count(r.cost_against_plan)::int AS cost_n, coalesce(sum(r.cost_against_plan), 0)::int AS cost_sum,
  count(r.would_do_again)::int AS again_n, (count(*) FILTER (WHERE r.would_do_again))::int AS again_yes`;

/** An unverified or unpublished review never moves a score: this is the only place that adds stars up. */
const counted = 'r.verified AND r.published_on <= $1';

export function tallyQueries(sql: Sql): Pick<Reviews, 'talliesByCountry' | 'talliesByPremises'> {
  return {
    async talliesByCountry(today) {
      const rows = await sql.query<TallyRow>(
        `SELECT coalesce(r.country, '') AS parent, ${sums} FROM review r WHERE ${counted} GROUP BY GROUPING SETS ((r.country), ()) HAVING count(*) > 0`,
        [today],
      );
      return oneByParent(rows, tally);
    },

    async talliesByPremises(premisesIds, today) {
      const rows = await sql.query<TallyRow>(
        `SELECT r.target_key AS parent, ${sums} FROM review r
         WHERE ${counted} AND r.target = 'PREMISES' AND r.target_key = ANY($2) GROUP BY r.target_key`,
        [today, premisesIds],
      );
      return oneByParent(rows, tally);
    },
  };
}

type TallyRow = OfParent & Record<'n' | 'sum' | `${'reliability' | 'delay' | 'cost'}_${'n' | 'sum'}` | 'again_n' | 'again_yes', number>;

function tally(row: TallyRow): ReviewTally {
  return {
    overall: { n: row.n, sum: row.sum },
    facets: {
      RELIABILITY: { n: row.reliability_n, sum: row.reliability_sum },
      DELAY: { n: row.delay_n, sum: row.delay_sum },
      COST_AGAINST_PLAN: { n: row.cost_n, sum: row.cost_sum },
    },
    wouldDoAgain: { n: row.again_n, yes: row.again_yes },
  };
}
