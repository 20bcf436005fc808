import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Gathering, GatheringDays } from '../../domain/gatherings/gathering.ts';
import type { SignUp } from '../../domain/gatherings/sign-up.ts';
import type { ThemeView } from '../expertise/expertise-views.ts';
import type { FiledCompany } from '../membership-file-ports.ts';
import type { Branches } from '../ports.ts';
import type { Writes } from '../write-ports.ts';
import type { GatheringView, SignUpView } from './gathering-views.ts';

export interface PlannedGathering extends Omit<Gathering, 'placesTaken' | 'lastRank'> {
  readonly title: string;
  readonly plannedOn: LocalDate;
}

interface Swap {
  readonly swapped: boolean;
  readonly current: number | undefined;
}

/** What people change about gatherings, within one transaction. */
export interface GatheringBook extends Pick<Branches, 'branches'> {
  theme(code: string): Promise<ThemeView | undefined>;
  enterGathering(id: Uuid, gathering: PlannedGathering): Promise<void>;
  /** Held until the end, so that places and ranks are given one after the other. Whoever needs a company too holds that one first. */
  gatheringForUpdate(id: Uuid): Promise<GatheringView | undefined>;
  /** Enters what happened to it if it still has the expected version. */
  enterDays(
    gathering: GatheringView,
    expectedVersion: number,
    days: Partial<GatheringDays> & { readonly cancelReason?: string },
  ): Promise<Swap>;
  companyForUpdate(companyId: Uuid): Promise<FiledCompany | undefined>;
  /** Undefined for a person that does not exist or was erased. */
  companyOfPerson(personId: Uuid): Promise<Uuid | undefined>;
  isSignedUp(gatheringId: Uuid, personId: Uuid): Promise<boolean>;
  signUp(id: Uuid): Promise<SignUpView | undefined>;
  /** Those that wait, the one that came first before all others. */
  waiting(gatheringId: Uuid): Promise<SignUpView[]>;
  /** Of those, the first. */
  firstWaiting(gatheringId: Uuid): Promise<SignUpView | undefined>;
  /** Another number of places, with those that get one by it, if the gathering still has the expected version. */
  enterPlaces(
    gathering: GatheringView,
    expectedVersion: number,
    places: number,
    moveUp: readonly SignUpView[],
    placedOn: LocalDate,
  ): Promise<Swap>;
  placed(gatheringId: Uuid): Promise<SignUpView[]>;
  enterSignUp(id: Uuid, of: Pick<SignUpView, 'gatheringId' | 'companyId' | 'personId'>, signUp: SignUp): Promise<void>;
  /** The place goes to `movesUp` when there is somebody; else it is free. */
  enterWithdrawal(signUp: SignUpView, withdrawnOn: LocalDate, movesUp: SignUpView | undefined): Promise<void>;
  enterAttendance(entries: readonly { readonly id: Uuid; readonly came: boolean }[], recordedOn: LocalDate): Promise<void>;
}

export type GatheringWrites = Writes<GatheringBook>;
