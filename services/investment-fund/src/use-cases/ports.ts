import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { FundView } from './views.ts';

export interface Funds {
  /** The fund as it stood on each of the days, in their order; null before it was announced. One statement for all. */
  onDays(days: readonly LocalDate[]): Promise<(FundView | null)[]>;
}
