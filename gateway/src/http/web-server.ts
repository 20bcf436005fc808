import { randomUUID } from 'node:crypto';
import type { Log } from '@leader/subgraph-kit/log/log';
import fastify, { type FastifyInstance } from 'fastify';
import { allowOrigins } from './cross-origin.ts';
import { answerRefusals, answerUnreadableAddress } from './refusals.ts';
import { securityHeaders } from './security-headers.ts';
import { answerUnreadable } from './unreadable-requests.ts';

const largestBody = 256 * 1024;
const largestHeaders = 16 * 1024;
/** How often slow connections are looked for, in milliseconds. */
const checkInterval = 1_000;

export interface WebServerSettings {
  /** Longest time for the headers of a request to arrive, and for all of it, in milliseconds. */
  readonly headerTimeout: number;
  readonly arrivalTimeout: number;
  readonly connections: number;
  /** Origins whose pages may ask from a browser. */
  readonly origins: readonly string[];
  /** Proxies whose word about the client's address counts. */
  readonly trustedProxies: readonly string[];
  /** Behind TLS: browsers are told never to come without it. */
  readonly isProduction: boolean;
}

/** An HTTP server whose every answer carries the request's reference and the headers that keep browsers careful. */
export function webServer(settings: WebServerSettings, log: Log): FastifyInstance {
  const app = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: 'idle',
    requestTimeout: settings.arrivalTimeout,
    keepAliveTimeout: 65_000,
    http: { maxHeaderSize: largestHeaders, headersTimeout: settings.headerTimeout, connectionsCheckingInterval: checkInterval },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerUnreadableAddress,
    genReqId: newReference,
    requestIdHeader: false,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
  });
  app.server.maxConnections = settings.connections;
  const headers = securityHeaders(settings.isProduction);
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  allowOrigins(app, settings.origins);
  closeConnectionsWhenDone(app);
  answerRefusals(app, log);
  return app;
}

/** A connection that a client keeps open after its answer, or on which nothing ever came, would keep the door from closing. */
function closeConnectionsWhenDone(app: FastifyInstance): void {
  let isClosing = false;
  let underWay = 0;
  const closeWhenQuiet = () => {
    if (isClosing && underWay === 0) app.server.closeAllConnections();
  };
  app.addHook('onRequest', async (_request, reply) => {
    underWay += 1;
    reply.raw.once('close', () => {
      underWay -= 1;
      closeWhenQuiet();
    });
  });
  app.addHook('preClose', async () => {
    isClosing = true;
    closeWhenQuiet();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}

/** Sixteen signs that nobody can guess. The runtime draws these in stock, which single random bytes are not. */
function newReference(): string {
  const uuid = randomUUID();
  return uuid.slice(0, 8) + uuid.slice(28);
}
