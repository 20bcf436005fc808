import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { MemberStanding } from '../domain/member-standing.ts';
import type { CohortView, ProgramVersionView, ProgramView } from './views.ts';

/** Programs and their dated rules. */
export interface Programs {
  /** In the order in which they are shown. */
  all(): Promise<ProgramView[]>;
  /** With their criteria, the oldest version first. */
  versionsOf(programIds: readonly Uuid[]): Promise<ProgramVersionView[]>;
}

/** The groups that go through the programs. */
export interface Cohorts {
  /** Those that take applications on this day, the nearest deadline first. */
  openOn(day: LocalDate, programIds: readonly Uuid[]): Promise<CohortView[]>;
}

/** Our own copy of where companies stand in the network, kept by what membership tells. */
export interface MemberStandings {
  /** Where each company stood on a day, by one statement; a company that nothing was told of is absent. */
  on(day: LocalDate, companyIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, MemberStanding>>;
  /** Until when everything that membership had decided is in the copy; null before it was ever complete. */
  asOf(): Promise<Date | null>;
}
