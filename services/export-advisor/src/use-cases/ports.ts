import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Booking } from '../domain/availability.ts';
import type { DestinationCounts } from '../domain/gaps.ts';
import type { MemberStanding } from '../domain/member-standing.ts';
import type { ReviewTally } from '../domain/score.ts';
import type { Stay } from '../domain/stay.ts';
import type {
  AgreementView,
  CountryView,
  HouseView,
  HubView,
  PitfallView,
  Placed,
  PositionView,
  PremisesView,
  ReviewView,
} from './views.ts';

/** Which rows of a list are wanted: a keyset page, as the pagination room of the kit makes it. */
export interface PageCut {
  readonly key: string;
  readonly limit: number;
  readonly orderBy: string;
  where(parameters: { add(value: unknown): string; readonly values: unknown[] }): string;
}

/** Rows of many parents read by one statement, under the key of each parent. A parent without rows is absent. */
export type ByParent<Value> = ReadonlyMap<string, Value>;

export interface Destinations {
  countries(codes: readonly string[]): Promise<ByParent<CountryView>>;
  hubs(): Promise<readonly HubView[]>;
  houses(countries: readonly string[]): Promise<ByParent<HouseView>>;
  agreements(hubCountries: readonly string[], today: LocalDate): Promise<ByParent<readonly AgreementView[]>>;
  counts(countries: readonly string[], today: LocalDate): Promise<ByParent<DestinationCounts>>;
}

/** Whose positions: those held in a country by companies from elsewhere, those in Occitanie of companies from a country, or those of one company. */
export type PositionOwner = 'HOST_COUNTRY' | 'HOME_COUNTRY_IN_OCCITANIE' | 'COMPANY';

export interface PositionSearch {
  readonly hostCountry?: string | undefined;
  readonly homeCountry?: string | undefined;
  readonly department?: string | undefined;
  /** Beginning of an activity code, without the point. */
  readonly activity?: string | undefined;
}

export interface Positions {
  pages(owner: PositionOwner, keys: readonly string[], page: PageCut, today: LocalDate): Promise<ByParent<readonly Placed<PositionView>[]>>;
  counts(owner: PositionOwner, keys: readonly string[], today: LocalDate): Promise<ByParent<number>>;
  search(search: PositionSearch, page: PageCut, today: LocalDate): Promise<readonly Placed<PositionView>[]>;
  searchCount(search: PositionSearch, today: LocalDate): Promise<number>;
  byIds(ids: readonly string[], today: LocalDate): Promise<ByParent<PositionView>>;
}

/** Whose reviews: of experiences in a country, or those a company wrote. */
export type ReviewOwner = 'COUNTRY' | 'AUTHOR';

export interface Reviews {
  pages(owner: ReviewOwner, keys: readonly string[], page: PageCut, today: LocalDate): Promise<ByParent<readonly Placed<ReviewView>[]>>;
  counts(owner: ReviewOwner, keys: readonly string[], today: LocalDate): Promise<ByParent<number>>;
  byIds(ids: readonly string[], today: LocalDate): Promise<ByParent<ReviewView>>;
  pitfallPages(countries: readonly string[], page: PageCut, today: LocalDate): Promise<ByParent<readonly Placed<PitfallView>[]>>;
  pitfallCounts(countries: readonly string[], today: LocalDate): Promise<ByParent<number>>;
  pitfallsOf(reviewIds: readonly string[]): Promise<ByParent<readonly PitfallView[]>>;
  /** Published, verified reviews under the code of each country, and of the whole network under `''`. */
  talliesByCountry(today: LocalDate): Promise<ByParent<ReviewTally>>;
  talliesByPremises(premisesIds: readonly string[], today: LocalDate): Promise<ByParent<ReviewTally>>;
}

export interface PremisesCatalogue {
  pages(countries: readonly string[], page: PageCut): Promise<ByParent<readonly Placed<PremisesView>[]>>;
  counts(countries: readonly string[]): Promise<ByParent<number>>;
  byIds(ids: readonly string[]): Promise<ByParent<PremisesView>>;
  bookings(premisesIds: readonly string[], stay: Stay): Promise<ByParent<readonly Booking[]>>;
}

/** Our own copy of where companies stand in the network, kept by what membership tells. */
export interface MemberStandings {
  /** Where each company stood on a day, by one statement; a company that nothing was told of is absent. */
  on(day: LocalDate, companyIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, MemberStanding>>;
  /** Until when everything that membership had decided is in the copy; null before it was ever complete. */
  asOf(): Promise<Date | null>;
}

/** Everything the graph reads from the database. */
export interface Reads {
  readonly destinations: Destinations;
  readonly positions: Positions;
  readonly reviews: Reviews;
  readonly premises: PremisesCatalogue;
  readonly standings: MemberStandings;
}
