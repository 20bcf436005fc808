import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { NetworkTie } from '../../domain/company/network-tie.ts';
import type { ResponsibilityFact } from '../../domain/company/responsibility.ts';
import type { UndertakingPart } from '../../domain/company/undertaking.ts';
import type { Writes } from '../write-ports.ts';
import type { FactsBook } from './facts-ports.ts';
import type { NetworkTieView } from './ties-views.ts';

/** What ties companies to each other and to others, within one transaction. */
export interface TiesBook extends Pick<FactsBook, 'holdAll' | 'heldForUpdate' | 'countChange'> {
  undertakingPart(companyId: Uuid): Promise<UndertakingPart | undefined>;
  enterGroup(companyIds: readonly Uuid[], groupId: Uuid): Promise<void>;
  /** Takes one out of its group, and the last one that is left there. */
  enterDeparture(companyId: Uuid, groupId: Uuid): Promise<void>;
  ties(companyId: Uuid): Promise<NetworkTieView[]>;
  enterTie(id: Uuid, companyId: Uuid, tie: NetworkTie): Promise<void>;
  enterTieEnd(id: Uuid, until: LocalDate): Promise<void>;
  /** Enters a fact unless the same one is there. */
  enterResponsibility(id: Uuid, companyId: Uuid, fact: ResponsibilityFact, today: LocalDate): Promise<boolean>;
}

export type TiesWrites = Writes<TiesBook>;
