import type { LocalDate } from '@leader/subgraph-kit/values/local-date';

/** Two records that became one. Ids are UUIDs. */
export interface MergeView {
  readonly id: string;
  /** The company that both are now, or were until it was undone. */
  readonly companyId: string;
  readonly mergedId: string;
  readonly mergedOn: LocalDate;
  readonly reason: string;
  readonly undoneOn: LocalDate | null;
}
