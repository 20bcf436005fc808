import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import DataLoader from 'dataloader';
import type { ExpertiseLife } from '../../use-cases/expertise/expertise-life.ts';
import type {
  ExchangeFilter,
  ExchangeView,
  ListingFilter,
  ListingView,
  MatchQuestion,
  MatchView,
  ThemeView,
} from '../../use-cases/expertise/expertise-views.ts';
import { byKey, once, type Placed } from '../batches.ts';

export interface ExpertiseQueries {
  themes(): Promise<ThemeView[]>;
  listings(ids: readonly string[]): Promise<ListingView[]>;
  exchanges(ids: readonly string[]): Promise<ExchangeView[]>;
  groupOf(companyId: string): Promise<string | null>;
  readonly latestListings: Keyset;
  listingPage(filter: ListingFilter, page: Page): Promise<Placed<ListingView>[]>;
  readonly bestMatches: Keyset;
  matchPage(question: MatchQuestion, page: Page): Promise<Placed<MatchView>[]>;
  readonly latestExchanges: Keyset;
  exchangePage(filter: ExchangeFilter, page: Page): Promise<Placed<ExchangeView>[]>;
}

export type ExpertiseContext = ReturnType<typeof expertiseContext>;

/** What the graph asks and does about expertise, for one request. */
export function expertiseContext(queries: ExpertiseQueries, life: ExpertiseLife) {
  return {
    queries,
    life,
    themes: once(() => queries.themes()),
    listingById: new DataLoader<string, ListingView | undefined>(async (ids) => byKey(ids, await queries.listings(ids), 'id')),
    exchangeById: new DataLoader<string, ExchangeView | undefined>(async (ids) => byKey(ids, await queries.exchanges(ids), 'id')),
  };
}
