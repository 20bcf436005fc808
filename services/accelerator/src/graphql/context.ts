import type { RequestContext } from '@leader/subgraph-kit/server/subgraph-server';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { AcceleratorLoaders } from './loaders.ts';

export interface AcceleratorContext extends RequestContext {
  readonly loaders: AcceleratorLoaders;
  readonly today: LocalDate;
}
