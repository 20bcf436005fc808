import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What can go wrong on the way to a subgraph and back. `refuse` is a subgraph that is not there at all. */
export const faults = ['refuse', 'latency', 'drip', 'hang', 'cut', 'reset', 'garbage', 'huge', 'redirect'] as const;
export type Fault = (typeof faults)[number];

const oneMegabyte = Buffer.alloc(1024 * 1024, 'x');

/** A TCP proxy before one subgraph that does to its connections what networks and broken servers do. */
export class FaultyProxy {
  private fault: Fault | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  /** @param random decides how long, how much, and where things break off */
  constructor(
    private readonly target: { readonly host: string; readonly port: number },
    private readonly random: () => number,
  ) {
    this.server = createServer((client) => this.serve(client));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on connections suffer this, those that are open included; without one all is well again. */
  suffer(fault: Fault | undefined): void {
    this.fault = fault;
    // Connections are kept for the next request: that one has to meet the fault too.
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.suffer(undefined);
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(client: Socket): void {
    this.keep(client);
    const { fault } = this;
    if (fault === 'refuse') client.destroy();
    else if (fault === 'hang') client.resume();
    else if (fault === undefined || fault === 'latency' || fault === 'drip' || fault === 'cut') this.forward(client, fault);
    else client.once('data', () => void this.answerFalsely(client, fault));
  }

  private forward(client: Socket, fault: 'latency' | 'drip' | 'cut' | undefined): void {
    const server = this.keep(connect(this.target.port, this.target.host));
    const close = () => {
      client.destroy();
      server.destroy();
    };
    client.on('close', close);
    server.on('close', close);
    client.pipe(server);
    if (fault === undefined) server.pipe(client);
    else void this.disturb(server, client, fault).catch(close);
  }

  private async disturb(server: Socket, client: Socket, fault: 'latency' | 'drip' | 'cut'): Promise<void> {
    for await (const chunk of server as AsyncIterable<Buffer>) {
      if (fault === 'latency') {
        await pause(20 + this.random() * 80);
        client.write(chunk);
      } else if (fault === 'cut') {
        client.write(chunk.subarray(0, Math.floor(this.random() * chunk.length)), () => client.destroy());
        return;
      } else await this.drip(chunk, client);
    }
  }

  private async drip(chunk: Buffer, client: Socket): Promise<void> {
    for (const byte of chunk) {
      if (client.destroyed) return;
      client.write(Buffer.of(byte));
      await pause(50 + this.random() * 100);
    }
  }

  private async answerFalsely(client: Socket, fault: 'reset' | 'garbage' | 'huge' | 'redirect'): Promise<void> {
    if (fault === 'reset') client.resetAndDestroy();
    else if (fault === 'garbage') client.end(Buffer.from(Array.from({ length: 2_000 }, () => Math.floor(this.random() * 256))));
    else if (fault === 'redirect') client.end('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/stolen\r\ncontent-length: 0\r\n\r\n');
    else {
      client.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{"data":{"x":"');
      for (let sent = 0; sent < 200 && !client.destroyed; sent += 1) {
        if (!client.write(oneMegabyte)) await new Promise((resolve) => client.once('drain', resolve).once('close', resolve));
      }
      client.end('"}}');
    }
  }

  private keep(socket: Socket): Socket {
    this.sockets.add(socket);
    // What breaks here is meant to break.
    return socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
  }
}
