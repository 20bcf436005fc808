import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import type { SuspectedPairView } from '../../use-cases/duplicates/duplicate-views.ts';
import type { Duplicates } from '../../use-cases/duplicates/duplicates.ts';
import type { Placed } from '../batches.ts';

export interface DuplicateQueries {
  readonly pairsByName: Keyset;
  suspectedPairs(branchId: string | undefined, page: Page): Promise<Placed<SuspectedPairView>[]>;
}

export interface DuplicateContext {
  readonly queries: DuplicateQueries;
  readonly life: Duplicates;
}
