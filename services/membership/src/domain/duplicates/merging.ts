import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { HeldNumber } from '../company/registration.ts';
import { accept, type Decision, refuse } from '../decision.ts';
import { type Exchange, isUnderWay } from '../expertise/exchange.ts';
import { isOpenOn, type Listing } from '../expertise/listing.ts';
import { type KnownPerson, type SamePerson, samePeople } from './same-people.ts';

export const mergeRefusals = [
  'SAME_COMPANY',
  'MERGED_ALREADY',
  'REGISTERED_ELSEWHERE',
  'BOTH_NUMBERS_VERIFIED',
  'NEITHER_NUMBER_VERIFIED',
  'MEMBERSHIPS_OVERLAP',
  'APPLICATION_OPEN',
  'DUES_OF_ONE_YEAR',
  'IN_TWO_UNDERTAKINGS',
  'TWO_OF_ONE_UNDERTAKING',
  'EXCHANGED_WITH_EACH_OTHER',
  'PROPOSED_TWICE',
  'LISTED_TWICE',
  'SIGNED_UP_TWICE',
  'REASON_MISSING',
] as const;
export type MergeRefusal = (typeof mergeRefusals)[number];

interface Period {
  readonly beganOn: LocalDate;
  readonly endedOn: LocalDate | null;
}

/** One of two records, with all that may keep them from being one company. */
export interface CompanyRecord {
  readonly companyId: string;
  readonly country: string;
  readonly groupId: string | null;
  readonly numbers: readonly HeldNumber[];
  readonly periods: readonly Period[];
  readonly isMember: boolean;
  readonly hasOpenApplication: boolean;
  /** Years that it was invoiced for. */
  readonly invoicedYears: readonly number[];
  readonly listings: readonly Listing[];
  readonly exchanges: readonly (Exchange & { readonly listingId: string })[];
  readonly people: readonly KnownPerson[];
  /** Who holds a place or waits for one at a gathering that did not begin yet. */
  readonly signUps: readonly { readonly gatheringId: string; readonly personId: string }[];
}

/** What becomes of what both records hold. */
export interface MergePlan {
  /** Numbers that were entered by mistake: the register gave one, and somebody verified the other. */
  readonly wrongNumbers: readonly HeldNumber[];
  readonly samePeople: readonly SamePerson[];
}

/** Two records are of one company, and somebody says why: all of the second is of the first from now on, unless both cannot be true of one. */
export function mergeRecords(
  kept: CompanyRecord,
  merged: CompanyRecord,
  reason: string,
  today: LocalDate,
): Decision<MergeRefusal, MergePlan> {
  if (kept.companyId === merged.companyId) return refuse('SAME_COMPANY');
  if (kept.country !== merged.country) return refuse('REGISTERED_ELSEWHERE');
  const differing = numbersThatDiffer(kept, merged);
  if (differing.some(([one, other]) => one.verified && other.verified)) return refuse('BOTH_NUMBERS_VERIFIED');
  if (differing.some(([one, other]) => !one.verified && !other.verified)) return refuse('NEITHER_NUMBER_VERIFIED');
  if (kept.periods.some((one) => merged.periods.some((other) => overlap(one, other)))) return refuse('MEMBERSHIPS_OVERLAP');
  if (mustDecideFirst(kept, merged) || mustDecideFirst(merged, kept)) return refuse('APPLICATION_OPEN');
  if (kept.invoicedYears.some((year) => merged.invoicedYears.includes(year))) return refuse('DUES_OF_ONE_YEAR');
  if (kept.groupId !== null && merged.groupId !== null)
    return refuse(kept.groupId === merged.groupId ? 'TWO_OF_ONE_UNDERTAKING' : 'IN_TWO_UNDERTAKINGS');
  if (metEachOther(kept, merged)) return refuse('EXCHANGED_WITH_EACH_OTHER');
  if (openProposals(kept, today).some((listingId) => openProposals(merged, today).includes(listingId))) return refuse('PROPOSED_TWICE');
  if (openListings(kept, today).some((listing) => openListings(merged, today).includes(listing))) return refuse('LISTED_TWICE');
  const same = samePeople(kept.people, merged.people);
  if (same.some((one) => signedUpTwice(kept, merged, one))) return refuse('SIGNED_UP_TWICE');
  if (reason === '') return refuse('REASON_MISSING');
  return accept({ wrongNumbers: differing.map(([one, other]) => (one.verified ? other : one)), samePeople: same });
}

/** A register gives a company one number. */
function numbersThatDiffer(kept: CompanyRecord, merged: CompanyRecord): (readonly [HeldNumber, HeldNumber])[] {
  return kept.numbers.flatMap((one) =>
    merged.numbers.filter(({ scheme, value }) => scheme === one.scheme && value !== one.value).map((other) => [one, other] as const),
  );
}

function overlap(one: Period, other: Period): boolean {
  return (other.endedOn === null || one.beganOn <= other.endedOn) && (one.endedOn === null || other.beganOn <= one.endedOn);
}

/** A company applies once at a time, and not while it is a member. */
function mustDecideFirst(applicant: CompanyRecord, other: CompanyRecord): boolean {
  return applicant.hasOpenApplication && (other.hasOpenApplication || other.isMember);
}

function metEachOther(one: CompanyRecord, other: CompanyRecord): boolean {
  const isOfBoth = ({ expertId, seekerId }: Exchange) => [expertId, seekerId].every((id) => id === one.companyId || id === other.companyId);
  return [...one.exchanges, ...other.exchanges].some(isOfBoth);
}

function openProposals({ companyId, exchanges }: CompanyRecord, today: LocalDate): string[] {
  return exchanges.filter((one) => one.proposedBy === companyId && isUnderWay(one, today)).map(({ listingId }) => listingId);
}

function openListings({ listings }: CompanyRecord, today: LocalDate): string[] {
  return listings.filter((one) => isOpenOn(one, today)).map(({ kind, theme }) => `${kind} ${theme}`);
}

function signedUpTwice(kept: CompanyRecord, merged: CompanyRecord, { keptId, mergedId }: SamePerson): boolean {
  const of = ({ signUps }: CompanyRecord, id: string) =>
    signUps.filter(({ personId }) => personId === id).map(({ gatheringId }) => gatheringId);
  return of(kept, keptId).some((gatheringId) => of(merged, mergedId).includes(gatheringId));
}
