import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import DataLoader from 'dataloader';
import type { FundingLife } from '../../use-cases/funding/funding-life.ts';
import type { AgreementView, ClaimView, CostView, DeliveredView } from '../../use-cases/funding/funding-views.ts';
import { byKey, type Placed } from '../batches.ts';

export interface FundingQueries {
  readonly latestAgreements: Keyset;
  readonly oldestCosts: Keyset;
  readonly oldestClaims: Keyset;
  agreements(ids: readonly string[]): Promise<AgreementView[]>;
  agreementPage(year: number | null, page: Page): Promise<Placed<AgreementView>[]>;
  costs(ids: readonly string[]): Promise<CostView[]>;
  costPage(agreementId: string, page: Page): Promise<Placed<CostView>[]>;
  claims(ids: readonly string[]): Promise<ClaimView[]>;
  claimPage(agreementId: string, page: Page): Promise<Placed<ClaimView>[]>;
  delivered(agreementIds: readonly string[], day: LocalDate): Promise<DeliveredView[]>;
}

export type FundingContext = ReturnType<typeof fundingContext>;

/** What the graph asks and does about public money, for one request. */
export function fundingContext(queries: FundingQueries, life: FundingLife, today: LocalDate) {
  return {
    queries,
    life,
    agreementById: new DataLoader<string, AgreementView | undefined>(async (ids) => byKey(ids, await queries.agreements(ids), 'id')),
    costById: new DataLoader<string, CostView | undefined>(async (ids) => byKey(ids, await queries.costs(ids), 'id')),
    claimById: new DataLoader<string, ClaimView | undefined>(async (ids) => byKey(ids, await queries.claims(ids), 'id')),
    deliveredByAgreement: new DataLoader<string, DeliveredView | undefined>(async (ids) =>
      byKey(ids, await queries.delivered(ids, today), 'agreementId'),
    ),
  };
}
