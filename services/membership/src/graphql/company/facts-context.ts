import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import DataLoader from 'dataloader';
import type { CompanyFactsLife } from '../../use-cases/company/company-facts.ts';
import type { CompanyTiesLife } from '../../use-cases/company/company-ties.ts';
import type { FactsVersionView, RegisterView, SitePlaceView } from '../../use-cases/company/facts-views.ts';
import type { NetworkTieView, ResponsibilityView, UndertakingView } from '../../use-cases/company/ties-views.ts';
import { byCompany, byKey, type PageKey, type Placed, pagesByCompany } from '../batches.ts';

export interface FactsQueries {
  registers(): Promise<RegisterView[]>;
  factsVersions(companyIds: readonly string[]): Promise<FactsVersionView[]>;
  readonly sitesInTurn: Keyset;
  sitePages(companyIds: readonly string[], page: Page): Promise<Placed<SitePlaceView>[]>;
  undertakings(companyIds: readonly string[]): Promise<UndertakingView[]>;
  networkTies(companyIds: readonly string[]): Promise<NetworkTieView[]>;
  responsibility(companyIds: readonly string[]): Promise<ResponsibilityView[]>;
}

export type FactsContext = ReturnType<typeof factsContext>;

/** What the graph asks and enters about companies, for one request. */
export function factsContext(queries: FactsQueries, life: CompanyFactsLife, ties: CompanyTiesLife) {
  return {
    queries,
    life,
    ties,
    versionByCompany: new DataLoader<string, number>(async (ids) => {
      const versions = byKey(ids, await queries.factsVersions(ids), 'companyId');
      return versions.map((one) => one?.version ?? 0);
    }),
    groupByCompany: new DataLoader<string, string | null>(async (ids) => {
      const parts = byKey(ids, await queries.undertakings(ids), 'companyId');
      return parts.map((one) => one?.groupId ?? null);
    }),
    tiesByCompany: new DataLoader<string, NetworkTieView[]>(async (ids) => byCompany(ids, await queries.networkTies(ids))),
    responsibilityByCompany: new DataLoader<string, ResponsibilityView[]>(async (ids) => byCompany(ids, await queries.responsibility(ids))),
    sitePage: pagesByCompany<PageKey, SitePlaceView>(
      ({ page }) => page.key,
      (ids, { page }) => queries.sitePages(ids, page),
    ),
  };
}
