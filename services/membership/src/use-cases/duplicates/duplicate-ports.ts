import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Writes } from '../write-ports.ts';

/** What is said of companies that may be one, within one transaction. */
export interface DuplicatesBook {
  /**
   * Holds companies until the end of the transaction, always in the same order, and tells the branch that answers for each; those that
   * do not exist are absent.
   */
  branchesForUpdate(companyIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string | undefined>>;
  isToldApart(companyId: Uuid, otherCompanyId: Uuid): Promise<boolean>;
  enterToldApart(id: Uuid, companyId: Uuid, otherCompanyId: Uuid, reason: string, on: LocalDate): Promise<void>;
}

export type DuplicatesWrites = Writes<DuplicatesBook>;
