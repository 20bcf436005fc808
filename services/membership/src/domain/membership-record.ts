import { addDays, daysBetween, type LocalDate } from '@leader/subgraph-kit/values/local-date';

/** Never stored: derived for a day from periods, dues and decisions, so that it cannot be stuck. */
export const membershipStatuses = ['PROSPECT', 'ACTIVE', 'GRACE', 'LAPSED', 'SUSPENDED', 'RESIGNED', 'EXCLUDED'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** CONTINUED: another period of the same membership begins on the next day, in another branch or after late dues. */
export type EndReason = 'LAPSED' | 'RESIGNED' | 'EXCLUDED' | 'CONTINUED';

export interface MembershipPeriod {
  readonly branchId: string;
  readonly beganOn: LocalDate;
  /** Last day of the membership; null while it goes on. */
  readonly endedOn: LocalDate | null;
  readonly endReason: EndReason | null;
  /** Last day the dues are paid or waived for. */
  readonly coveredUntil: LocalDate;
  readonly decisions: readonly MembershipDecision[];
}

export interface MembershipDecision {
  readonly kind: 'SUSPENDED' | 'REINSTATED';
  readonly takesEffectOn: LocalDate;
}

/** How many days a membership survives unpaid dues, from a day on. */
export interface GraceRule {
  readonly validFrom: LocalDate;
  readonly days: number;
}

/** Everything that decides whether a company is a member on a day: its periods, what its dues cover, decisions of the bureau. */
export class MembershipRecord {
  private readonly periods: readonly MembershipPeriod[];

  constructor(
    periods: readonly MembershipPeriod[],
    private readonly graceRules: readonly GraceRule[],
  ) {
    this.periods = periods.toSorted((left, right) => (left.beganOn < right.beganOn ? -1 : 1));
  }

  statusOn(day: LocalDate): MembershipStatus {
    const period = this.latestPeriodOn(day);
    if (!period) return 'PROSPECT';
    if (hasEnded(period, day)) return statusAfter(period);
    if (isSuspended(period, day)) return 'SUSPENDED';
    if (period.coveredUntil >= day) return 'ACTIVE';
    return daysBetween(period.coveredUntil, day) <= this.graceDaysOn(day) ? 'GRACE' : 'LAPSED';
  }

  /** The branch the company belongs to that day; none before it joined and after it left. */
  homeBranchOn(day: LocalDate): string | null {
    const period = this.latestPeriodOn(day);
    return period && !hasEnded(period, day) ? period.branchId : null;
  }

  /** The day since which the company has belonged to the network without a break; a move between branches is none. */
  memberSince(day: LocalDate): LocalDate | null {
    const begun = this.periods.filter((period) => period.beganOn <= day);
    const current = begun.at(-1);
    if (!current || hasEnded(current, day)) return null;
    let since = current.beganOn;
    for (const earlier of begun.slice(0, -1).reverse()) {
      // Who lapsed and came back began anew, even without a day between the two periods.
      if (!earlier.endedOn || earlier.endReason === 'LAPSED' || addDays(earlier.endedOn, 1) !== since) break;
      since = earlier.beganOn;
    }
    return since;
  }

  private latestPeriodOn(day: LocalDate): MembershipPeriod | undefined {
    return this.periods.findLast((period) => period.beganOn <= day);
  }

  private graceDaysOn(day: LocalDate): number {
    const inForce = this.graceRules
      .filter((rule) => rule.validFrom <= day)
      .toSorted((left, right) => (left.validFrom < right.validFrom ? -1 : 1));
    return inForce.at(-1)?.days ?? 0;
  }
}

function statusAfter({ endReason }: MembershipPeriod): MembershipStatus {
  return endReason === null || endReason === 'CONTINUED' ? 'LAPSED' : endReason;
}

function hasEnded(period: MembershipPeriod, day: LocalDate): boolean {
  return period.endedOn !== null && period.endedOn < day;
}

function isSuspended(period: MembershipPeriod, day: LocalDate): boolean {
  const taken = period.decisions
    .filter((decision) => decision.takesEffectOn <= day)
    .toSorted((left, right) => (left.takesEffectOn < right.takesEffectOn ? -1 : 1));
  return taken.at(-1)?.kind === 'SUSPENDED';
}
