import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { CohortDays } from '../domain/cohort.ts';
import type { Eligibility, Rules } from '../domain/eligibility.ts';
import type { Validity } from '../domain/program-version.ts';

/** Text for people, in each language the network speaks. */
export type Wording = Readonly<Record<Language, string>>;

export interface ProgramView {
  readonly id: Uuid;
  readonly code: string;
  readonly name: string;
  readonly basedOn: Wording | null;
}

export type CapacityUnit = 'PERSON' | 'COMPANY';

export interface ProgramVersionView extends Rules, Validity {
  readonly id: Uuid;
  readonly programId: Uuid;
  readonly durationMonths: number;
  readonly capacityUnit: CapacityUnit;
  readonly experimental: boolean;
  readonly source: Wording;
  readonly assumption: Wording | null;
}

export interface CohortView extends CohortDays {
  readonly id: Uuid;
  readonly programId: Uuid;
  readonly versionId: Uuid;
  readonly versionNumber: number;
  readonly name: string;
  readonly capacity: number;
  readonly capacityUnit: CapacityUnit;
  readonly placesTaken: number;
  readonly theme: Wording | null;
}

/** Whether one program fits one company, under the rules of the cohort that is open, or of today when none is. */
export interface EligibilityView {
  readonly program: ProgramView;
  readonly version: ProgramVersionView;
  readonly cohort: CohortView | null;
  readonly eligibility: Eligibility;
  /** The program that comes closest, when none fits. */
  readonly nearest: ProgramView | null;
}
