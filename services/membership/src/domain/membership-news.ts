import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type StandingSpan, spanOn } from './standing-spans.ts';

/** What others are told of a membership. STATED: where a company stands, without anything having happened to it now. */
export const membershipNews = [
  'MembershipActivated',
  'MembershipEnded',
  'MembershipSuspended',
  'MembershipReinstated',
  'MembershipTransferred',
  'MembershipRenewed',
  'MembershipStated',
] as const;
export type MembershipNews = (typeof membershipNews)[number];

/** The first day on which a company stands otherwise than others were told; undefined when they were told so. */
export function firstDifference(told: readonly StandingSpan[], now: readonly StandingSpan[]): LocalDate | undefined {
  const days = [...told, ...now].flatMap(({ from, until }) => (until ? [from, addDays(until, 1)] : [from]));
  return days.sort().find((day) => {
    const [before, after] = [spanOn(told, day), spanOn(now, day)];
    return before?.status !== after?.status || before?.branchId !== after?.branchId;
  });
}

/** Names what happened by where a company stood, as others were told, and where it stands now. */
export function newsOf(told: readonly StandingSpan[], now: readonly StandingSpan[], today: LocalDate): MembershipNews {
  const [before, after] = [spanOn(told, today), spanOn(now, today)];
  if (!isMember(before) && isMember(after)) return 'MembershipActivated';
  if (hasLeft(now.at(-1)) && !hasLeft(told.at(-1))) return 'MembershipEnded';
  if (before?.status !== 'SUSPENDED' && after?.status === 'SUSPENDED') return 'MembershipSuspended';
  if (before?.status === 'SUSPENDED' && after?.status !== 'SUSPENDED') return 'MembershipReinstated';
  if (before?.branchId !== after?.branchId) return 'MembershipTransferred';
  if (lastPaidDay(now) > lastPaidDay(told)) return 'MembershipRenewed';
  return 'MembershipStated';
}

function isMember(span: StandingSpan | undefined): boolean {
  return span !== undefined && ['ACTIVE', 'GRACE', 'SUSPENDED'].includes(span.status);
}

function hasLeft(span: StandingSpan | undefined): boolean {
  return span?.status === 'RESIGNED' || span?.status === 'EXCLUDED';
}

function lastPaidDay(spans: readonly StandingSpan[]): string {
  return spans.findLast(({ status }) => status === 'ACTIVE')?.until ?? '';
}
