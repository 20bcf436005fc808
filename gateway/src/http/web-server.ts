import { createServer, type RequestListener } from 'node:http';
import type { Log } from '@leader/subgraph-kit/log/log';
import { isForGraph } from '@leader/subgraph-kit/server/graph-address';
import fastify, { type FastifyInstance } from 'fastify';
import { allowOrigins } from './cross-origin.ts';
import type { OpenRequests } from './open-requests.ts';
import { endWithConnection } from './queued-answers.ts';
import { newReference } from './reference.ts';
import { answerRefusals, answerUnreadableAddress } from './refusals.ts';
import { largestBody } from './request-body.ts';
import { securityHeaders } from './security-headers.ts';
import { answerUnreadable } from './unreadable-requests.ts';

const largestHeaders = 16 * 1024;
/** How often slow connections are looked for, in milliseconds. */
const checkInterval = 1_000;

export interface WebServerSettings {
  /** Longest time for the headers of a request to arrive, and for all of it, in milliseconds. */
  readonly headerTimeout: number;
  readonly arrivalTimeout: number;
  /** Longest time in which nothing goes over a connection while a request is under way, in milliseconds. */
  readonly silence: number;
  readonly connections: number;
  /** Origins whose pages may ask from a browser. */
  readonly origins: readonly string[];
  /** Behind TLS: browsers are told never to come without it. */
  readonly isProduction: boolean;
}

/**
 * An HTTP server whose every answer carries the request's reference and the headers that keep browsers careful.
 *
 * @param graph answers what comes to the graph's address, before the framework looks at it
 */
export function webServer(settings: WebServerSettings, graph: RequestListener, open: OpenRequests, log: Log): FastifyInstance {
  const headers = securityHeaders(settings.isProduction);
  const app = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerUnreadable(headers),
    frameworkErrors: answerUnreadableAddress(headers),
    genReqId: newReference,
    requestIdHeader: false,
    routerOptions: { maxParamLength: 200 },
    serverFactory: (others) =>
      createServer(
        {
          maxHeaderSize: largestHeaders,
          headersTimeout: settings.headerTimeout,
          requestTimeout: settings.arrivalTimeout,
          keepAliveTimeout: 65_000,
          connectionsCheckingInterval: checkInterval,
        },
        (request, response) => {
          endWithConnection(request, response);
          open.begin(response);
          if (isForGraph(request.url ?? '')) graph(request, response);
          else others(request, response);
        },
      ),
  });
  app.server.maxConnections = settings.connections;
  app.server.timeout = settings.silence;
  // Nothing but the graph takes a body, whatever its type.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  allowOrigins(app, settings.origins);
  app.addHook('onSend', async (_request, reply) => {
    if (open.areTheLast) reply.header('connection', 'close');
  });
  app.addHook('preClose', async () => open.close(app.server));
  answerRefusals(app, log);
  return app;
}
