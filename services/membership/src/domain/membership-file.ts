import { addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import {
  type EndReason,
  type GraceRule,
  type MembershipDecision,
  type MembershipPeriod,
  MembershipRecord,
  type MembershipStatus,
} from './membership-record.ts';

/** On what ground the bureau may reject. The sector is none: the network is open to all of them. */
export const rejectionGrounds = ['OUTSIDE_TERRITORY', 'FILE_INCOMPLETE', 'CHARTER_NOT_SHARED', 'IN_LIQUIDATION', 'NOT_A_COMPANY'] as const;
export type RejectionGround = (typeof rejectionGrounds)[number];

/** How the dues of a year were settled. */
export type Settlement = 'PAID' | 'WAIVED';

export interface FiledPeriod extends MembershipPeriod {
  readonly id: string;
  readonly branchCode: string;
}

export interface Application {
  readonly id: string;
  readonly branchId: string;
  readonly branchCode: string;
  readonly appliedOn: LocalDate;
  readonly outcome: 'APPROVED' | 'REJECTED' | null;
  /** The day the company took it back, before anybody decided. */
  readonly withdrawnOn: LocalDate | null;
  /** The membership it led to. */
  readonly membershipId: string | null;
}

/** How long an excluded company waits before it may apply again, from a day on. */
export interface WaitRule {
  readonly validFrom: LocalDate;
  readonly months: number;
}

/** What a change writes into the file. What stands in it is never taken out. */
export type FileEntry =
  | { readonly kind: 'APPLIED'; readonly application: Application }
  | {
      readonly kind: 'DECIDED';
      readonly applicationId: string;
      readonly outcome: 'APPROVED' | 'REJECTED';
      readonly decidedOn: LocalDate;
      readonly ground: RejectionGround | null;
      readonly explanation: string | null;
    }
  | { readonly kind: 'WITHDRAWN'; readonly applicationId: string; readonly withdrawnOn: LocalDate; readonly motive: string }
  | { readonly kind: 'BEGUN'; readonly period: FiledPeriod; readonly applicationId: string | null }
  | { readonly kind: 'COVERED'; readonly membershipId: string; readonly coveredUntil: LocalDate }
  | { readonly kind: 'RULED'; readonly membershipId: string; readonly decision: MembershipDecision; readonly motive: string }
  | { readonly kind: 'EXCLUDED'; readonly membershipId: string; readonly exclusion: Exclusion }
  | { readonly kind: 'ENDED'; readonly membershipId: string; readonly endedOn: LocalDate; readonly endReason: EndReason }
  | { readonly kind: 'DUES'; readonly year: number; readonly settlement: Settlement | null };

/** Why the bureau excludes a member, when it heard it, and how it voted. */
export interface Exclusion {
  readonly motive: string;
  readonly heardOn: LocalDate | null;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstentions: number;
}

export interface AcceptedChange {
  readonly accepted: true;
  /** The first day on which the company stands as the change says. */
  readonly effectiveOn: LocalDate;
  readonly from: string | null;
  readonly to: string;
  readonly why: string | null;
  readonly entries: readonly FileEntry[];
}

/** What a person may do to a membership is accepted with all that it changes, or refused with a reason. */
export type LifeDecision<Reason> = AcceptedChange | { readonly accepted: false; readonly reason: Reason };

export function refuse<Reason>(reason: Reason): LifeDecision<Reason> {
  return { accepted: false, reason };
}

interface Contents {
  readonly periods: readonly FiledPeriod[];
  /** Oldest first. */
  readonly applications: readonly Application[];
  readonly graceRules: readonly GraceRule[];
  readonly waitRules: readonly WaitRule[];
  /** The years whose dues are paid or waived. */
  readonly settledYears: ReadonlyMap<number, Settlement>;
}

/** The file of one company: its applications and memberships from the first to the last. A write only ever speaks of today and later. */
export class MembershipFile {
  private readonly record: MembershipRecord;

  constructor(private readonly contents: Contents) {
    this.record = new MembershipRecord(contents.periods, contents.graceRules);
  }

  get periods(): readonly FiledPeriod[] {
    return this.contents.periods;
  }

  statusOn(day: LocalDate): MembershipStatus {
    return this.record.statusOn(day);
  }

  get latestApplication(): Application | undefined {
    return this.contents.applications.at(-1);
  }

  /** Waits for a decision, or was approved and has not led to a membership yet. */
  get openApplication(): Application | undefined {
    return this.contents.applications.find(
      ({ outcome, withdrawnOn, membershipId }) => outcome !== 'REJECTED' && withdrawnOn === null && membershipId === null,
    );
  }

  /** The membership whose rights or dues there is something to decide about; none after it lapsed or ended. */
  membershipOn(day: LocalDate): FiledPeriod | undefined {
    return ['ACTIVE', 'GRACE', 'SUSPENDED'].includes(this.statusOn(day)) ? this.periodOn(day) : undefined;
  }

  /** The period the day lies in, lapsed or not. */
  periodOn(day: LocalDate): FiledPeriod | undefined {
    return this.periods.find(({ beganOn, endedOn }) => beganOn <= day && (endedOn === null || endedOn >= day));
  }

  /** Whether the company was excluded so lately that it has to wait. */
  mustWaitOn(day: LocalDate): boolean {
    const rule = this.contents.waitRules
      .filter(({ validFrom }) => validFrom <= day)
      .toSorted((left, right) => (left.validFrom < right.validFrom ? -1 : 1))
      .at(-1);
    return this.periods.some(
      ({ endedOn, endReason }) => endReason === 'EXCLUDED' && endedOn && addMonths(endedOn, rule?.months ?? 0) >= day,
    );
  }

  /** How the dues of a year were settled, if they were. */
  settlementOf(year: number): Settlement | null {
    return this.contents.settledYears.get(year) ?? null;
  }

  /** The file with something more written into it. */
  with(entries: readonly FileEntry[]): MembershipFile {
    return new MembershipFile(entries.reduce(written, this.contents));
  }
}

function written(contents: Contents, entry: FileEntry): Contents {
  const { periods, applications } = contents;
  const inPeriod = (id: string, change: (period: FiledPeriod) => FiledPeriod) => ({
    ...contents,
    periods: periods.map((period) => (period.id === id ? change(period) : period)),
  });
  const inApplication = (id: string | null, change: Partial<Application>) =>
    applications.map((application) => (application.id === id ? { ...application, ...change } : application));
  switch (entry.kind) {
    case 'APPLIED':
      return { ...contents, applications: [...applications, entry.application] };
    case 'DECIDED':
      return { ...contents, applications: inApplication(entry.applicationId, { outcome: entry.outcome }) };
    case 'WITHDRAWN':
      return { ...contents, applications: inApplication(entry.applicationId, { withdrawnOn: entry.withdrawnOn }) };
    case 'BEGUN':
      return {
        ...contents,
        periods: [...periods, entry.period],
        applications: inApplication(entry.applicationId, { membershipId: entry.period.id }),
      };
    case 'COVERED':
      return inPeriod(entry.membershipId, (period) => ({ ...period, coveredUntil: entry.coveredUntil }));
    case 'RULED':
      return inPeriod(entry.membershipId, (period) => ({ ...period, decisions: [...period.decisions, entry.decision] }));
    case 'ENDED':
      return inPeriod(entry.membershipId, (period) => ({ ...period, endedOn: entry.endedOn, endReason: entry.endReason }));
    case 'DUES': {
      const settledYears = new Map(contents.settledYears);
      if (entry.settlement) settledYears.set(entry.year, entry.settlement);
      else settledYears.delete(entry.year);
      return { ...contents, settledYears };
    }
    case 'EXCLUDED':
      return contents;
  }
}
