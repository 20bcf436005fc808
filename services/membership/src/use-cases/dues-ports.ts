import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { DuesEntry, DuesMovement, DuesOfYear } from '../domain/dues.ts';
import type { DuesBand } from '../domain/dues-band.ts';
import type { MembershipFiles } from './membership-file-ports.ts';
import type { CompanyFacts } from './ports.ts';
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
