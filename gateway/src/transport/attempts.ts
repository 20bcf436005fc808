import { identityHeader } from '@leader/subgraph-kit/identity/identity-token';
import { traceHeaders } from '@leader/subgraph-kit/telemetry/traces';
import { type RequestIdentity, signFor } from '../identity/subgraph-identity.ts';
import { type Answer, readAnswer } from './answer.ts';
import type { Audience } from './audience.ts';
import { Exchange, type Response } from './exchange.ts';
import { FetchFailed } from './fetch-failed.ts';
import type { Line } from './line.ts';

/** One GraphQL request to a subgraph. */
export interface Question {
  readonly body: string;
  /** Changes nothing: it may be put twice, shared, and dropped when nobody waits for the answer. */
  readonly isQuery: boolean;
}

/** The same, with the hash of its body. */
export interface HashedQuestion extends Question {
  readonly hash: string;
}

/** An answer, and the text that it was read from. */
export interface Answered {
  readonly answer: Answer;
  readonly text: string;
}

/** The connection failed and not one byte of an answer had come. */
const beforeTheFirstByte = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Headers of every question, names and values in turn. */
const form = ['content-type', 'application/json', 'accept', 'application/graphql-response+json, application/json'];

/** The attempts of one question. */
export class Attempts {
  private current: Exchange | undefined;
  private ended: Error | undefined;

  constructor(
    private readonly line: Line,
    private readonly question: HashedQuestion,
    private readonly identity: RequestIdentity,
  ) {}

  /**
   * Puts the question, and puts it again if it may.
   *
   * @param patience in milliseconds. One end for head and body together, and for both attempts: a subgraph that drips bytes
   *   gets no more time than a silent one.
   * @throws FetchFailed, or the error of the connection
   */
  async put(patience: number, audience: Audience, onRetry: () => void): Promise<Answered> {
    const timer = setTimeout(() => this.end('the time for this fetch ran out'), patience);
    const stay = audience.whenGone(() => this.end('the client left'));
    this.line.retries.noteQuestion();
    const first = this.begin();
    try {
      return answeredBy(await first.response);
    } catch (error) {
      const { code = '' } = error as { code?: string };
      const mayRepeat = this.question.isQuery && !this.ended && !first.hasBegun && beforeTheFirstByte.has(code);
      if (!mayRepeat || !this.line.retries.spend()) throw error;
      onRetry();
      return answeredBy(await this.begin().response);
    } finally {
      clearTimeout(timer);
      stay();
    }
  }

  private end(why: string): void {
    this.ended = new Error(why);
    this.current?.abort(this.ended);
  }

  private begin(): Exchange {
    const { line, question, identity } = this;
    const { body, hash } = question;
    this.current = new Exchange(line.pool, {
      method: 'POST',
      path: line.address.url.pathname,
      headers: [...form, ...traceHeaders(), identityHeader, signFor(line.name, line.address.key, hash, identity)],
      body,
    });
    return this.current;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function answeredBy({ status, body }: Response): Answered {
  const text = utf8.decode(body);
  // 400 is how a subgraph says that an input is wrong; it says so in GraphQL. Redirects are not followed: they would carry the identity elsewhere.
  if (status !== 200 && status !== 400) throw new FetchFailed('unavailable', `the subgraph answered with status ${status}`);
  return { answer: readAnswer(text), text };
}
