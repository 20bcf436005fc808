import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import DataLoader from 'dataloader';
import type { CompanyFactsLife } from '../../use-cases/company/company-facts.ts';
import type { FactsVersionView, RegisterView, SitePlaceView } from '../../use-cases/company/facts-views.ts';
import { byKey, type PageKey, type Placed, pagesByCompany } from '../batches.ts';

export interface FactsQueries {
  registers(): Promise<RegisterView[]>;
  factsVersions(companyIds: readonly string[]): Promise<FactsVersionView[]>;
  readonly sitesInTurn: Keyset;
  sitePages(companyIds: readonly string[], page: Page): Promise<Placed<SitePlaceView>[]>;
}

export type FactsContext = ReturnType<typeof factsContext>;

/** What the graph asks and enters about companies, for one request. */
export function factsContext(queries: FactsQueries, life: CompanyFactsLife) {
  return {
    queries,
    life,
    versionByCompany: new DataLoader<string, number>(async (ids) => {
      const versions = byKey(ids, await queries.factsVersions(ids), 'companyId');
      return versions.map((one) => one?.version ?? 0);
    }),
    sitePage: pagesByCompany<PageKey, SitePlaceView>(
      ({ page }) => page.key,
      (ids, { page }) => queries.sitePages(ids, page),
    ),
  };
}
