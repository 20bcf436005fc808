import type { Log } from '@leader/subgraph-kit/log/log';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, KnownError, type Sentence } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { refuse } from './refuse.ts';
import type { Visit } from './visit.ts';

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

interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly sentence: Sentence;
  readonly headers: Readonly<Record<string, string>>;
}

/** Whatever goes wrong before GraphQL begins is still answered as GraphQL errors in JSON. */
export function answerRefusals(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'NOT_FOUND', nothingHere));
  app.setErrorHandler((error, request, reply) => {
    const { status, code, sentence, headers } = refusalFor(error, request.id, log);
    return refuse(reply.headers(headers), status, code, sentence);
  });
}

/** The same for a request to the graph. */
export function refuseFor(visit: Visit, error: unknown, log: Log): void {
  const { status, code, sentence, headers } = refusalFor(error, visit.reference, log);
  visit.tell(headers);
  visit.refuse(status, code, sentence);
}

/**
 * And for an address that cannot even be decoded, which no route and no hook ever sees.
 *
 * @param headers of every answer
 */
export function answerUnreadableAddress(headers: Readonly<Record<string, string>>) {
  return (_error: unknown, { id }: FastifyRequest, reply: FastifyReply): void => {
    refuse(reply.headers(headers).header('x-request-id', id), 400, 'BAD_USER_INPUT', malformed);
  };
}

function refusalFor(error: unknown, reference: string, log: Log): Refusal {
  if (error instanceof KnownError) return knownRefusal(error, reference, log);
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  // What is left of a body that nobody reads would be taken for the next request.
  if (status === 413) return { status, code: 'BAD_USER_INPUT', sentence: tooLarge, headers: { connection: 'close' } };
  if (status < 500) return { status, code: 'BAD_USER_INPUT', sentence: malformed, headers: {} };
  log.error({ reference, err: error }, 'a request failed');
  return { status: 500, code: 'INTERNAL', sentence: sentences.internal, headers: {} };
}

function knownRefusal({ code, sentence, cause }: KnownError, reference: string, log: Log): Refusal {
  const status = statusOf[code] ?? 400;
  log[status >= 500 ? 'warn' : 'debug']({ reference, code, err: cause }, 'a request was refused');
  const challenge = status === 401 && { 'www-authenticate': 'Bearer' };
  const later = status === 503 && { 'retry-after': '2' };
  return { status, code, sentence, headers: { ...challenge, ...later } };
}
