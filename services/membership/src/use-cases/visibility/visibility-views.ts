import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { PromiseStatus, VisibilityPromise } from '../../domain/visibility/visibility-promise.ts';

/** A promise as it is shown. Days are yyyy-mm-dd, ids are UUIDs. */
export interface PromiseView extends VisibilityPromise {
  readonly id: string;
  readonly networkId: string;
  readonly evidence: string | null;
  readonly counted: number | null;
  readonly releaseReason: string | null;
}

/** Null does not narrow. */
export interface PromiseFilter {
  readonly day: LocalDate;
  readonly branchId: string | null;
  readonly networkId: string | null;
  readonly status: PromiseStatus | null;
}

/** How many promises to a network stand how. */
export interface PromiseTally {
  readonly networkId: string;
  readonly promised: number;
  readonly delivered: number;
  readonly overdue: number;
  readonly released: number;
}
