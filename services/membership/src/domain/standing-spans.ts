import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type GraceRule, type MembershipPeriod, MembershipRecord, type MembershipStatus } from './membership-record.ts';

/** Days on end on which a company stands in one way, in one branch. The last span has no end, since nobody knows one yet. */
export interface StandingSpan {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly status: MembershipStatus;
  readonly branchId: string | null;
}

/**
 * Where a company stands on every day, as far as anybody knows today: with the grace and the lapse that come if nothing is done.
 * Whoever has these spans needs none of our rules. Before the first membership there is none.
 */
export function standingSpans(periods: readonly MembershipPeriod[], graceRules: readonly GraceRule[]): StandingSpan[] {
  const record = new MembershipRecord(periods, graceRules);
  const spans: StandingSpan[] = [];
  for (const from of turningDays(periods, graceRules)) {
    const status = record.statusOn(from);
    const branchId = record.homeBranchOn(from);
    const last = spans.at(-1);
    if (last?.status === status && last.branchId === branchId) continue;
    if (last) spans[spans.length - 1] = { ...last, until: addDays(from, -1) };
    spans.push({ from, until: null, status, branchId });
  }
  return spans;
}

export function spanOn(spans: readonly StandingSpan[], day: LocalDate): StandingSpan | undefined {
  return spans.find(({ from, until }) => from <= day && (until === null || until >= day));
}

/** Every day on which something may change; on all others the company stands as the day before. */
function turningDays(periods: readonly MembershipPeriod[], graceRules: readonly GraceRule[]): LocalDate[] {
  const [first] = periods.map(({ beganOn }) => beganOn).sort();
  const days = periods.flatMap(({ beganOn, endedOn, coveredUntil, decisions }) => [
    beganOn,
    ...(endedOn ? [addDays(endedOn, 1)] : []),
    addDays(coveredUntil, 1),
    ...graceRules.map((rule) => addDays(coveredUntil, rule.days + 1)),
    ...decisions.map(({ takesEffectOn }) => takesEffectOn),
  ]);
  const all = [...days, ...graceRules.map(({ validFrom }) => validFrom)];
  return [...new Set(all)].filter((day) => first !== undefined && day >= first).sort();
}
