import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { DuesMovementView, DuesRateView, DuesView, RenewalView } from '../use-cases/views.ts';
import type { Placed } from './batches.ts';

/** What is read of dues. Every question is asked for many at once and costs one statement. */
export interface DuesReads {
  readonly duesByYear: Keyset;
  readonly duesMovementsLatestFirst: Keyset;
  readonly waitingOldestFirst: Keyset;
  readonly soonestFirst: Keyset;
  duesOfYears(companyIds: readonly string[], year: number): Promise<DuesView[]>;
  duesPages(companyIds: readonly string[], page: Page): Promise<Placed<DuesView>[]>;
  duesMovementPages(companyIds: readonly string[], page: Page): Promise<Placed<DuesMovementView>[]>;
  waitingPayments(branchId: string | undefined, page: Page): Promise<Placed<DuesMovementView>[]>;
  renewals(day: LocalDate, until: LocalDate, branchId: string | undefined, page: Page): Promise<Placed<RenewalView>[]>;
  duesRate(day: LocalDate, branchId: string | undefined): Promise<DuesRateView>;
}
