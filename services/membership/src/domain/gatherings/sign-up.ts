import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';
import type { MembershipStatus } from '../membership-record.ts';
import { type Gathering, statusOn } from './gathering.ts';

/** A company that sends a person to a gathering. It holds a place from the day there was one for it, and waits before. */
export interface SignUp {
  /** Who came first has the lower number; it is given once. */
  readonly rank: number;
  readonly signedUpOn: LocalDate;
  /** Null while it waits. */
  readonly placedOn: LocalDate | null;
  readonly withdrawnOn: LocalDate | null;
}

export type SignUpStatus = 'PLACE' | 'WAITING' | 'WITHDRAWN';

/** Who wants to come, as far as the rule asks about them. */
export interface Guest {
  readonly status: MembershipStatus;
  readonly homeBranchId: string | null;
  /** Whether the person is one of the company, and not erased. */
  readonly isOfTheCompany: boolean;
  readonly isSignedUp: boolean;
}

export const signUpRefusals = [
  'GATHERING_CANCELLED',
  'SIGN_UP_NOT_OPEN',
  'SIGN_UP_OVER',
  'MEMBERS_ONLY',
  'OTHER_BRANCH_INVITES',
  'EXCLUDED',
  'PERSON_OF_NO_SUCH_COMPANY',
  'SIGNED_UP_ALREADY',
] as const;
export type SignUpRefusal = (typeof signUpRefusals)[number];
export const withdrawalRefusals = ['WITHDRAWN_ALREADY', 'GATHERING_CANCELLED', 'GATHERING_BEGUN'] as const;
export type SignUpWithdrawalRefusal = (typeof withdrawalRefusals)[number];
export const attendanceRefusals = ['GATHERING_CANCELLED', 'NOT_BEGUN', 'WITHOUT_A_PLACE'] as const;
export type AttendanceRefusal = (typeof attendanceRefusals)[number];

export function signUpStatus({ placedOn, withdrawnOn }: SignUp): SignUpStatus {
  if (withdrawnOn !== null) return 'WITHDRAWN';
  return placedOn === null ? 'WAITING' : 'PLACE';
}

/** A company sends one of its people. There is a place for it as long as one is free; then it waits, behind those who came before. */
export function signUp(gathering: Gathering, guest: Guest, today: LocalDate): Decision<SignUpRefusal, SignUp> {
  const standing = whyNoSignUp(gathering, today) ?? whyNotInvited(gathering, guest);
  if (standing) return refuse(standing);
  if (!guest.isOfTheCompany) return refuse('PERSON_OF_NO_SUCH_COMPANY');
  if (guest.isSignedUp) return refuse('SIGNED_UP_ALREADY');
  const isFree = gathering.placesTaken < gathering.places;
  return accept({ rank: gathering.lastRank + 1, signedUpOn: today, placedOn: isFree ? today : null, withdrawnOn: null });
}

/** The company does not come after all. The place it held goes to whoever waits longest. */
export function withdraw<Waiting>(
  gathering: Gathering,
  signedUp: SignUp,
  firstWaiting: Waiting | undefined,
  today: LocalDate,
): Decision<SignUpWithdrawalRefusal, { readonly withdrawnOn: LocalDate; readonly movesUp: Waiting | undefined }> {
  if (signedUp.withdrawnOn !== null) return refuse('WITHDRAWN_ALREADY');
  if (gathering.cancelledOn !== null) return refuse('GATHERING_CANCELLED');
  if (gathering.beginsOn <= today) return refuse('GATHERING_BEGUN');
  return accept({ withdrawnOn: today, movesUp: signedUp.placedOn === null ? undefined : firstWaiting });
}

/**
 * From the first day on it is written down who came, of those who hold a place; the others of them did not. Written down again, it
 * corrects what was written before.
 *
 * @returns what is new, for each of whom it is
 */
export function recordAttendance<Id>(
  gathering: Gathering,
  placed: readonly { readonly id: Id; readonly came: boolean | null }[],
  came: readonly Id[],
  today: LocalDate,
): Decision<AttendanceRefusal, readonly { readonly id: Id; readonly came: boolean }[]> {
  if (gathering.cancelledOn !== null) return refuse('GATHERING_CANCELLED');
  if (today < gathering.beginsOn) return refuse('NOT_BEGUN');
  if (came.some((id) => !placed.some((one) => one.id === id))) return refuse('WITHOUT_A_PLACE');
  const there = new Set(came);
  return accept(placed.filter((one) => one.came !== there.has(one.id)).map(({ id }) => ({ id, came: there.has(id) })));
}

function whyNoSignUp(gathering: Gathering, today: LocalDate): SignUpRefusal | undefined {
  const status = statusOn(gathering, today);
  if (status === 'CANCELLED') return 'GATHERING_CANCELLED';
  if (status === 'PLANNED') return 'SIGN_UP_NOT_OPEN';
  return status === 'OPEN' ? undefined : 'SIGN_UP_OVER';
}

function whyNotInvited({ audience, branchId }: Gathering, { status, homeBranchId }: Guest): SignUpRefusal | undefined {
  if (audience === 'ALL_COMPANIES') return status === 'EXCLUDED' ? 'EXCLUDED' : undefined;
  if (status !== 'ACTIVE') return 'MEMBERS_ONLY';
  return audience === 'BRANCH_MEMBERS' && homeBranchId !== branchId ? 'OTHER_BRANCH_INVITES' : undefined;
}
