import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Log } from '../log/log.ts';

/** Where a process lets its figures be read: an address of its own, since they are nobody's business who asks the graph. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

export interface RunningMetrics {
  readonly url: string;
  close(): Promise<void>;
}

/** A registry with what every Node process can tell: memory, processor time, garbage, and how late the event loop is. */
export function openRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Serves `GET /metrics` in the text form of Prometheus, and nothing else. */
export async function serveMetrics(registry: Registry, { host, port }: MetricsAddress, log: Log): Promise<RunningMetrics> {
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await registry.metrics();
      response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
    } catch (error) {
      log.error({ err: error }, 'the figures could not be read');
      response.writeHead(500).end();
    }
  });
  server.requestTimeout = 5_000;
  server.maxConnections = 20;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}/metrics`;
  log.info({ url }, 'figures are read at');
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
