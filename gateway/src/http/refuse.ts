import type { FastifyReply } from 'fastify';
import type { ErrorCode, Sentence } from '../errors/known-error.ts';
import { currentRequest } from './current-request.ts';

/** Answers a whole request with one error, in the form every GraphQL client understands. */
export function refuse(reply: FastifyReply, status: number, code: ErrorCode, sentence: Sentence): FastifyReply {
  const { reference, language } = currentRequest();
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message: sentence[language], extensions: { code, reference } }] });
}
