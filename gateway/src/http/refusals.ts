import type { Log } from '@leader/subgraph-kit/log/log';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, KnownError, type Sentence } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { refuse } from './refuse.ts';

const tooLarge: Sentence = {
  fr: 'La demande est trop grande : 256 Ko au plus. Divisez-la.',
  en: 'The request is too large: 256 KB at most. Split it.',
};
const malformed: Sentence = {
  fr: "La demande HTTP n'est pas bien formée. Envoyez-la telle que /graphql l'attend : POST, JSON, UTF-8.",
  en: 'The HTTP request is not well formed. Send it as /graphql expects it: POST, JSON, UTF-8.',
};
const nothingHere: Sentence = {
  fr: "Il n'y a rien à cette adresse. Les demandes s'envoient par POST à /graphql.",
  en: 'There is nothing at this address. Requests are sent by POST to /graphql.',
};

const statusOf: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  SUBGRAPH_UNAVAILABLE: 503,
  OVERLOADED: 503,
  INTERNAL: 500,
};

/** Whatever goes wrong before GraphQL begins is still answered as GraphQL errors in JSON. */
export function answerRefusals(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'NOT_FOUND', nothingHere));
  app.setErrorHandler((error, _request, reply) => refuseFor(reply, error, log));
}

/** The same for an address that cannot even be decoded, which no route and no hook ever sees. */
export function answerUnreadableAddress(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  refuse(reply, 400, 'BAD_USER_INPUT', malformed);
}

function refuseFor(reply: FastifyReply, error: unknown, log: Log): FastifyReply {
  if (error instanceof KnownError) return refuseKnown(reply, error, log);
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status === 413) return refuse(reply, 413, 'BAD_USER_INPUT', tooLarge);
  if (status < 500) return refuse(reply, status, 'BAD_USER_INPUT', malformed);
  log.error({ reference: reply.request.id, err: error }, 'a request failed');
  return refuse(reply, 500, 'INTERNAL', sentences.internal);
}

function refuseKnown(reply: FastifyReply, error: KnownError, log: Log): FastifyReply {
  const status = statusOf[error.code] ?? 400;
  log[status >= 500 ? 'warn' : 'debug']({ reference: reply.request.id, code: error.code, err: error.cause }, 'a request was refused');
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (status === 503) reply.header('retry-after', '2');
  return refuse(reply, status, error.code, error.sentence);
}
