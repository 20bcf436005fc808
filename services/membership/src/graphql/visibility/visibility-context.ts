import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import DataLoader from 'dataloader';
import type { VisibilityLife } from '../../use-cases/visibility/visibility-life.ts';
import type { PromiseFilter, PromiseTally, PromiseView } from '../../use-cases/visibility/visibility-views.ts';
import { byKey, type Placed } from '../batches.ts';

export interface VisibilityQueries {
  readonly firstDue: Keyset;
  promises(ids: readonly string[]): Promise<PromiseView[]>;
  promisePage(filter: PromiseFilter, page: Page): Promise<Placed<PromiseView>[]>;
  promiseTallies(networkIds: readonly string[], day: LocalDate): Promise<PromiseTally[]>;
}

export type VisibilityContext = ReturnType<typeof visibilityContext>;

/** What the graph asks and does about promises to affiliated networks, for one request. */
export function visibilityContext(queries: VisibilityQueries, life: VisibilityLife, today: LocalDate) {
  return {
    queries,
    life,
    promiseById: new DataLoader<string, PromiseView | undefined>(async (ids) => byKey(ids, await queries.promises(ids), 'id')),
    tallyByNetwork: new DataLoader<string, PromiseTally | undefined>(async (ids) =>
      byKey(ids, await queries.promiseTallies(ids, today), 'networkId'),
    ),
  };
}
