import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

const lowest = 20_000;
const highest = 29_999;
/** Milliseconds: longer than it takes to start listening. From then on whoever looks finds the port taken. */
const claimLasts = 120_000;

/** Whether a program of ours could listen there now. */
export function portIsFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port below the range from which systems take ports for outgoing connections: none of those can take it from us. */
export async function freePort(wish?: number): Promise<number> {
  // Whoever wishes for a port may have claimed it themselves, at an earlier start.
  if (wish !== undefined && (claimed.has(wish) || (await claim(wish))) && (await portIsFree(wish))) return wish;
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if ((await claim(port)) && (await portIsFree(port))) return port;
  }
}

const claimed = new Set<number>();

/**
 * Nobody listens yet at a port that was just found free, so another process that looks for one would find it free as well. A datagram
 * socket of the same number keeps it from that, and goes with us.
 */
function claim(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const note = createSocket('udp4');
    note.once('error', () => resolve(false));
    note.bind({ port, address: '127.0.0.1', exclusive: true }, () => {
      claimed.add(port);
      const giveUp = () => {
        claimed.delete(port);
        note.close();
      };
      setTimeout(giveUp, claimLasts).unref();
      note.unref();
      resolve(true);
    });
  });
}
