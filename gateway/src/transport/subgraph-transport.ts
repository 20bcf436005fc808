import { bodyHash } from '@leader/subgraph-kit/identity/identity-token';
import type { Log } from '@leader/subgraph-kit/log/log';
import { withSpan } from '@leader/subgraph-kit/telemetry/traces';
import { principalNameOf, type RequestIdentity } from '../identity/subgraph-identity.ts';
import type { Answer } from './answer.ts';
import { type Answered, Attempts, type HashedQuestion, type Question } from './attempts.ts';
import { type Audience, thereToTheEnd } from './audience.ts';
import { FetchFailed } from './fetch-failed.ts';
import { type Line, openLine, type SubgraphAddress, type TransportLimits } from './line.ts';
import { SharedQuestions } from './shared-questions.ts';
import { nobody, type TransportObserver } from './transport-observer.ts';

/** Talks to the subgraphs: one bounded pool each, nothing of the client's request but what the signed identity says. */
export class SubgraphTransport {
  private readonly lines: ReadonlyMap<string, Line>;
  private readonly shared = new SharedQuestions();

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
   * Sends one GraphQL request to a subgraph, or waits for the same one that is under way for the same caller.
   *
   * @throws FetchFailed when no usable answer arrives in time.
   */
  send(subgraph: string, question: Question, identity: RequestIdentity): Promise<Answer> {
    const line = this.lines.get(subgraph);
    if (!line) return Promise.reject(new FetchFailed('unavailable', 'no address is known for this subgraph'));
    const { body, isQuery } = question;
    const hashed = { body, isQuery, hash: bodyHash(body) };
    if (!isQuery) return this.change(line, hashed, identity);
    const key = `${subgraph} ${principalNameOf(identity)} ${hashed.hash}`;
    return this.shared.ask(
      key,
      identity,
      () => this.patience(identity),
      (audience) => this.put(line, hashed, identity, audience),
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

  /** What was asked before a change says nothing to those who ask after it, nor does what is asked while it happens. */
  private async change(line: Line, question: HashedQuestion, identity: RequestIdentity): Promise<Answer> {
    this.shared.forget();
    try {
      return (await this.put(line, question, identity, thereToTheEnd)).answer;
    } finally {
      this.shared.forget();
    }
  }

  private patience({ deadline }: RequestIdentity): number {
    return Math.min(deadline - Date.now(), this.limits.fetchTimeout);
  }

  private put(line: Line, question: HashedQuestion, identity: RequestIdentity, audience: Audience): Promise<Answered> {
    return line.breaker.run(
      () => withSpan(line.spanName, 'client', {}, () => this.ask(line, question, identity, audience)),
      (error) => error instanceof FetchFailed && error.reason === 'unavailable',
      () => {
        this.observer.fetched(line.name, 'left alone', 0);
        return new FetchFailed('unavailable', 'the subgraph failed again and again and is left alone for a moment');
      },
    );
  }

  private async ask(line: Line, question: HashedQuestion, identity: RequestIdentity, audience: Audience): Promise<Answered> {
    const began = performance.now();
    try {
      if (audience.isGone) throw new FetchFailed('abandoned', 'the client left before this fetch');
      const patience = this.patience(identity);
      if (patience <= 0) throw new FetchFailed('deadline', 'the time of the request ran out before this fetch');
      const answered = await new Attempts(line, question, identity).put(patience, audience, () => this.observer.retried(line.name));
      this.observer.fetched(line.name, 'answered', performance.now() - began);
      return answered;
    } catch (error) {
      const failure = failureOf(error, identity, audience);
      this.observer.fetched(line.name, failure.reason, performance.now() - began);
      throw failure;
    }
  }
}

/** Whoever left, or ran out of time, is why; what happened to the connection then is only how. */
function failureOf(error: unknown, { deadline }: RequestIdentity, audience: Audience): FetchFailed {
  if (error instanceof FetchFailed && error.reason !== 'unavailable') return error;
  if (audience.isGone) return new FetchFailed('abandoned', 'the client left during this fetch', { cause: error });
  if (Date.now() >= deadline) return new FetchFailed('deadline', 'the time of the request ran out during this fetch', { cause: error });
  if (isTooLarge(error)) return new FetchFailed('too large', 'the answer is larger than one may be', { cause: error });
  return error instanceof FetchFailed ? error : new FetchFailed('unavailable', 'the connection failed', { cause: error });
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}
