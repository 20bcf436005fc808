import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { MemberStanding } from '../domain/member-standing.ts';
import type { FundView } from './views.ts';

export interface Funds {
  /** The fund as it stood on each of the days, in their order; null before it was announced. One statement for all. */
  onDays(days: readonly LocalDate[]): Promise<(FundView | null)[]>;
}

/** Our own copy of where companies stand in the network, kept by what membership tells. */
export interface MemberStandings {
  /** Where each company stood on a day, by one statement; a company that nothing was told of is absent. */
  on(day: LocalDate, companyIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, MemberStanding>>;
  /** Until when everything that membership had decided is in the copy; null before it was ever complete. */
  asOf(): Promise<Date | null>;
}
