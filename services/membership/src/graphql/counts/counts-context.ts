import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { MembersAlike } from '../../domain/counts/member-breakdown.ts';
import type { Cohort } from '../../domain/counts/retention.ts';
import type { ExchangesOfTheme, GrowthOfAll, ShownByMembers } from '../../use-cases/counts/counts-views.ts';

/** What the graph asks about members together. */
export interface CountsContext {
  membersAlike(asOf: LocalDate, knownAt: LocalDate): Promise<MembersAlike[]>;
  cohortOf(day: LocalDate): Promise<Cohort>;
  exchangesDone(from: LocalDate, until: LocalDate, asOf: LocalDate): Promise<ExchangesOfTheme[]>;
  shownByMembers(asOf: LocalDate, knownAt: LocalDate): Promise<ShownByMembers[]>;
  growthOfAll(asOf: LocalDate, knownAt: LocalDate): Promise<GrowthOfAll>;
}
