import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import DataLoader from 'dataloader';
import type { SuspectedPairView } from '../../use-cases/duplicates/duplicate-views.ts';
import type { Duplicates } from '../../use-cases/duplicates/duplicates.ts';
import type { MergeView } from '../../use-cases/duplicates/merge-views.ts';
import type { Merging } from '../../use-cases/duplicates/merging.ts';
import { byCompany, type Placed } from '../batches.ts';

export interface DuplicateQueries {
  readonly pairsByName: Keyset;
  suspectedPairs(branchId: string | undefined, page: Page): Promise<Placed<SuspectedPairView>[]>;
  merges(ids: readonly string[]): Promise<MergeView[]>;
  mergesInto(companyIds: readonly string[]): Promise<MergeView[]>;
}

export type DuplicateContext = ReturnType<typeof duplicateContext>;

/** What the graph asks and does about records of one company, for one request. */
export function duplicateContext(queries: DuplicateQueries, life: Duplicates, merging: Merging) {
  return {
    queries,
    life,
    merging,
    mergesByCompany: new DataLoader<string, MergeView[]>(async (ids) => byCompany(ids, await queries.mergesInto(ids))),
  };
}
