import type { Uuid } from '@leader/subgraph-kit/values/ids';

/** Two companies that may be one. Ids are UUIDs. */
export interface SuspectedPairView {
  readonly companyId: Uuid;
  readonly otherCompanyId: Uuid;
  /** From 0 to 1. */
  readonly likeness: number;
}
