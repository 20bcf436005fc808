import { createServer } from 'node:net';

const lowest = 20_000;
const highest = 29_999;

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
  if (wish !== undefined && (await portIsFree(wish))) return wish;
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await portIsFree(port)) return port;
  }
}
