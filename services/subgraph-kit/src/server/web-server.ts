import { createServer, type RequestListener } from 'node:http';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Log } from '../log/log.ts';
import { isForGraph } from './graph-address.ts';
import { type Draining, largestBody } from './graph-route.ts';
import { notWellFormed, onlyForTheGateway, refusalFor } from './refusals.ts';
import { answerUnreadable } from './unreadable-requests.ts';

/** Longest time for what is under way when the server is to stop, in milliseconds. */
const patience = 10_000;

export interface WebServer {
  readonly app: FastifyInstance;
  /** Accepts nothing new, and waits until everything is answered. */
  close(): Promise<void>;
}

/**
 * An HTTP server that refuses everything else so far.
 *
 * @param graph answers `POST /graphql`, before the framework looks at it
 */
export function webServer(graph: RequestListener, draining: Draining, log: Log): WebServer {
  const app = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerUnreadableAddress,
    serverFactory: (others) =>
      createServer(
        // The gateway lets go of idle connections 35 seconds earlier: none is closed while a question is on its way.
        { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 1_000 },
        (request, response) => {
          if (request.method === 'POST' && isForGraph(request.url ?? '')) graph(request, response);
          else others(request, response);
        },
      ),
  });
  // Whoever takes a body looks at its bytes first, whatever its type.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setNotFoundHandler((_request, reply) => reply.code(onlyForTheGateway.status).send(onlyForTheGateway.body));
  app.setErrorHandler((error, _request, reply) => {
    const { status, body } = refusalFor(error, log);
    return reply.code(status).send(body);
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining.hasBegun) reply.header('connection', 'close');
    done();
  });
  return {
    app,
    close: async () => {
      draining.hasBegun = true;
      const atLast = setTimeout(() => app.server.closeAllConnections(), patience);
      await app.close();
      clearTimeout(atLast);
    },
  };
}

/** An address that cannot even be decoded, which no route and no hook ever sees. */
function answerUnreadableAddress(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  reply.code(notWellFormed.status).send(notWellFormed.body);
}
