import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';

const anHour = 3_600;

export interface CrossOriginAnswer {
  readonly headers: Readonly<Record<string, string | number>>;
  /** A browser asks beforehand whether a page may ask: that is all there is to answer. */
  readonly isPreflight: boolean;
}

type CrossOrigin = (method: string | undefined, headers: IncomingHttpHeaders) => CrossOriginAnswer;

const nothing: CrossOriginAnswer = { headers: {}, isPreflight: false };
const toNobody: CrossOriginAnswer = { headers: { vary: 'Origin' }, isPreflight: false };

/**
 * Lets pages of the listed origins ask from a browser. Nobody else: a token is all it takes, but a page that was never meant
 * to have one should not get to read an answer either. There are no cookies, so none are allowed.
 */
export function crossOrigin(origins: readonly string[]): CrossOrigin {
  if (origins.length === 0) return () => nothing;
  return (method, { origin, 'access-control-request-method': wanted }) => {
    if (origin === undefined || !origins.includes(origin)) return toNobody;
    const readable = {
      vary: 'Origin',
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'x-request-id, retry-after',
    };
    if (method !== 'OPTIONS' || wanted === undefined) return { headers: readable, isPreflight: false };
    const allowed = {
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type, accept-language',
      'access-control-max-age': anHour,
    };
    return { headers: { ...readable, ...allowed }, isPreflight: true };
  };
}

/** The same for addresses other than the graph's. */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const answer = crossOrigin(origins);
  app.addHook('onRequest', async (request, reply) => {
    const { headers, isPreflight } = answer(request.method, request.headers);
    reply.headers(headers);
    if (isPreflight) return reply.code(204).send();
  });
}
