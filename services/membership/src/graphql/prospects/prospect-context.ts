import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import type { ProspectFilter, ProspectView } from '../../use-cases/prospects/prospect-views.ts';
import type { Prospecting } from '../../use-cases/prospects/prospecting.ts';
import type { Placed } from '../batches.ts';

/** What the graph asks and does about prospects. */
export interface ProspectContext {
  readonly queries: {
    readonly mostUrgent: Keyset;
    prospectPage(filter: ProspectFilter, page: Page): Promise<Placed<ProspectView>[]>;
  };
  readonly life: Prospecting;
}
