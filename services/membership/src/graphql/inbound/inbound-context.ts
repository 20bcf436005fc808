import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import DataLoader from 'dataloader';
import type { InboundLife } from '../../use-cases/inbound/inbound-life.ts';
import type { InboundFilter, InboundTally, InboundView } from '../../use-cases/inbound/inbound-views.ts';
import { byKey, type Placed } from '../batches.ts';

export interface InboundQueries {
  inboundProjects(ids: readonly string[]): Promise<InboundView[]>;
  readonly longestWaiting: Keyset;
  inboundPage(filter: InboundFilter, page: Page): Promise<Placed<InboundView>[]>;
  inboundTally(day: LocalDate): Promise<InboundTally[]>;
}

export type InboundContext = ReturnType<typeof inboundContext>;

/** What the graph asks and does about inbound projects, for one request. */
export function inboundContext(queries: InboundQueries, life: InboundLife) {
  return {
    queries,
    life,
    projectById: new DataLoader<string, InboundView | undefined>(async (ids) => byKey(ids, await queries.inboundProjects(ids), 'id')),
  };
}
