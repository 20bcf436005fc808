import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import DataLoader from 'dataloader';
import type { BatchStatus } from '../../domain/affiliation/affiliation-batch.ts';
import type { RowOutcome } from '../../domain/network-list/network-list.ts';
import type { AffiliationLife } from '../../use-cases/affiliation/affiliation-life.ts';
import type { BatchStepView, BatchView, ListRowView, NetworkView } from '../../use-cases/affiliation/affiliation-views.ts';
import { by, byKey, type Placed } from '../batches.ts';

export interface AffiliationQueries {
  readonly latestBatches: Keyset;
  readonly networksByAge: Keyset;
  readonly rowsInOrder: Keyset;
  networks(ids: readonly string[]): Promise<NetworkView[]>;
  networkPage(branchId: string | undefined, page: Page): Promise<Placed<NetworkView>[]>;
  batches(ids: readonly string[]): Promise<BatchView[]>;
  batchPage(branchId: string | undefined, status: BatchStatus | null, page: Page): Promise<Placed<BatchView>[]>;
  batchSteps(batchIds: readonly string[]): Promise<BatchStepView[]>;
  rowPage(batchId: string, outcome: RowOutcome | null, page: Page): Promise<Placed<ListRowView>[]>;
}

export type AffiliationContext = ReturnType<typeof affiliationContext>;

/** What the graph asks and does about networks that join as a block, for one request. */
export function affiliationContext(queries: AffiliationQueries, life: AffiliationLife) {
  return {
    queries,
    life,
    networkById: new DataLoader<string, NetworkView | undefined>(async (ids) => byKey(ids, await queries.networks(ids), 'id')),
    batchById: new DataLoader<string, BatchView | undefined>(async (ids) => byKey(ids, await queries.batches(ids), 'id')),
    stepsByBatch: new DataLoader<string, BatchStepView[]>(async (ids) => by('batchId', ids, await queries.batchSteps(ids))),
  };
}
