import type { FastifyReply } from 'fastify';
import type { ErrorCode, Sentence } from '../errors/known-error.ts';
import { currentRequest } from './current-request.ts';
import { answerType } from './media-type.ts';

/**
 * Answers a whole request with one error, in the form every GraphQL client understands.
 *
 * @param extensions what the answer says besides
 */
export function refuse(
  reply: FastifyReply,
  status: number,
  code: ErrorCode,
  sentence: Sentence,
  extensions?: Readonly<Record<string, unknown>>,
): FastifyReply {
  const { reference, language, note } = currentRequest();
  note.outcome = code;
  const type = answerType(reply.request.headers.accept)?.type ?? 'application/json';
  return reply
    .code(status)
    .type(`${type}; charset=utf-8`)
    .send({ errors: [{ message: sentence[language], extensions: { code, reference } }], ...(extensions && { extensions }) });
}
