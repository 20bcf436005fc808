import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { DuesEntry, DuesMovement, DuesOfYear } from '../domain/dues.ts';
import type { DuesBand } from '../domain/dues-band.ts';
import type { MembershipFiles } from './membership-file-ports.ts';
import type { CompanyFacts } from './ports.ts';
import type { DuesMovementView, DuesRateView, DuesView, RenewalView } from './views.ts';
import type { Writes } from './write-ports.ts';

export interface RecordedMovement {
  readonly companyId: Uuid;
  readonly year: number;
  readonly movement: DuesMovement;
}

/** The accounts of dues. Whoever holds a company's file for update holds its accounts. */
export interface DuesBook extends MembershipFiles, Pick<CompanyFacts, 'figures'> {
  bands(): Promise<DuesBand[]>;
  /** The next reference of a series, such as COT-2027-TARN, held until it is entered or given up: no number is left out, none given twice. */
  nextReference(series: string): Promise<string>;
  duesOf(companyId: Uuid, year: number): Promise<DuesOfYear>;
  movementWith(kind: DuesMovement['kind'], reference: string): Promise<RecordedMovement | undefined>;
  enterDues(companyId: Uuid, before: DuesOfYear, entries: readonly DuesEntry[]): Promise<{ readonly referenceIsFree: boolean }>;
}

export type DuesWrites = Writes<DuesBook>;

type Placed<View> = View & Record<`cursor_${number}`, string>;

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
