import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorCode, Sentence } from '../errors/known-error.ts';
import { type Audience, Client } from '../transport/audience.ts';
import type { OpenRequests } from './open-requests.ts';
import { newReference } from './reference.ts';
import { refusalBody } from './refuse.ts';
import type { StandingHeaders } from './security-headers.ts';

/** What became of a request, from short lists, for the figures. */
export interface RequestNote {
  /** The code it was refused with; OK or PARTIAL when it was answered, in whole or with errors beside the data. */
  outcome: ErrorCode | 'OK' | 'PARTIAL' | undefined;
  /** Class of the token. Unknown for who was refused before anybody looked at one. */
  serviceClass: string | undefined;
}

const noContent = 204;
/** What is known only when the answer goes out. */
const ofTheForm: ReadonlySet<string> = new Set(['content-length', 'x-request-id']);

export type Headers = Readonly<Record<string, string | number>>;

/**
 * One request to the graph, from its arrival to the end of its answer. It passes no framework: of a small request that took a
 * tenth of the time.
 */
export class Visit implements RequestNote {
  /** Finds it in the log. */
  readonly reference = newReference();
  readonly began = performance.now();
  outcome: RequestNote['outcome'];
  serviceClass: string | undefined;
  private readonly sender = new Client();
  private readonly atTheEnd: (() => void)[] = [];
  private atTheAnswer: (() => void) | undefined;
  private isOver = false;
  private readonly told: string[] = [];

  /** @param open the requests that this is one of */
  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    private readonly standing: StandingHeaders,
    private readonly open: OpenRequests,
  ) {
    response.once('close', () => {
      this.isOver = true;
      if (!response.writableFinished) this.sender.leave();
      this.settle();
      for (const act of this.atTheEnd) act();
    });
  }

  get headers(): IncomingHttpHeaders {
    return this.request.headers;
  }

  /** Gone when it leaves before it has its answer. */
  get client(): Audience {
    return this.sender;
  }

  /** Whether the whole answer went out. */
  get isAnswered(): boolean {
    return this.response.writableFinished;
  }

  /** Whichever way it ends; at once when it has ended. */
  whenOver(act: () => void): void {
    if (this.isOver) act();
    else this.atTheEnd.push(act);
  }

  /** When its answer is written, however long the client takes to read it, or when nobody waits for one any more. One act in all. */
  whenAnswered(act: () => void): void {
    this.atTheAnswer = act;
    if (this.isOver) this.settle();
  }

  /** Headers of the answer, whatever it will be. What every answer says stays as it is. */
  tell(headers: Headers): void {
    for (const name in headers) if (!this.standing.names.has(name) && !ofTheForm.has(name)) this.told.push(name, String(headers[name]));
  }

  /** Answers it, unless somebody has. */
  answer(status: number, headers: Headers, body: string): void {
    if (this.response.headersSent) return;
    this.tell(headers);
    const list = [...this.standing.list, 'x-request-id', this.reference, ...this.told];
    if (status !== noContent) list.push('content-length', String(Buffer.byteLength(body)));
    if (this.open.areTheLast) list.push('connection', 'close');
    this.response.writeHead(status, list).end(body);
    this.settle();
  }

  /**
   * Answers it with one error, in the form every GraphQL client understands.
   *
   * @param extensions what the answer says besides
   */
  refuse(status: number, code: ErrorCode, sentence: Sentence, extensions?: Readonly<Record<string, unknown>>): void {
    this.outcome = code;
    const { type, text } = refusalBody(this.headers, this.reference, code, sentence, extensions);
    this.answer(status, { 'content-type': type }, text);
  }

  private settle(): void {
    const act = this.atTheAnswer;
    this.atTheAnswer = undefined;
    act?.();
  }
}

/** The same for a trace, with the reference that finds the request in the log. */
export function whatBecameOf({ reference, outcome = 'INTERNAL', serviceClass = 'unknown' }: Visit): Readonly<Record<string, string>> {
  return { 'request.reference': reference, 'request.outcome': outcome, 'request.class': serviceClass };
}
