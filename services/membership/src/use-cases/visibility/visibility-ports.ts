import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Delivery, VisibilityPromise, VisibilityTerm } from '../../domain/visibility/visibility-promise.ts';
import type { NetworkView } from '../affiliation/affiliation-views.ts';
import type { Branches } from '../ports.ts';
import type { Writes } from '../write-ports.ts';
import type { PromiseView } from './visibility-views.ts';

/** What people write about promises to affiliated networks, within one transaction. */
export interface VisibilityBook extends Pick<Branches, 'branches'> {
  /** Held until the end, so that one thing is promised once. */
  networkForUpdate(id: Uuid): Promise<NetworkView | undefined>;
  /** Whether a promise of this kind waits to be kept. */
  isPromised(networkId: Uuid, term: VisibilityTerm): Promise<boolean>;
  enterPromise(id: Uuid, networkId: Uuid, promised: VisibilityPromise): Promise<void>;
  promiseForUpdate(id: Uuid): Promise<(PromiseView & { readonly branchId: Uuid }) | undefined>;
  enterDelivery(id: Uuid, delivery: Delivery, recordedOn: LocalDate): Promise<void>;
  enterRelease(id: Uuid, releasedOn: LocalDate, reason: string): Promise<void>;
}

export type VisibilityWrites = Writes<VisibilityBook>;
