import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Hub, Place } from '../domain/hub.ts';
import type { PositionKind } from '../domain/position.ts';
import type { Facet } from '../domain/score.ts';

/** Read models: what the graph shows, as the database hands it over. Amounts are minor units written as text. */

/** A row of a list, with its place in it. */
export type Placed<View> = View & Record<`cursor_${number}`, string>;

/** A sentence in both languages of the network. */
interface BothLanguages {
  readonly fr: string;
  readonly en: string;
}

interface CardView {
  readonly timeZone: string;
  readonly flightMinutes: number | null;
  readonly notes: BothLanguages;
  readonly source: BothLanguages;
  readonly asOf: LocalDate;
}

export interface CountryView {
  readonly country: string;
  readonly centre: Place;
  readonly card: CardView | null;
}

export interface HouseView {
  readonly id: string;
  readonly country: string;
  readonly town: string;
  readonly address: string;
  readonly languages: readonly string[];
  readonly services: { readonly fr: readonly string[]; readonly en: readonly string[] };
}

export interface AgreementView {
  readonly id: string;
  readonly hubCountry: string;
  readonly name: BothLanguages;
  readonly reachableCountries: readonly string[];
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: BothLanguages;
  readonly checkedOn: LocalDate | null;
}

interface SectorView {
  readonly nomenclature: string;
  readonly code: string;
}

export interface PositionView {
  readonly id: string;
  readonly companyId: string;
  readonly homeCountry: string;
  readonly hostCountry: string;
  readonly city: string;
  readonly department: string | null;
  readonly kind: PositionKind;
  readonly since: LocalDate;
  readonly sectors: readonly SectorView[];
  readonly openToCalls: boolean;
  readonly lastConfirmedOn: LocalDate;
  readonly closedOn: LocalDate | null;
}

export type ReviewTarget = 'DESTINATION' | 'ORGANISATION' | 'PREMISES' | 'SUPPORT_BODY';

export interface ExperienceView {
  readonly target: ReviewTarget;
  /** What was reviewed; null for the destination itself, whose name depends on the reader's language. */
  readonly targetName: string | null;
  readonly country: string;
  readonly experienceFrom: LocalDate;
  readonly experienceTo: LocalDate;
  readonly verified: boolean;
  readonly publishedOn: LocalDate;
  readonly language: string;
}

export interface ReviewView extends ExperienceView {
  readonly id: string;
  readonly authorCompanyId: string;
  readonly stars: Readonly<Record<Facet, number | null>>;
  readonly wouldDoAgain: boolean | null;
  readonly text: string;
}

export interface PitfallView extends ExperienceView {
  readonly id: string;
  readonly reviewId: string;
  readonly title: string;
  readonly what: string;
  readonly costMinor: string | null;
  readonly costCurrency: string | null;
  readonly delayDays: number | null;
  readonly howToAvoid: string;
}

export type OperatorKind = 'HOUSE' | 'MEMBER' | 'PARTNER';
export type PremisesKind = 'DESK' | 'OFFICE' | 'MEETING_ROOM' | 'WORKSHOP';
export type PriceUnit = 'DAY' | 'MONTH';

export interface PremisesView {
  readonly id: string;
  readonly country: string;
  readonly town: string;
  readonly kind: PremisesKind;
  readonly operator: OperatorKind;
  readonly operatorName: string;
  readonly operatorCompanyId: string | null;
  readonly capacity: number;
  readonly priceMinor: string;
  readonly priceCurrency: string;
  readonly priceUnit: PriceUnit;
  readonly maxTermMonths: number;
  readonly renewals: number;
  readonly services: { readonly fr: readonly string[]; readonly en: readonly string[] };
}

export type HubView = Hub;
