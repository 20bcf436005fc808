import type { Log } from '@leader/subgraph-kit/log/log';
import type { GraphQLSchema } from 'graphql';
import type { KnownError } from '../errors/known-error.ts';
import type { RequestIdentity } from '../identity/subgraph-identity.ts';
import type { Requirements } from '../supergraph/requirements.ts';
import type { SubgraphTransport } from '../transport/subgraph-transport.ts';
import type { Arrivals } from './arrivals.ts';
import type { Data } from './own.ts';

/** One fetch that really went out. Handed to whoever counts: tests now, metrics later. */
export interface ObservedFetch {
  readonly subgraph: string;
  /** Where in the answer its objects stand, e.g. `companies.edges.@.node`; empty for a root fetch. */
  readonly path: string;
  readonly operation: string;
  /** Number of different entities asked for; 0 for a root fetch. */
  readonly representations: number;
  readonly requestId: string;
}

export type FetchObserver = (fetch: ObservedFetch) => void;

/** Everything that one run of a plan works with. */
export interface Execution {
  /** The full supergraph: it also knows the types and fields that clients do not see. */
  readonly supergraph: GraphQLSchema;
  /** What each field needs of the others. */
  readonly requirements: Requirements;
  readonly transport: SubgraphTransport;
  readonly identity: RequestIdentity;
  /** Variables as the client sent them: subgraphs apply defaults and coerce for themselves. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Variables with defaults, for the conditions of the plan. */
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly observe: FetchObserver | undefined;
  readonly log: Log;
  /** The answer as far as it is known. */
  readonly data: Data;
  /** Objects of it that stand at several positions, since they are the same at all of them. */
  readonly repeated: Set<Data>;
  /** When it began, by the clock of the process in milliseconds. */
  readonly began: number;
  /** Who waits for whom, by the number of the meeting: kept here, as a map that lets go of its keys keeps them for long. */
  readonly arrivals: (Arrivals | undefined)[];
  /** Errors of subgraphs that stand for no lost field. */
  readonly unplaced: KnownError[];
}
