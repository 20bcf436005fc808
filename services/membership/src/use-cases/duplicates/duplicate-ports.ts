import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { AnsweredCompany } from '../company-ports.ts';
import type { Writes } from '../write-ports.ts';

/** What is said of companies that may be one, within one transaction. */
export interface DuplicatesBook {
  /**
   * Holds the companies that ids lead to until the end of the transaction, always in the same order, with the branch that answers for each;
   * those that do not exist are absent.
   */
  companiesForUpdate(askedIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, AnsweredCompany>>;
  isToldApart(companyId: Uuid, otherCompanyId: Uuid): Promise<boolean>;
  enterToldApart(id: Uuid, companyId: Uuid, otherCompanyId: Uuid, reason: string, on: LocalDate): Promise<void>;
}

export type DuplicatesWrites = Writes<DuplicatesBook>;
