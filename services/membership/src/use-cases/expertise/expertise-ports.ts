import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Exchange, ExchangeOutcome } from '../../domain/expertise/exchange.ts';
import type { Listing } from '../../domain/expertise/listing.ts';
import type { FiledCompany } from '../membership-file-ports.ts';
import type { Writes } from '../write-ports.ts';
import type { ExchangeView, ListingView, ThemeView } from './expertise-views.ts';

/** A company that takes part, held so that its membership stays as it is until the end of the transaction. */
export interface FiledParty extends FiledCompany {
  readonly groupId: Uuid | null;
}

/** What people change about listings and exchanges, within one transaction. */
export interface ExpertiseBook {
  /** The companies that ids lead to, by the ids that were asked for; in their order, so that two who need the same companies never wait for each other. */
  partiesForUpdate(companyIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, FiledParty>>;
  theme(code: string): Promise<ThemeView | undefined>;
  /** The size class its latest figures make it on a day; undefined while they leave it open. */
  sizeOf(companyId: Uuid, day: LocalDate): Promise<string | undefined>;
  listingsOf(companyId: Uuid): Promise<ListingView[]>;
  listingForUpdate(id: Uuid): Promise<ListingView | undefined>;
  enterListing(id: Uuid, listing: Listing & Pick<ListingView, 'title' | 'details' | 'shownSize'>): Promise<void>;
  closeListing(id: Uuid, closedOn: LocalDate): Promise<void>;
  answerDaysOn(day: LocalDate): Promise<number>;
  exchangesOn(listingId: Uuid): Promise<ExchangeView[]>;
  exchangeForUpdate(id: Uuid): Promise<ExchangeView | undefined>;
  enterExchange(id: Uuid, listing: ListingView, exchange: Exchange, message: string | null): Promise<void>;
  changeExchange(id: Uuid, facts: Partial<ExchangeResult>): Promise<void>;
}

/** What may become known of an exchange after it was proposed. */
export interface ExchangeResult extends Pick<Exchange, 'acceptedOn' | 'declinedOn' | 'cancelledOn' | 'doneOn' | 'ratedOn'> {
  readonly quarterHours: number;
  readonly outcome: ExchangeOutcome;
  readonly satisfaction: number;
}

export type ExpertiseWrites = Writes<ExpertiseBook>;
