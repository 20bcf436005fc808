import { randomBytes } from 'node:crypto';
import type { Log } from '@leader/subgraph-kit/log/log';
import fastify, { type FastifyInstance } from 'fastify';
import { duringRequest, requestOf } from './current-request.ts';
import { answerRefusals } from './refusals.ts';

const largestBody = 256 * 1024;

/** An HTTP server whose every answer carries the request's reference and the headers that keep browsers careful. */
export function webServer(log: Log): FastifyInstance {
  const app = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: 'idle',
    requestTimeout: 10_000,
    keepAliveTimeout: 65_000,
    genReqId: () => randomBytes(8).toString('hex'),
    requestIdHeader: false,
    routerOptions: { maxParamLength: 200 },
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-request-id': request.id,
    });
    done();
  });
  // Not earlier: the events by which a body arrives belong to no request.
  app.addHook('preValidation', (request, _reply, done) => duringRequest(requestOf(request, log), done));
  closeConnectionsWhenDone(app);
  answerRefusals(app, log);
  return app;
}

/** A connection that a client keeps open after its answer would keep the door from closing. */
function closeConnectionsWhenDone(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}
