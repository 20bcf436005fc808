import type { FastifyInstance } from 'fastify';

const anHour = 3_600;

/**
 * Lets pages of the listed origins ask from a browser. Nobody else: a token is all it takes, but a page that was never meant
 * to have one should not get to read an answer either. There are no cookies, so none are allowed.
 */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    reply.header('vary', 'Origin');
    if (origin === undefined || !origins.includes(origin)) return;
    reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'x-request-id, retry-after' });
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return;
    return reply
      .headers({
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'authorization, content-type, accept-language',
        'access-control-max-age': anHour,
      })
      .code(204)
      .send();
  });
}
