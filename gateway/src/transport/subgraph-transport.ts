import { type IdentityKey, identityHeader } from '@leader/subgraph-kit/identity/identity-token';
import type { Log } from '@leader/subgraph-kit/log/log';
import { traceHeaders, withSpan } from '@leader/subgraph-kit/telemetry/traces';
import { Pool } from 'undici';
import { type RequestIdentity, signFor } from '../identity/subgraph-identity.ts';
import { type Answer, readAnswer } from './answer.ts';
import { Breaker, type BreakerSettings } from './breaker.ts';
import { Exchange, type Response } from './exchange.ts';
import { FetchFailed } from './fetch-failed.ts';
import { whenLeft } from './leaving.ts';
import { RetryBudget } from './retry-budget.ts';
import { nobody, type TransportObserver } from './transport-observer.ts';

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

/** One GraphQL request to a subgraph. */
export interface Question {
  readonly body: string;
  /** Changes nothing: it may be put twice, and dropped when nobody waits for the answer. */
  readonly isQuery: boolean;
}

interface Line {
  readonly name: string;
  readonly address: SubgraphAddress;
  readonly pool: Pool;
  readonly breaker: Breaker;
  readonly retries: RetryBudget;
}

/** The connection failed and not one byte of an answer had come. */
const beforeTheFirstByte = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Talks to the subgraphs: one bounded pool each, nothing of the client's request but what the signed identity says. */
export class SubgraphTransport {
  private readonly lines: ReadonlyMap<string, Line>;

  constructor(
    addresses: ReadonlyMap<string, SubgraphAddress>,
    private readonly limits: TransportLimits,
    log: Log,
    private readonly observer: TransportObserver = nobody,
  ) {
    this.lines = new Map([...addresses].map(([name, address]) => [name, openLine(name, address, limits, log)]));
  }

  get subgraphs(): readonly string[] {
    return [...this.lines.keys()];
  }

  /**
   * Sends one GraphQL request to a subgraph.
   *
   * @throws FetchFailed when no usable answer arrives in time.
   */
  async send(subgraph: string, question: Question, identity: RequestIdentity): Promise<Answer> {
    const line = this.lines.get(subgraph);
    if (!line) throw new FetchFailed('unavailable', 'no address is known for this subgraph');
    return line.breaker.run(
      () => withSpan(`fetch ${subgraph}`, 'client', {}, () => this.counted(line, question, identity)),
      (error) => error instanceof FetchFailed && error.reason === 'unavailable',
      () => {
        this.observer.fetched(subgraph, 'left alone', 0);
        return new FetchFailed('unavailable', 'the subgraph failed again and again and is left alone for a moment');
      },
    );
  }

  /** Whether nothing is sent to a subgraph right now. */
  isLeftAlone(subgraph: string): boolean {
    return this.lines.get(subgraph)?.breaker.isOpen ?? false;
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

  private async counted(line: Line, question: Question, identity: RequestIdentity): Promise<Answer> {
    const began = performance.now();
    try {
      const answer = await this.ask(line, question, identity);
      this.observer.fetched(line.name, 'answered', performance.now() - began);
      return answer;
    } catch (error) {
      this.observer.fetched(line.name, error instanceof FetchFailed ? error.reason : 'unavailable', performance.now() - began);
      throw error;
    }
  }

  private async ask(line: Line, question: Question, identity: RequestIdentity): Promise<Answer> {
    const isAbandoned = () => question.isQuery && identity.abandoned.aborted;
    if (isAbandoned()) throw new FetchFailed('abandoned', 'the client left before this fetch');
    const left = identity.deadline - Date.now();
    if (left <= 0) throw new FetchFailed('deadline', 'the time of the request ran out before this fetch');
    try {
      return await this.post(line, question, identity, Math.min(left, this.limits.fetchTimeout));
    } catch (error) {
      if (isAbandoned()) throw new FetchFailed('abandoned', 'the client left during this fetch', { cause: error });
      if (Date.now() >= identity.deadline)
        throw new FetchFailed('deadline', 'the time of the request ran out during this fetch', { cause: error });
      throw error instanceof FetchFailed ? error : new FetchFailed('unavailable', 'the connection failed', { cause: error });
    }
  }

  private async post(line: Line, question: Question, identity: RequestIdentity, patience: number): Promise<Answer> {
    // One end for head and body together, and for both attempts: a subgraph that drips bytes gets no more time than a silent one.
    const attempts = new Attempts(line, question, identity);
    const timer = setTimeout(() => attempts.end('the time for this fetch ran out'), patience);
    const stay = question.isQuery ? whenLeft(identity.abandoned, () => attempts.end('the client left')) : undefined;
    line.retries.noteQuestion();
    try {
      return answerOf(await attempts.put(() => this.observer.retried(line.name)));
    } finally {
      clearTimeout(timer);
      stay?.();
    }
  }
}

/** The attempts of one question. */
class Attempts {
  private current: Exchange | undefined;
  private ended: Error | undefined;

  constructor(
    private readonly line: Line,
    private readonly question: Question,
    private readonly identity: RequestIdentity,
  ) {}

  /** Puts the question, and puts it again if it may. */
  async put(onRetry: () => void): Promise<Response> {
    const first = this.begin();
    try {
      return await first.response;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      const mayRepeat = this.question.isQuery && !this.ended && !first.hasBegun && beforeTheFirstByte.has(code);
      if (!mayRepeat || !this.line.retries.spend()) throw error;
      onRetry();
      return this.begin().response;
    }
  }

  end(why: string): void {
    this.ended = new Error(why);
    this.current?.abort(this.ended);
  }

  private begin(): Exchange {
    const { line, question, identity } = this;
    const { body } = question;
    this.current = new Exchange(line.pool, {
      method: 'POST',
      path: line.address.url.pathname,
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...traceHeaders(),
        [identityHeader]: signFor(line.name, line.address.key, body, identity),
      },
      body,
    });
    return this.current;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function answerOf({ status, body }: Response): Answer {
  const text = utf8.decode(body);
  // 400 is how a subgraph says that an input is wrong; it says so in GraphQL. Redirects are not followed: they would carry the identity elsewhere.
  if (status !== 200 && status !== 400) throw new FetchFailed('unavailable', `the subgraph answered with status ${status}`);
  return readAnswer(text);
}

function openLine(name: string, address: SubgraphAddress, limits: TransportLimits, log: Log): Line {
  const breaker = new Breaker(limits.breaker, (state) => {
    if (state === 'open') log.warn({ subgraph: name }, 'a subgraph fails again and again; nothing is sent to it for a moment');
    else log.info({ subgraph: name }, 'a subgraph is back');
  });
  return { name, address, pool: openPool(address.url, limits), breaker, retries: new RetryBudget() };
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
  });
}
