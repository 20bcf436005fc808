import type { Uuid } from '@leader/subgraph-kit/values/ids';
import { accept, type Decision, refuse } from '../decision.ts';
import type { BatchStatus, RowVerdict } from './affiliation-batch.ts';

export const suspicionVerdicts = ['SAME_COMPANY', 'ANOTHER_COMPANY'] as const;
export type SuspicionVerdict = (typeof suspicionVerdicts)[number];

export const settlementRefusals = [
  'NOT_CHECKED',
  'APPLIED_ALREADY',
  'ABANDONED_ALREADY',
  'NO_SUCH_LINE',
  'NOT_SUSPECT',
  'FOLLOWS_AN_EARLIER_LINE',
  'APPLY_EARLIER_LINE_FIRST',
  'NOT_ONE_OF_THEM',
  'REASON_MISSING',
] as const;
export type SettlementRefusal = (typeof settlementRefusals)[number];

/** What a person says of a suspect row, and why. Of the same company it is told which one; another one is none of them. */
export interface Settlement {
  readonly verdict: SuspicionVerdict;
  readonly companyId: Uuid | null;
  readonly reason: string;
}

/** The companies that the number of the row stands for, or does not. A name only makes companies suspect; who they are is said by a person. */
export function settle(
  status: BatchStatus,
  row: RowVerdict | undefined,
  { verdict, companyId, reason }: Settlement,
): Decision<SettlementRefusal, readonly Uuid[]> {
  if (status === 'APPLIED') return refuse('APPLIED_ALREADY');
  if (status === 'ABANDONED') return refuse('ABANDONED_ALREADY');
  if (status === 'UPLOADED') return refuse('NOT_CHECKED');
  if (!row) return refuse('NO_SUCH_LINE');
  if (row.outcome !== 'SUSPECT') return refuse('NOT_SUSPECT');
  if (row.reasons.some(({ code }) => code === 'SAME_NUMBER_AS_WAITING_LINE')) return refuse('FOLLOWS_AN_EARLIER_LINE');
  if (row.similarTo.length === 0) return refuse('APPLY_EARLIER_LINE_FIRST');
  const isOneOfThem = companyId !== null && row.similarTo.includes(companyId);
  if (verdict === 'SAME_COMPANY' ? !isOneOfThem : companyId !== null) return refuse('NOT_ONE_OF_THEM');
  if (reason === '') return refuse('REASON_MISSING');
  return accept(isOneOfThem ? [companyId] : row.similarTo);
}
