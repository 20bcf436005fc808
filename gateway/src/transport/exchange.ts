import type { Connections } from './connections.ts';
import type { Response } from './response-reader.ts';

/** Whatever carries an exchange, and can be told to stop. */
export interface Carrier {
  close(): void;
}

/** One request over one of several connections, and its whole response. */
export class Exchange {
  /** Rejects when the connection fails, or with the reason of an abort. */
  readonly response: Promise<Response>;
  /** Whether a part of the response has come. */
  hasBegun = false;
  private carrier: Carrier | undefined;
  private hasEnded = false;
  private resolve!: (response: Response) => void;
  private reject!: (error: Error) => void;

  /** @param request as it goes over the wire */
  constructor(
    connections: Connections,
    readonly request: string,
  ) {
    this.response = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    connections.send(this);
  }

  /** Nobody waits for it any more. */
  get isOver(): boolean {
    return this.hasEnded;
  }

  carriedBy(carrier: Carrier): void {
    this.carrier = carrier;
  }

  settle(response: Response): void {
    this.hasEnded = true;
    this.resolve(response);
  }

  fail(error: Error): void {
    this.hasEnded = true;
    this.reject(error);
  }

  /** Ends it at once; the connection is closed, since what still comes on it belongs to nobody. */
  abort(reason: Error): void {
    if (this.hasEnded) return;
    this.fail(reason);
    this.carrier?.close();
  }
}
