import { addDays, type LocalDate, yearOf } from '@leader/subgraph-kit/values/local-date';
import { type LifeDecision, type MembershipFile, type RejectionGround, refuse, type Settlement } from './membership-file.ts';

export const applicationRefusals = [
  'REGISTRATION_MISSING',
  'LEADER_NOT_NAMED',
  'CONSENT_MISSING',
  'BRANCH_NOT_OPEN',
  'ALREADY_A_MEMBER',
  'APPLICATION_OPEN',
  'EXCLUDED_TOO_RECENTLY',
] as const;
export type ApplicationRefusal = (typeof applicationRefusals)[number];

export const decisionRefusals = [
  'NO_APPLICATION',
  'ALREADY_DECIDED',
  'APPLICATION_WITHDRAWN',
  'GROUND_MISSING',
  'GROUND_WITHOUT_REJECTION',
] as const;
export type DecisionRefusal = (typeof decisionRefusals)[number];

export const applicationWithdrawalRefusals = ['NO_APPLICATION', 'ALREADY_DECIDED', 'APPLICATION_WITHDRAWN', 'MOTIVE_MISSING'] as const;
export type ApplicationWithdrawalRefusal = (typeof applicationWithdrawalRefusals)[number];

export const activationRefusals = ['ALREADY_A_MEMBER', 'NO_APPLICATION', 'NOT_APPROVED_YET', 'DUES_NOT_SETTLED'] as const;
export type ActivationRefusal = (typeof activationRefusals)[number];

export interface Applicant {
  readonly hasValidRegistration: boolean;
  readonly hasLeader: boolean;
  readonly consents: boolean;
}

export interface ChosenBranch {
  readonly id: string;
  readonly code: string;
  readonly isOpen: boolean;
}

/** A company asks to join a branch, or cannot. What it does for a living is not asked: the network is open to every sector. */
export function apply(
  file: MembershipFile,
  applicant: Applicant,
  branch: ChosenBranch,
  today: LocalDate,
  id: string,
): LifeDecision<ApplicationRefusal> {
  if (!applicant.hasValidRegistration) return refuse('REGISTRATION_MISSING');
  if (!applicant.hasLeader) return refuse('LEADER_NOT_NAMED');
  if (!applicant.consents) return refuse('CONSENT_MISSING');
  if (!branch.isOpen) return refuse('BRANCH_NOT_OPEN');
  if (file.membershipOn(today)) return refuse('ALREADY_A_MEMBER');
  if (file.openApplication) return refuse('APPLICATION_OPEN');
  if (file.mustWaitOn(today)) return refuse('EXCLUDED_TOO_RECENTLY');
  const undecided = { outcome: null, withdrawnOn: null, membershipId: null };
  const application = { id, branchId: branch.id, branchCode: branch.code, appliedOn: today, ...undecided };
  return {
    accepted: true,
    effectiveOn: today,
    from: file.statusOn(today),
    to: 'APPLIED',
    why: null,
    entries: [{ kind: 'APPLIED', application }],
  };
}

export interface BureauDecision {
  readonly outcome: 'APPROVED' | 'REJECTED';
  readonly ground: RejectionGround | null;
  /** For the company, in the words of the bureau. */
  readonly explanation: string | null;
}

/** The bureau approves an application, or rejects it on a ground that is told; it decides once. */
export function decide(file: MembershipFile, decision: BureauDecision, today: LocalDate): LifeDecision<DecisionRefusal> {
  const application = file.latestApplication;
  if (!application || application.membershipId !== null) return refuse('NO_APPLICATION');
  if (application.outcome !== null) return refuse('ALREADY_DECIDED');
  if (application.withdrawnOn !== null) return refuse('APPLICATION_WITHDRAWN');
  if (decision.outcome === 'REJECTED' && decision.ground === null) return refuse('GROUND_MISSING');
  if (decision.outcome === 'APPROVED' && decision.ground !== null) return refuse('GROUND_WITHOUT_REJECTION');
  return {
    accepted: true,
    effectiveOn: today,
    from: 'APPLIED',
    to: decision.outcome,
    why: decision.ground,
    entries: [{ kind: 'DECIDED', applicationId: application.id, decidedOn: today, ...decision }],
  };
}

/** The company takes its application back, and says why, as long as nobody has decided. It may apply again. */
export function withdraw(file: MembershipFile, motive: string, today: LocalDate): LifeDecision<ApplicationWithdrawalRefusal> {
  const application = file.latestApplication;
  if (!application || application.membershipId !== null) return refuse('NO_APPLICATION');
  if (application.outcome !== null) return refuse('ALREADY_DECIDED');
  if (application.withdrawnOn !== null) return refuse('APPLICATION_WITHDRAWN');
  if (motive.trim() === '') return refuse('MOTIVE_MISSING');
  return {
    accepted: true,
    effectiveOn: today,
    from: 'APPLIED',
    to: 'WITHDRAWN',
    why: null,
    entries: [{ kind: 'WITHDRAWN', applicationId: application.id, withdrawnOn: today, motive }],
  };
}

/** Once its dues of the year are settled, an approved company is a member, from today on. A membership that lapsed ends the day before. */
export function activate(file: MembershipFile, settlement: Settlement, today: LocalDate, id: string): LifeDecision<ActivationRefusal> {
  const application = file.openApplication;
  if (file.membershipOn(today)) return refuse('ALREADY_A_MEMBER');
  if (!application) return refuse('NO_APPLICATION');
  if (application.outcome === null) return refuse('NOT_APPROVED_YET');
  if (file.settlementOf(yearOf(today)) !== settlement) return refuse('DUES_NOT_SETTLED');
  const { branchId, branchCode } = application;
  const lapsed = file.periodOn(today);
  const period = {
    id,
    branchId,
    branchCode,
    beganOn: today,
    endedOn: null,
    endReason: null,
    coveredUntil: lastDayOf(yearOf(today)),
    decisions: [],
  };
  return {
    accepted: true,
    effectiveOn: today,
    from: 'APPROVED',
    to: 'ACTIVE',
    why: settlement,
    entries: [
      ...(lapsed ? [{ kind: 'ENDED', membershipId: lapsed.id, endedOn: addDays(today, -1), endReason: 'LAPSED' } as const] : []),
      { kind: 'BEGUN', period, applicationId: application.id },
    ],
  };
}

/** Dues are due by the calendar year. */
export function lastDayOf(year: number): LocalDate {
  return `${year}-12-31` as LocalDate;
}
