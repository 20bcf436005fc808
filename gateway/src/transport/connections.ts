import { Connection, type Home } from './connection.ts';
import type { Exchange } from './exchange.ts';

export interface ConnectionLimits {
  /** Connections at once; further exchanges wait for their turn. */
  readonly connections: number;
  /** Largest body of a response, in bytes. */
  readonly largestAnswer: number;
}

/** How often connections are looked for that have been idle for too long, in milliseconds. */
const round = 10_000;

/** The connections to one subgraph, opened as they are needed. */
export class Connections implements Home {
  private readonly all = new Set<Connection>();
  /** The one that was used last comes first: few are kept warm, and the others are closed. */
  private idle: Connection[] = [];
  private readonly waiting: Exchange[] = [];
  private willSend = false;
  private willTidy = false;
  private isClosed = false;

  constructor(
    private readonly url: URL,
    private readonly limits: ConnectionLimits,
  ) {}

  /**
   * Carries an exchange as soon as there is room. Never at once: what a subgraph has sent unasked, or that it has closed a connection, is seen
   * before the next question goes out on it.
   */
  send(exchange: Exchange): void {
    if (this.isClosed) exchange.fail(new Error('the connections were closed'));
    else this.waiting.push(exchange);
    this.sendSoon();
  }

  isFree(connection: Connection): void {
    this.idle.push(connection);
    this.tidyLater();
    this.sendSoon();
  }

  isGone(connection: Connection): void {
    this.all.delete(connection);
    this.idle = this.idle.filter((one) => one !== connection);
    this.sendSoon();
  }

  close(): void {
    this.isClosed = true;
    for (const exchange of this.waiting.splice(0)) exchange.fail(new Error('the connections were closed'));
    for (const connection of this.all) connection.close();
  }

  private sendSoon(): void {
    if (this.willSend || this.waiting.length === 0) return;
    this.willSend = true;
    setImmediate(() => {
      this.willSend = false;
      this.sendWaiting();
    });
  }

  private sendWaiting(): void {
    let first = this.waiting[0];
    while (first) {
      if (!first.isOver) {
        const connection = this.room();
        if (!connection) return;
        connection.carry(first);
      }
      this.waiting.shift();
      first = this.waiting[0];
    }
  }

  private room(): Connection | undefined {
    for (let last = this.idle.pop(); last; last = this.idle.pop()) {
      if (!last.isStale) return last;
      last.close();
    }
    if (this.all.size >= this.limits.connections) return undefined;
    const opened = new Connection(this.url, this.limits.largestAnswer, this);
    this.all.add(opened);
    return opened;
  }

  private tidyLater(): void {
    if (this.willTidy) return;
    this.willTidy = true;
    setTimeout(() => {
      this.willTidy = false;
      for (const connection of this.idle.filter(({ isStale }) => isStale)) connection.close();
      if (this.idle.length > 0) this.tidyLater();
    }, round).unref();
  }
}
