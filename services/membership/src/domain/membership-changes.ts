import { addDays, addMonths, type LocalDate, yearOf } from '@leader/subgraph-kit/values/local-date';
import { type ChosenBranch, lastDayOf } from './admission.ts';
import {
  type Exclusion,
  type FiledPeriod,
  type FileEntry,
  type LifeDecision,
  type MembershipFile,
  refuse,
  type Settlement,
} from './membership-file.ts';

export const suspensionRefusals = ['NOT_A_MEMBER', 'ALREADY_SUSPENDED', 'RULED_TODAY', 'MOTIVE_MISSING'] as const;
export type SuspensionRefusal = (typeof suspensionRefusals)[number];

export const reinstatementRefusals = ['NOT_SUSPENDED', 'RULED_TODAY', 'MOTIVE_MISSING'] as const;
export type ReinstatementRefusal = (typeof reinstatementRefusals)[number];

export const resignationRefusals = ['NOT_A_MEMBER', 'LEAVING_ALREADY', 'LAST_DAY_PASSED', 'LAST_DAY_TOO_FAR'] as const;
export type ResignationRefusal = (typeof resignationRefusals)[number];

export const exclusionRefusals = ['NOT_A_MEMBER', 'MOTIVE_MISSING', 'NOT_HEARD', 'VOTES_IMPOSSIBLE', 'VOTE_NOT_CARRIED'] as const;
export type ExclusionRefusal = (typeof exclusionRefusals)[number];

export const renewalRefusals = [
  'NOT_A_MEMBER',
  'LEAVING_ALREADY',
  'SUSPENDED',
  'COVERED_ALREADY',
  'YEAR_BEFORE_UNSETTLED',
  'YEAR_TOO_FAR',
  'DUES_NOT_SETTLED',
] as const;
export type RenewalRefusal = (typeof renewalRefusals)[number];

export const transferRefusals = ['NOT_A_MEMBER', 'LEAVING_ALREADY', 'SUSPENDED', 'SAME_BRANCH', 'BRANCH_NOT_OPEN', 'JOINED_TODAY'] as const;
export type TransferRefusal = (typeof transferRefusals)[number];

/** The bureau lets the rights of a member rest, from today on. */
export function suspend(file: MembershipFile, motive: string, today: LocalDate): LifeDecision<SuspensionRefusal> {
  const membership = file.membershipOn(today);
  if (!membership) return refuse('NOT_A_MEMBER');
  if (file.statusOn(today) === 'SUSPENDED') return refuse('ALREADY_SUSPENDED');
  if (wasRuledOn(membership, today)) return refuse('RULED_TODAY');
  if (motive.trim() === '') return refuse('MOTIVE_MISSING');
  return changed(file, today, 'SUSPENDED', [ruling(membership, 'SUSPENDED', motive, today)]);
}

/** The bureau gives a suspended member its rights back, from today on. */
export function reinstate(file: MembershipFile, motive: string, today: LocalDate): LifeDecision<ReinstatementRefusal> {
  const membership = file.membershipOn(today);
  if (!membership || file.statusOn(today) !== 'SUSPENDED') return refuse('NOT_SUSPENDED');
  if (wasRuledOn(membership, today)) return refuse('RULED_TODAY');
  if (motive.trim() === '') return refuse('MOTIVE_MISSING');
  const entries = [ruling(membership, 'REINSTATED', motive, today)];
  return changed(file, today, file.with(entries).statusOn(today), entries);
}

/** A member leaves by its own decision, today or within a year; its last day is still a day of membership. */
export function resign(file: MembershipFile, lastDay: LocalDate, today: LocalDate): LifeDecision<ResignationRefusal> {
  const membership = file.membershipOn(today);
  if (!membership) return refuse('NOT_A_MEMBER');
  if (membership.endedOn !== null) return refuse('LEAVING_ALREADY');
  if (lastDay < today) return refuse('LAST_DAY_PASSED');
  if (lastDay > addMonths(today, 12)) return refuse('LAST_DAY_TOO_FAR');
  const end = { kind: 'ENDED', membershipId: membership.id, endedOn: lastDay, endReason: 'RESIGNED' } as const;
  return changed(file, today, 'RESIGNED', [end], addDays(lastDay, 1));
}

/** The bureau excludes a member, with a motive, after it was heard, by more votes for than against. Today is its last day. */
export function exclude(file: MembershipFile, exclusion: Exclusion, today: LocalDate): LifeDecision<ExclusionRefusal> {
  const membership = file.membershipOn(today);
  const { motive, heardOn, votesFor, votesAgainst, abstentions } = exclusion;
  if (!membership) return refuse('NOT_A_MEMBER');
  if (motive.trim() === '') return refuse('MOTIVE_MISSING');
  if (heardOn === null || heardOn > today || heardOn < membership.beganOn) return refuse('NOT_HEARD');
  if (votesFor < 0 || votesAgainst < 0 || abstentions < 0) return refuse('VOTES_IMPOSSIBLE');
  if (votesFor <= votesAgainst) return refuse('VOTE_NOT_CARRIED');
  const entries: FileEntry[] = [
    { kind: 'EXCLUDED', membershipId: membership.id, exclusion },
    { kind: 'ENDED', membershipId: membership.id, endedOn: today, endReason: 'EXCLUDED' },
  ];
  return changed(file, today, 'EXCLUDED', entries, addDays(today, 1));
}

/**
 * The dues of the next year are settled, so that the membership goes on. Whoever settles late was in grace until now and stays
 * so in all counts of the past: the period ends and another begins today.
 */
export function renew(
  file: MembershipFile,
  year: number,
  settlement: Settlement,
  today: LocalDate,
  id: string,
): LifeDecision<RenewalRefusal> {
  const membership = file.membershipOn(today);
  if (!membership) return refuse('NOT_A_MEMBER');
  if (membership.endedOn !== null) return refuse('LEAVING_ALREADY');
  if (file.statusOn(today) === 'SUSPENDED') return refuse('SUSPENDED');
  const nextToSettle = yearOf(addDays(membership.coveredUntil, 1));
  if (year < nextToSettle) return refuse('COVERED_ALREADY');
  if (year > nextToSettle) return refuse('YEAR_BEFORE_UNSETTLED');
  if (year > yearOf(today) + 1) return refuse('YEAR_TOO_FAR');
  if (file.settlementOf(year) !== settlement) return refuse('DUES_NOT_SETTLED');
  const coveredUntil = lastDayOf(year);
  const changesNothingBeforeToday = membership.coveredUntil >= addDays(today, -1) || membership.beganOn === today;
  const entries: FileEntry[] = changesNothingBeforeToday
    ? [{ kind: 'COVERED', membershipId: membership.id, coveredUntil }]
    : continued(membership, { id, coveredUntil }, today);
  return {
    accepted: true,
    effectiveOn: today,
    from: `COVERED_UNTIL_${membership.coveredUntil}`,
    to: `COVERED_UNTIL_${coveredUntil}`,
    why: settlement,
    entries,
  };
}

/**
 * The dues of the last covered year are owed again, because a payment came back. The membership is covered no longer than it was
 * without them, and until yesterday at least: what was counted stays counted.
 */
export function uncover(file: MembershipFile, year: number, today: LocalDate): FileEntry[] {
  const membership = file.membershipOn(today);
  if (!membership || membership.coveredUntil !== lastDayOf(year)) return [];
  const [, coveredUntil] = [addDays(today, -1), lastDayOf(year - 1)].sort() as [LocalDate, LocalDate];
  return [{ kind: 'COVERED', membershipId: membership.id, coveredUntil }];
}

/** A member moves to another open branch, from today on, and keeps its years of membership. */
export function transfer(file: MembershipFile, branch: ChosenBranch, today: LocalDate, id: string): LifeDecision<TransferRefusal> {
  const membership = file.membershipOn(today);
  if (!membership) return refuse('NOT_A_MEMBER');
  if (membership.endedOn !== null) return refuse('LEAVING_ALREADY');
  if (file.statusOn(today) === 'SUSPENDED') return refuse('SUSPENDED');
  if (membership.branchId === branch.id) return refuse('SAME_BRANCH');
  if (!branch.isOpen) return refuse('BRANCH_NOT_OPEN');
  if (membership.beganOn === today) return refuse('JOINED_TODAY');
  return {
    accepted: true,
    effectiveOn: today,
    from: membership.branchCode,
    to: branch.code,
    why: null,
    entries: continued(membership, { id, branchId: branch.id, branchCode: branch.code }, today),
  };
}

/** The membership goes on in another period, without a day between them. */
function continued(membership: FiledPeriod, change: Partial<FiledPeriod> & { readonly id: string }, today: LocalDate): FileEntry[] {
  return [
    { kind: 'ENDED', membershipId: membership.id, endedOn: addDays(today, -1), endReason: 'CONTINUED' },
    { kind: 'BEGUN', period: { ...membership, decisions: [], ...change, beganOn: today }, applicationId: null },
  ];
}

function ruling(membership: FiledPeriod, kind: 'SUSPENDED' | 'REINSTATED', motive: string, today: LocalDate): FileEntry {
  return { kind: 'RULED', membershipId: membership.id, decision: { kind, takesEffectOn: today }, motive };
}

/** Where a company stands is told by the day, so it is decided about once a day. */
function wasRuledOn(membership: FiledPeriod, day: LocalDate): boolean {
  return membership.decisions.some(({ takesEffectOn }) => takesEffectOn >= day);
}

function changed<Reason>(
  file: MembershipFile,
  today: LocalDate,
  to: string,
  entries: readonly FileEntry[],
  effectiveOn = today,
): LifeDecision<Reason> {
  return { accepted: true, effectiveOn, from: file.statusOn(today), to, why: null, entries };
}
