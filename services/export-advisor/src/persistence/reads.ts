import type { Sql } from '@leader/subgraph-kit/postgres/database';
import type { Reads } from '../use-cases/ports.ts';
import { destinationQueries } from './destinations.queries.ts';
import { memberStandingsIn } from './member-standing.queries.ts';
import { pitfallOrder, pitfallQueries } from './pitfalls.queries.ts';
import { positionOrder, positionQueries } from './positions.queries.ts';
import { premisesOrder, premisesQueries } from './premises.queries.ts';
import { reviewOrder, reviewQueries } from './reviews.queries.ts';
import { tallyQueries } from './tallies.queries.ts';

export function readsFrom(sql: Sql): Reads {
  return {
    destinations: destinationQueries(sql),
    positions: positionQueries(sql),
    reviews: { ...reviewQueries(sql), ...pitfallQueries(sql), ...tallyQueries(sql) },
    premises: premisesQueries(sql),
    standings: memberStandingsIn(sql),
  };
}

/** The stable order of every list, which its pages are cut by. */
export const orders = { positions: positionOrder, reviews: reviewOrder, pitfalls: pitfallOrder, premises: premisesOrder };
