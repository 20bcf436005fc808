import type { FastifyReply } from 'fastify';
import type { ErrorCode, Sentence } from '../errors/known-error.ts';
import { preferredLanguage } from '../identity/language.ts';
import { answerType } from './media-type.ts';
import { noteOf } from './request-note.ts';

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
  const { request } = reply;
  noteOf(request).outcome = code;
  const language = preferredLanguage(request.headers['accept-language']);
  const type = answerType(request.headers.accept)?.type ?? 'application/json';
  return reply
    .code(status)
    .type(`${type}; charset=utf-8`)
    .send({ errors: [{ message: sentence[language], extensions: { code, reference: request.id } }], ...(extensions && { extensions }) });
}
