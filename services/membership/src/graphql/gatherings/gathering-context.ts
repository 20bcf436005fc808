import type { Keyset, Page } from '@leader/subgraph-kit/pagination/keyset';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import DataLoader from 'dataloader';
import type { GatheringLife } from '../../use-cases/gatherings/gathering-life.ts';
import type {
  GatheringFilter,
  GatheringView,
  ParticipationView,
  SignUpFilter,
  SignUpView,
} from '../../use-cases/gatherings/gathering-views.ts';
import type { SignUpLife } from '../../use-cases/gatherings/sign-up-life.ts';
import { byKey, type Placed } from '../batches.ts';

export interface GatheringQueries {
  readonly nextGatherings: Keyset;
  readonly firstSignUps: Keyset;
  gatherings(ids: readonly string[]): Promise<GatheringView[]>;
  gatheringPage(filter: GatheringFilter, page: Page): Promise<Placed<GatheringView>[]>;
  waiting(gatheringIds: readonly string[]): Promise<{ readonly gatheringId: string; readonly count: number }[]>;
  signUps(ids: readonly string[]): Promise<SignUpView[]>;
  signUpPage(filter: SignUpFilter, page: Page): Promise<Placed<SignUpView>[]>;
  participation(from: LocalDate, until: LocalDate, asOf: LocalDate): Promise<ParticipationView[]>;
}

export type GatheringContext = ReturnType<typeof gatheringContext>;

/** What the graph asks and does about missions and meetings, for one request. */
export function gatheringContext(queries: GatheringQueries, life: GatheringLife & SignUpLife) {
  return {
    queries,
    life,
    gatheringById: new DataLoader<string, GatheringView | undefined>(async (ids) => byKey(ids, await queries.gatherings(ids), 'id')),
    signUpById: new DataLoader<string, SignUpView | undefined>(async (ids) => byKey(ids, await queries.signUps(ids), 'id')),
    waitingByGathering: new DataLoader<string, number>(async (ids) =>
      byKey(ids, await queries.waiting(ids), 'gatheringId').map((row) => row?.count ?? 0),
    ),
  };
}
