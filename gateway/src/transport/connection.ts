import { connect as connectPlain, isIP, type OnReadOpts, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { Carrier, Exchange } from './exchange.ts';
import { ResponseReader } from './response-reader.ts';

/** What becomes of a connection. */
export interface Home {
  /** It may carry another exchange. */
  isFree(connection: Connection): void;
  isGone(connection: Connection): void;
}

/** The subgraph ended a connection that it owed a response on, or sent what nobody had asked for. */
class ConnectionClosed extends Error {
  override readonly name = 'ConnectionClosed';
  readonly code = 'ECONNRESET';
}

/**
 * What is read from any socket lies here until the next is read: whoever is told of it looks through it at once. Memory of its own for each piece
 * would be most of what reading costs.
 */
const bytesRead = Buffer.alloc(64 * 1024);

/** One connection to a subgraph. It carries one exchange after another. */
export class Connection implements Carrier {
  private readonly socket: Socket;
  private exchange: Exchange | undefined;
  private reader: ResponseReader;
  private isOpen = false;
  private idleUntil = 0;

  /** @param largest body of a response, in bytes */
  constructor(
    url: URL,
    private readonly largest: number,
    private readonly home: Home,
  ) {
    this.reader = new ResponseReader(largest);
    this.socket = open(url, (bytes) => this.take(bytes))
      // Not before: what is written during a handshake may go out to somebody whose certificate is found wrong a moment later.
      .once(isSecure(url) ? 'secureConnect' : 'connect', () => {
        this.isOpen = true;
        if (this.exchange) this.socket.write(this.exchange.request);
      })
      .on('error', (error) => this.lose(error))
      .on('end', () => this.end(new ConnectionClosed('the subgraph closed the connection')))
      .on('close', () => {
        this.lose(new ConnectionClosed('the connection was closed'));
        home.isGone(this);
      });
    // Whoever waits for an answer waits with a clock of its own; a connection that nobody uses keeps no process alive.
    this.socket.unref();
  }

  /** Whether the subgraph may have thought it time to close it. */
  get isStale(): boolean {
    return this.socket.destroyed || Date.now() >= this.idleUntil;
  }

  carry(exchange: Exchange): void {
    this.exchange = exchange;
    this.reader = new ResponseReader(this.largest);
    exchange.carriedBy(this);
    if (this.isOpen) this.socket.write(exchange.request);
  }

  close(): void {
    this.socket.destroy();
  }

  private take(bytes: Buffer): void {
    const { exchange, reader } = this;
    try {
      // What nobody asked for, the next question would get for an answer.
      if (!exchange) throw new ConnectionClosed('the subgraph spoke unasked');
      exchange.hasBegun = true;
      const response = reader.add(bytes);
      if (!response) return;
      this.exchange = undefined;
      exchange.settle(response);
      this.rest(reader.keepsFor);
    } catch (error) {
      this.end(error as Error);
    }
  }

  private rest(keepsFor: number): void {
    this.idleUntil = Date.now() + keepsFor;
    // Of a question that is not out yet, the rest would go out before the next one.
    if (keepsFor > 0 && this.socket.writableLength === 0) this.home.isFree(this);
    else this.close();
  }

  private end(error: Error): void {
    this.lose(error);
    this.close();
  }

  private lose(error: Error): void {
    const { exchange } = this;
    this.exchange = undefined;
    if (exchange && !exchange.isOver) exchange.fail(error);
  }
}

function isSecure({ protocol }: URL): boolean {
  return protocol === 'https:';
}

function open(url: URL, take: (bytes: Buffer) => void): Socket {
  // In an address, IPv6 stands in brackets.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const onread: OnReadOpts = {
    buffer: bytesRead,
    callback: (count) => {
      take(bytesRead.subarray(0, count));
      return true;
    },
  };
  const options = {
    host,
    port: Number(url.port || (isSecure(url) ? 443 : 80)),
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
    onread,
  };
  if (!isSecure(url)) return connectPlain(options);
  return connectSecurely({ ...options, ...(isIP(host) === 0 && { servername: host }), ALPNProtocols: ['http/1.1'] });
}
