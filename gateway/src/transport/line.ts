import type { IdentityKey } from '@leader/subgraph-kit/identity/identity-token';
import type { Log } from '@leader/subgraph-kit/log/log';
import { Breaker, type BreakerSettings } from './breaker.ts';
import { type ConnectionLimits, Connections } from './connections.ts';
import { RetryBudget } from './retry-budget.ts';

export interface SubgraphAddress {
  readonly url: URL;
  readonly key: IdentityKey;
}

export interface TransportLimits extends ConnectionLimits {
  /** Longest time for one fetch, its body included, in milliseconds. */
  readonly fetchTimeout: number;
  readonly breaker: BreakerSettings;
}

/** What leads to one subgraph. */
export interface Line {
  readonly name: string;
  readonly spanName: string;
  readonly address: SubgraphAddress;
  readonly connections: Connections;
  /** How every question begins on the wire. */
  readonly head: string;
  readonly breaker: Breaker;
  readonly retries: RetryBudget;
}

export function openLine(name: string, address: SubgraphAddress, limits: TransportLimits, log: Log): Line {
  const breaker = new Breaker(limits.breaker, (state) => {
    if (state === 'open') log.warn({ subgraph: name }, 'a subgraph fails again and again; nothing is sent to it for a moment');
    else log.info({ subgraph: name }, 'a subgraph is back');
  });
  return {
    name,
    spanName: `fetch ${name}`,
    address,
    connections: new Connections(address.url, limits),
    head: `${firstLines('POST', address.url, address.url.pathname)}${form}`,
    breaker,
    retries: new RetryBudget(),
  };
}

const form = 'content-type: application/json\r\naccept: application/graphql-response+json, application/json\r\n';

/** The first two lines of a request. */
export function firstLines(method: 'GET' | 'POST', { host }: URL, path: string): string {
  return `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n`;
}
