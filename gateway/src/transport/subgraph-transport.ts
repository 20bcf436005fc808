import { type IdentityKey, identityHeader } from '@leader/subgraph-kit/identity/identity-token';
import { type Dispatcher, Pool } from 'undici';
import { type RequestIdentity, signFor } from '../identity/subgraph-identity.ts';
import { type Answer, readAnswer } from './answer.ts';
import { FetchFailed } from './fetch-failed.ts';

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
}

interface Line {
  readonly address: SubgraphAddress;
  readonly pool: Pool;
}

/** Talks to the subgraphs: one bounded pool each, nothing of the client's request but what the signed identity says. */
export class SubgraphTransport {
  private readonly lines: ReadonlyMap<string, Line>;

  constructor(
    addresses: ReadonlyMap<string, SubgraphAddress>,
    private readonly limits: TransportLimits,
  ) {
    this.lines = new Map([...addresses].map(([name, address]) => [name, { address, pool: openPool(address.url, limits) }]));
  }

  get subgraphs(): readonly string[] {
    return [...this.lines.keys()];
  }

  /**
   * Sends one GraphQL request to a subgraph.
   *
   * @throws FetchFailed when no usable answer arrives in time.
   */
  async send(subgraph: string, body: string, identity: RequestIdentity): Promise<Answer> {
    const line = this.lines.get(subgraph);
    if (!line) throw new FetchFailed('unavailable', 'no address is known for this subgraph');
    const left = identity.deadline - Date.now();
    if (left <= 0) throw new FetchFailed('deadline', 'the time of the request ran out before this fetch');
    try {
      return await this.post(line, subgraph, body, identity, Math.min(left, this.limits.fetchTimeout));
    } catch (error) {
      if (Date.now() >= identity.deadline)
        throw new FetchFailed('deadline', 'the time of the request ran out during this fetch', { cause: error });
      throw error instanceof FetchFailed ? error : new FetchFailed('unavailable', 'the connection failed', { cause: error });
    }
  }

  /** Whether a subgraph says of itself that it can work. */
  async isReady(subgraph: string, patience: number): Promise<boolean> {
    const line = this.lines.get(subgraph);
    if (!line) return false;
    try {
      const { statusCode, body } = await line.pool.request({ method: 'GET', path: '/health/ready', signal: AbortSignal.timeout(patience) });
      await body.dump();
      return statusCode === 200;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.lines.values()].map((line) => line.pool.destroy()));
  }

  private async post(line: Line, subgraph: string, body: string, identity: RequestIdentity, patience: number): Promise<Answer> {
    // One signal for head and body together: a subgraph that drips bytes gets no more time than a silent one.
    const response = await line.pool.request({
      method: 'POST',
      path: line.address.url.pathname,
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        [identityHeader]: signFor(subgraph, line.address.key, body, identity),
      },
      body,
      signal: AbortSignal.timeout(patience),
    });
    return answerOf(response);
  }
}

async function answerOf(response: Dispatcher.ResponseData): Promise<Answer> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await response.body.arrayBuffer());
  // 400 is how a subgraph says that an input is wrong; it says so in GraphQL. Redirects are not followed: they would carry the identity elsewhere.
  if (response.statusCode !== 200 && response.statusCode !== 400) {
    throw new FetchFailed('unavailable', `the subgraph answered with status ${response.statusCode}`);
  }
  return readAnswer(text);
}

function openPool(url: URL, limits: TransportLimits): Pool {
  return new Pool(url.origin, {
    connections: limits.connections,
    pipelining: 1,
    maxResponseSize: limits.largestAnswer,
    connect: { timeout: limits.fetchTimeout },
    keepAliveTimeout: 10_000,
  });
}
