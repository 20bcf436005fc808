import type { Keyset } from '@leader/subgraph-kit/pagination/keyset';
import type { RequestContext } from '@leader/subgraph-kit/server/subgraph-server';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Reads } from '../use-cases/ports.ts';
import type { Loaders } from './loaders.ts';

/** What every resolver of this service can rely on. */
export interface ExportContext extends RequestContext {
  readonly today: LocalDate;
  readonly reads: Reads;
  readonly loaders: Loaders;
  /** The stable order of every list, which pages are cut by. */
  readonly orders: Readonly<Record<'positions' | 'reviews' | 'pitfalls' | 'premises', Keyset>>;
}
