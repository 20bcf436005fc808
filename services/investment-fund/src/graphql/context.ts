import type { RequestContext } from '@leader/subgraph-kit/server/subgraph-server';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Loaders } from './loaders.ts';

export interface FundContext extends RequestContext {
  readonly today: LocalDate;
  readonly loaders: Loaders;
}
