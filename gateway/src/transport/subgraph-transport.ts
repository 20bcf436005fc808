import type { Log } from '@leader/subgraph-kit/log/log';
import { withSpan } from '@leader/subgraph-kit/telemetry/traces';
import { principalOf, type RequestIdentity } from '../identity/subgraph-identity.ts';
import type { Answer } from './answer.ts';
import { type Answered, Attempts, type Question } from './attempts.ts';
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
  async send(subgraph: string, question: Question, identity: RequestIdentity): Promise<Answer> {
    const line = this.lines.get(subgraph);
    if (!line) throw new FetchFailed('unavailable', 'no address is known for this subgraph');
    if (question.isQuery) {
      const key = `${subgraph}\n${principalOf(identity)}\n${question.body}`;
      return this.shared.ask(
        key,
        identity,
        () => this.patience(identity),
        (audience) => this.put(line, question, identity, audience),
      );
    }
    // What was asked before a change says nothing to those who ask after it, nor does what is asked while it happens.
    this.shared.forget();
    try {
      return (await this.put(line, question, identity, thereToTheEnd)).answer;
    } finally {
      this.shared.forget();
    }
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

  private patience({ deadline }: RequestIdentity): number {
    return Math.min(deadline - Date.now(), this.limits.fetchTimeout);
  }

  private put(line: Line, question: Question, identity: RequestIdentity, audience: Audience): Promise<Answered> {
    return line.breaker.run(
      () => withSpan(`fetch ${line.name}`, 'client', {}, () => this.counted(line, question, identity, audience)),
      (error) => error instanceof FetchFailed && error.reason === 'unavailable',
      () => {
        this.observer.fetched(line.name, 'left alone', 0);
        return new FetchFailed('unavailable', 'the subgraph failed again and again and is left alone for a moment');
      },
    );
  }

  private async counted(line: Line, question: Question, identity: RequestIdentity, audience: Audience): Promise<Answered> {
    const began = performance.now();
    try {
      const answered = await this.ask(line, question, identity, audience);
      this.observer.fetched(line.name, 'answered', performance.now() - began);
      return answered;
    } catch (error) {
      this.observer.fetched(line.name, error instanceof FetchFailed ? error.reason : 'unavailable', performance.now() - began);
      throw error;
    }
  }

  private async ask(line: Line, question: Question, identity: RequestIdentity, audience: Audience): Promise<Answered> {
    if (audience.isGone) throw new FetchFailed('abandoned', 'the client left before this fetch');
    const patience = this.patience(identity);
    if (patience <= 0) throw new FetchFailed('deadline', 'the time of the request ran out before this fetch');
    try {
      return await this.post(line, question, identity, audience, patience);
    } catch (error) {
      if (audience.isGone) throw new FetchFailed('abandoned', 'the client left during this fetch', { cause: error });
      if (Date.now() >= identity.deadline)
        throw new FetchFailed('deadline', 'the time of the request ran out during this fetch', { cause: error });
      throw error instanceof FetchFailed ? error : new FetchFailed('unavailable', 'the connection failed', { cause: error });
    }
  }

  private async post(line: Line, question: Question, identity: RequestIdentity, audience: Audience, patience: number): Promise<Answered> {
    // One end for head and body together, and for both attempts: a subgraph that drips bytes gets no more time than a silent one.
    const attempts = new Attempts(line, question, identity);
    const timer = setTimeout(() => attempts.end('the time for this fetch ran out'), patience);
    const stay = audience.whenGone(() => attempts.end('the client left'));
    line.retries.noteQuestion();
    try {
      return await attempts.put(() => this.observer.retried(line.name));
    } finally {
      clearTimeout(timer);
      stay();
    }
  }
}
