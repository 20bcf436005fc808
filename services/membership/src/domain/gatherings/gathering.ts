import { addMonths, daysBetween, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';
import { type ExpertiseTheme, isInUse } from '../expertise/listing.ts';
import type { PolicyTag } from '../funding/agreement.ts';

/** A mission goes to another country than that of the branch that takes it there; a meeting stays at home. */
export type GatheringKind = 'MISSION' | 'MEETING';

/** Who may sign up. */
export const audiences = ['ACTIVE_MEMBERS', 'BRANCH_MEMBERS', 'ALL_COMPANIES'] as const;
export type Audience = (typeof audiences)[number];

export const gatheringStatuses = ['PLANNED', 'OPEN', 'CLOSED', 'OVER', 'CANCELLED'] as const;
export type GatheringStatus = (typeof gatheringStatuses)[number];

/** The days of a gathering, as they are at the branch that invites. Where it stands is derived from them, so that nothing has to close it. */
export interface GatheringDays {
  readonly beginsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Null before companies could sign up. */
  readonly openedOn: LocalDate | null;
  /** The last day on which companies sign up. */
  readonly signUpUntil: LocalDate | null;
  readonly cancelledOn: LocalDate | null;
}

/** A mission or a meeting to which companies send people. */
export interface Gathering extends GatheringDays {
  readonly kind: GatheringKind;
  readonly branchId: string;
  readonly country: string;
  readonly theme: string;
  readonly policyTag: PolicyTag | null;
  readonly audience: Audience;
  /** People who can come. */
  readonly places: number;
  readonly placesTaken: number;
  /** The number that was given last to somebody who signed up. */
  readonly lastRank: number;
}

export type Plan = Pick<Gathering, 'kind' | 'country' | 'beginsOn' | 'endsOn' | 'audience' | 'places'> & { readonly title: string };

export const planningRefusals = [
  'BRANCH_NOT_OPEN',
  'MISSION_NOT_ABROAD',
  'MEETING_ABROAD',
  'TITLE_MISSING',
  'BEGINS_IN_THE_PAST',
  'BEGINS_TOO_LATE',
  'ENDS_BEFORE_IT_BEGINS',
  'LASTS_TOO_LONG',
  'THEME_NOT_IN_USE',
  'PLACES_IMPOSSIBLE',
] as const;
export type PlanningRefusal = (typeof planningRefusals)[number];
export const openingRefusals = ['GATHERING_CANCELLED', 'OPENED_ALREADY', 'GATHERING_BEGUN', 'SIGN_UP_UNTIL_IMPOSSIBLE'] as const;
export type OpeningRefusal = (typeof openingRefusals)[number];
export const resizingRefusals = [
  'GATHERING_CANCELLED',
  'GATHERING_BEGUN',
  'PLACES_IMPOSSIBLE',
  'PLACES_UNCHANGED',
  'PLACES_TAKEN',
] as const;
export type ResizingRefusal = (typeof resizingRefusals)[number];
export const cancellationRefusals = ['GATHERING_CANCELLED', 'GATHERING_OVER', 'REASON_MISSING'] as const;
export type CancellationRefusal = (typeof cancellationRefusals)[number];

const longestInDays = 31;
const furthestInMonths = 24;
const mostPlaces = 2000;

/** Where a gathering stands today. */
export function statusOn(days: GatheringDays, today: LocalDate): GatheringStatus {
  if (days.cancelledOn !== null) return 'CANCELLED';
  if (days.endsOn < today) return 'OVER';
  if (days.openedOn === null) return 'PLANNED';
  return days.signUpUntil !== null && days.signUpUntil >= today ? 'OPEN' : 'CLOSED';
}

/** A branch plans to go somewhere, or to meet at home, within two years. */
export function plan(
  wanted: Plan,
  branch: { readonly isOpen: boolean; readonly country: string },
  theme: ExpertiseTheme | undefined,
  today: LocalDate,
): Decision<PlanningRefusal, GatheringDays> {
  const { kind, country, title, beginsOn, endsOn, places } = wanted;
  if (!branch.isOpen) return refuse('BRANCH_NOT_OPEN');
  if (kind === 'MISSION' && country === branch.country) return refuse('MISSION_NOT_ABROAD');
  if (kind === 'MEETING' && country !== branch.country) return refuse('MEETING_ABROAD');
  if (title.trim() === '') return refuse('TITLE_MISSING');
  if (beginsOn < today) return refuse('BEGINS_IN_THE_PAST');
  if (beginsOn > addMonths(today, furthestInMonths)) return refuse('BEGINS_TOO_LATE');
  if (endsOn < beginsOn) return refuse('ENDS_BEFORE_IT_BEGINS');
  if (daysBetween(beginsOn, endsOn) >= longestInDays) return refuse('LASTS_TOO_LONG');
  if (!theme || !isInUse(theme, today)) return refuse('THEME_NOT_IN_USE');
  if (!isRoomFor(places)) return refuse('PLACES_IMPOSSIBLE');
  return accept({ beginsOn, endsOn, openedOn: null, signUpUntil: null, cancelledOn: null });
}

/** From today on companies may sign up, until a day that is not after the first one of the gathering. */
export function openSignUp(
  gathering: Gathering,
  signUpUntil: LocalDate,
  today: LocalDate,
): Decision<OpeningRefusal, Pick<GatheringDays, 'openedOn' | 'signUpUntil'>> {
  if (gathering.cancelledOn !== null) return refuse('GATHERING_CANCELLED');
  if (gathering.openedOn !== null) return refuse('OPENED_ALREADY');
  if (gathering.beginsOn < today) return refuse('GATHERING_BEGUN');
  if (signUpUntil < today || signUpUntil > gathering.beginsOn) return refuse('SIGN_UP_UNTIL_IMPOSSIBLE');
  return accept({ openedOn: today, signUpUntil });
}

/**
 * The room is another one. Who waits longest gets what becomes free; nobody who holds a place loses it.
 *
 * @param waiting those who wait, in the order in which they came
 */
export function changePlaces<Waiting>(
  gathering: Gathering,
  places: number,
  waiting: readonly Waiting[],
  today: LocalDate,
): Decision<ResizingRefusal, { readonly places: number; readonly moveUp: readonly Waiting[] }> {
  if (gathering.cancelledOn !== null) return refuse('GATHERING_CANCELLED');
  if (gathering.beginsOn <= today) return refuse('GATHERING_BEGUN');
  if (!isRoomFor(places)) return refuse('PLACES_IMPOSSIBLE');
  if (places === gathering.places) return refuse('PLACES_UNCHANGED');
  if (places < gathering.placesTaken) return refuse('PLACES_TAKEN');
  return accept({ places, moveUp: waiting.slice(0, places - gathering.placesTaken) });
}

/**
 * It does not take place, and whoever signed up is told why.
 *
 * @param knownOn the day from which figures know of it
 */
export function cancel(
  gathering: Gathering,
  reason: string,
  today: LocalDate,
  knownOn: LocalDate,
): Decision<CancellationRefusal, Pick<GatheringDays, 'cancelledOn'>> {
  if (gathering.cancelledOn !== null) return refuse('GATHERING_CANCELLED');
  if (gathering.endsOn < today) return refuse('GATHERING_OVER');
  if (reason.trim() === '') return refuse('REASON_MISSING');
  return accept({ cancelledOn: knownOn });
}

function isRoomFor(places: number): boolean {
  return Number.isInteger(places) && places >= 1 && places <= mostPlaces;
}
