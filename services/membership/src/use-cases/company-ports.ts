import type { Uuid } from '@leader/subgraph-kit/values/ids';

/** A company by the id that it has now, with those of the records that became it: tokens, links and copies may still name it by one. */
export interface OneCompany {
  readonly companyId: Uuid;
  readonly formerIds: readonly Uuid[];
}

/** A company held until the end of the transaction, with the branch that answers for it, if any. */
export interface AnsweredCompany extends OneCompany {
  readonly branchCode: string | undefined;
}
