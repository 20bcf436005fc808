import type { LocalDate } from '@leader/subgraph-kit/values/local-date';

/** The life of a fund. Before AUTHORISED there is no licensed manager and no money. */
export type FundStatus = 'PROJECT' | 'AUTHORISED' | 'FIRST_CLOSE' | 'INVESTING' | 'HARVESTING' | 'LIQUIDATED';

export interface StatusChange {
  readonly status: FundStatus;
  readonly since: LocalDate;
  readonly source: string;
}

/** The status that held on a day; undefined before the first. */
export function statusOn<Change extends StatusChange>(history: readonly Change[], day: LocalDate): Change | undefined {
  const begun = history.filter(({ since }) => since <= day);
  return begun.sort((left, right) => (left.since < right.since ? 1 : -1))[0];
}
