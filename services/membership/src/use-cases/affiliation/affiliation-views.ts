import type { BatchStatus } from '../../domain/affiliation/affiliation-batch.ts';
import type { PartnerNetwork } from '../../domain/affiliation/partner-network.ts';
import type { ListEncoding } from '../../domain/network-list/file-text.ts';
import type { RowOutcome } from '../../domain/network-list/network-list.ts';
import type { RowReason } from '../../domain/network-list/reasons.ts';

export type ListCounts = Readonly<Record<Lowercase<RowOutcome> | 'figuresAdded' | 'figuresCorrected' | 'emailsLeftOut', number>>;

/** How a file was read. */
export interface ReadFile {
  readonly fileName: string;
  readonly encoding: ListEncoding;
  readonly delimiter: string;
  readonly ignoredColumns: readonly string[];
  /** Headings of amounts that say no unit and were read as whole euros. */
  readonly amountsReadAsEuros: readonly string[];
}

/** A member list on its way into the directory. Ids are UUIDs. */
export interface BatchView extends ReadFile {
  readonly id: string;
  readonly version: number;
  readonly branchId: string;
  readonly networkId: string | null;
  readonly status: BatchStatus;
  /** Null before the first check. */
  readonly counts: ListCounts | null;
}

/** Who brought a batch so far, and when. */
export interface BatchStepView {
  readonly batchId: string;
  readonly status: BatchStatus;
  readonly happenedAt: Date;
  readonly actor: string;
}

/** One row of a list. */
export interface ListRowView {
  readonly batchId: string;
  readonly line: number;
  readonly name: string;
  /** Null before the first check. */
  readonly outcome: RowOutcome | null;
  readonly reasons: readonly RowReason[];
  readonly companyId: string | null;
  readonly similarTo: readonly string[];
  /** The number as it was read, null when it could not be. */
  readonly registration: string | null;
  readonly town: string | null;
  readonly department: string | null;
}

export interface NetworkView extends PartnerNetwork {
  readonly id: string;
  readonly branchId: string;
}
