import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import DataLoader from 'dataloader';
import type { Funds } from '../use-cases/ports.ts';
import type { FundView } from '../use-cases/views.ts';

export interface Loaders {
  readonly fundByDay: DataLoader<LocalDate, FundView | null>;
}

/** For one request: a hundred companies ask for the criteria of the same day, and one statement answers. */
export function loadersOver(funds: Funds): Loaders {
  return { fundByDay: new DataLoader((days) => funds.onDays(days)) };
}
