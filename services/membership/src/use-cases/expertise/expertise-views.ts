import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Exchange, ExchangeOutcome, ExchangeStatus } from '../../domain/expertise/exchange.ts';
import type { ExpertiseTheme, Listing, ListingKind, Objective } from '../../domain/expertise/listing.ts';
import type { Place } from '../../domain/expertise/matching.ts';

/** Rows as they are shown. Days are yyyy-mm-dd, ids are UUIDs. */

export interface ThemeView extends ExpertiseTheme {
  readonly nameFr: string;
  readonly nameEn: string;
}

export interface ListingView extends Listing {
  readonly id: string;
  readonly title: string;
  readonly details: string | null;
  readonly shownSize: string | null;
}

export interface MatchView extends ListingView {
  readonly rank: number;
}

export interface ExchangeView extends Exchange {
  readonly id: string;
  readonly listingId: string;
  readonly theme: string;
  readonly message: string | null;
  readonly quarterHours: number | null;
  readonly outcome: ExchangeOutcome | null;
  readonly satisfaction: number | null;
}

/** Null does not narrow. */
export interface ListingFilter {
  readonly day: LocalDate;
  readonly kind: ListingKind | null;
  readonly theme: string | null;
  readonly objective: Objective | null;
  readonly branchId: string | null;
  readonly companyId: string | null;
}

/** Who looks for a listing, and what for. */
export interface MatchQuestion extends Place {
  readonly day: LocalDate;
  readonly companyId: string;
  readonly groupId: string | null;
  readonly size: string | null;
  readonly kind: ListingKind;
  readonly theme: ThemeView;
}

export interface ExchangeFilter {
  readonly day: LocalDate;
  readonly companyId: string | null;
  readonly status: ExchangeStatus | null;
}
