import type { Dispatcher } from 'undici';

/** What came back, whole. */
export interface Response {
  readonly status: number;
  readonly body: Buffer;
}

/**
 * One request over a pool and its whole response, without the streams of the library, which cost more than everything else
 * about a fetch.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  /** Rejects when the connection fails, or with the reason of an abort. */
  readonly response: Promise<Response>;
  private readonly chunks: Buffer[] = [];
  private controller: Dispatcher.DispatchController | undefined;
  private status = 0;
  private stopped: Error | undefined;
  private resolve!: (response: Response) => void;
  private reject!: (error: Error) => void;

  constructor(pool: Dispatcher, options: Dispatcher.DispatchOptions) {
    this.response = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    pool.dispatch(options, this);
  }

  /** Whether a part of the response has come. */
  get hasBegun(): boolean {
    return this.status > 0;
  }

  /** Ends it at once; the connection is closed, since what still comes on it belongs to nobody. */
  abort(reason: Error): void {
    if (this.stopped) return;
    this.stopped = reason;
    this.controller?.abort(reason);
    this.reject(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // It was stopped while it waited for its turn.
    if (this.stopped) controller.abort(this.stopped);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.chunks;
    this.resolve({ status: this.status, body: first && this.chunks.length === 1 ? first : Buffer.concat(this.chunks) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.reject(error);
  }
}
