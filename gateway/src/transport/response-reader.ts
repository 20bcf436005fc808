import { ChunkedBody } from './chunked-body.ts';
import { FetchFailed } from './fetch-failed.ts';
import { largestHead, type ResponseHead, readHead } from './response-head.ts';
import { SizedBody } from './sized-body.ts';

/** What came back, whole. */
export interface Response {
  readonly status: number;
  readonly text: string;
}

/** The body of a response as it comes in. Bytes that it is given belong to somebody else once `add` returns. */
export interface Body {
  /** Bytes that came after its end. */
  readonly surplus: number;
  /**
   * Answers the whole body with the last of its bytes; it may lie in them.
   *
   * @throws FetchFailed when they are no body, or more than one may hold
   */
  add(bytes: Buffer): Buffer | undefined;
}

const endOfHead = '\r\n\r\n';
const nothing = Buffer.alloc(0);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads one HTTP/1.1 response to a POST or GET. It guesses nothing: what two readers could take for two different things is refused. */
export class ResponseReader {
  private held = nothing;
  private head: ResponseHead | undefined;
  private body: Body | undefined;

  /** @param largest body, in bytes */
  constructor(private readonly largest: number) {}

  /** How long the connection may wait for another request once this response is whole, in milliseconds; 0 when it must not carry one. */
  get keepsFor(): number {
    return this.head && this.body?.surplus === 0 ? this.head.keepsFor : 0;
  }

  /**
   * Takes the next bytes, which belong to somebody else once this returns. Answers the response with the last of them.
   *
   * @throws FetchFailed when they are no response, or a larger one than may be
   */
  add(bytes: Buffer): Response | undefined {
    const rest = this.body ? bytes : this.readHead(bytes);
    if (!this.head || !this.body || !rest) return undefined;
    const body = this.body.add(rest);
    return body && { status: this.head.status, text: textOf(body) };
  }

  /** Answers what came after the head, once that is whole. */
  private readHead(bytes: Buffer): Buffer | undefined {
    const seen = this.held.length === 0 ? bytes : Buffer.concat([this.held, bytes]);
    const end = seen.indexOf(endOfHead);
    if ((end === -1 ? seen.length : end) > largestHead) throw new FetchFailed('unavailable', 'the head of the response is too long');
    if (end === -1) {
      this.held = Buffer.from(seen);
      return undefined;
    }
    this.held = nothing;
    const head = readHead(seen.toString('latin1', 0, end));
    const rest = seen.subarray(end + endOfHead.length);
    // Said on the way, as 103 is: the response is still to come.
    if (head.status < 200) return rest.length > 0 ? this.readHead(rest) : undefined;
    this.head = head;
    this.body = head.length === 'chunked' ? new ChunkedBody(this.largest) : new SizedBody(head.length, this.largest);
    return rest;
  }
}

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch (error) {
    throw new FetchFailed('unavailable', 'the answer is not UTF-8', { cause: error });
  }
}
