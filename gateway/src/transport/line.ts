import type { IdentityKey } from '@leader/subgraph-kit/identity/identity-token';
import type { Log } from '@leader/subgraph-kit/log/log';
import { Pool } from 'undici';
import { Breaker, type BreakerSettings } from './breaker.ts';
import { RetryBudget } from './retry-budget.ts';

export interface SubgraphAddress {
  readonly url: URL;
  readonly key: IdentityKey;
}

export interface TransportLimits {
  /** Longest time for one fetch, its body included, in milliseconds. */
  readonly fetchTimeout: number;
  /** Largest answer, in bytes. */
  readonly largestAnswer: number;
  /** Connections to one subgraph; further fetches wait for their turn. */
  readonly connections: number;
  readonly breaker: BreakerSettings;
}

/** What leads to one subgraph. */
export interface Line {
  readonly name: string;
  readonly spanName: string;
  readonly address: SubgraphAddress;
  readonly pool: Pool;
  readonly breaker: Breaker;
  readonly retries: RetryBudget;
}

export function openLine(name: string, address: SubgraphAddress, limits: TransportLimits, log: Log): Line {
  const breaker = new Breaker(limits.breaker, (state) => {
    if (state === 'open') log.warn({ subgraph: name }, 'a subgraph fails again and again; nothing is sent to it for a moment');
    else log.info({ subgraph: name }, 'a subgraph is back');
  });
  return { name, spanName: `fetch ${name}`, address, pool: openPool(address.url, limits), breaker, retries: new RetryBudget() };
}

function openPool(url: URL, limits: TransportLimits): Pool {
  return new Pool(url.origin, {
    connections: limits.connections,
    pipelining: 1,
    maxResponseSize: limits.largestAnswer,
    connect: { timeout: limits.fetchTimeout },
    // Each fetch has an end of its own.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 10_000,
    // Long before the subgraph closes it: a change sent at that moment would be lost, and is never sent again.
    keepAliveMaxTimeout: 30_000,
  });
}
