import type { Uuid } from '@leader/subgraph-kit/values/ids';
import { accept, type Decision, refuse } from '../decision.ts';
import type { RowOutcome } from '../network-list/network-list.ts';
import type { RowReason } from '../network-list/reasons.ts';

export const batchStatuses = ['UPLOADED', 'CHECKED', 'APPROVED', 'APPLIED', 'ABANDONED'] as const;
export type BatchStatus = (typeof batchStatuses)[number];

/** What is to become of one row, as people see it before they approve. Companies that are not entered yet have no id. */
export interface RowVerdict {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly reasons: readonly RowReason[];
  /** The company the row was added as, or matched to. */
  readonly companyId: Uuid | null;
  readonly similarTo: readonly Uuid[];
}

const closedRefusals = ['APPLIED_ALREADY', 'ABANDONED_ALREADY'] as const;
export const checkRefusals = closedRefusals;
export type CheckRefusal = (typeof checkRefusals)[number];
export const approvalRefusals = ['NOT_CHECKED', 'APPROVED_ALREADY', ...closedRefusals, 'OWN_UPLOAD', 'AGREEMENT_ENDED'] as const;
export type ApprovalRefusal = (typeof approvalRefusals)[number];
export const applicationRefusals = ['NOT_APPROVED', ...closedRefusals, 'DIRECTORY_CHANGED'] as const;
export type BatchApplicationRefusal = (typeof applicationRefusals)[number];
export const abandonmentRefusals = [...closedRefusals, 'MOTIVE_MISSING'] as const;
export type AbandonmentRefusal = (typeof abandonmentRefusals)[number];

/** Judges the rows against the directory as it is now. Whoever approved before has to look again, since the rows may end otherwise. */
export function check(status: BatchStatus): Decision<CheckRefusal, 'CHECKED'> {
  const closed = closedAlready(status);
  return closed ? refuse(closed) : accept('CHECKED');
}

/**
 * A second person has seen what would become of each row, and agrees: whoever brought the list is not the one to find what is wrong with it.
 * A network joins only while its agreement holds.
 */
export function approve(status: BatchStatus, isOwnUpload: boolean, isAgreementInForce: boolean): Decision<ApprovalRefusal, 'APPROVED'> {
  const closed = closedAlready(status);
  if (closed) return refuse(closed);
  if (status === 'APPROVED') return refuse('APPROVED_ALREADY');
  if (status === 'UPLOADED') return refuse('NOT_CHECKED');
  if (isOwnUpload) return refuse('OWN_UPLOAD');
  if (!isAgreementInForce) return refuse('AGREEMENT_ENDED');
  return accept('APPROVED');
}

/** Enters all of it or nothing: each row ends as it was approved, or the batch has to be checked again. */
export function apply(
  status: BatchStatus,
  approved: readonly RowVerdict[],
  now: readonly RowVerdict[],
): Decision<BatchApplicationRefusal, 'APPLIED'> {
  const closed = closedAlready(status);
  if (closed) return refuse(closed);
  if (status !== 'APPROVED') return refuse('NOT_APPROVED');
  if (approved.length !== now.length || approved.some((row, index) => told(row) !== told(now[index]))) return refuse('DIRECTORY_CHANGED');
  return accept('APPLIED');
}

/** Lets go of a batch that was not applied. */
export function abandon(status: BatchStatus, motive: string): Decision<AbandonmentRefusal, 'ABANDONED'> {
  const closed = closedAlready(status);
  if (closed) return refuse(closed);
  if (motive === '') return refuse('MOTIVE_MISSING');
  return accept('ABANDONED');
}

function closedAlready(status: BatchStatus): 'APPLIED_ALREADY' | 'ABANDONED_ALREADY' | undefined {
  if (status === 'APPLIED') return 'APPLIED_ALREADY';
  if (status === 'ABANDONED') return 'ABANDONED_ALREADY';
  return undefined;
}

function told(row: RowVerdict | undefined): string {
  if (!row) return '';
  const reasons = row.reasons.map(({ code, about }) => [code, about ?? null]);
  return JSON.stringify([row.line, row.outcome, reasons, row.companyId, [...row.similarTo].sort()]);
}
