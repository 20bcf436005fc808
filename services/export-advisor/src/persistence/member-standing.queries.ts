import type { Sql } from '@leader/subgraph-kit/postgres/database';
import { completeAsOf, spansOn } from '@leader/subgraph-kit/postgres/dated-copy';
import type { MemberStandings } from '../use-cases/ports.ts';

export const standingTable = 'member_standing';

/** Our own copy of where companies stand in the network. */
export function memberStandingsIn(sql: Sql): MemberStandings {
  return {
    async on(day, companyIds) {
      const spans = await spansOn(sql, standingTable, companyIds, day);
      return new Map([...spans].map(([id, { state, place }]) => [id, { status: state, branchId: place }]));
    },
    asOf: () => completeAsOf(sql, 'membership'),
  };
}
