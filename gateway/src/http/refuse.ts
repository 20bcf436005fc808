import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { ErrorCode, Sentence } from '../errors/known-error.ts';
import { preferredLanguage } from '../identity/language.ts';
import { contentTypeOf } from './media-type.ts';

/**
 * A whole answer that is one error, in the form every GraphQL client understands.
 *
 * @param extensions what the answer says besides
 */
export function refusalBody(
  headers: IncomingHttpHeaders,
  reference: string,
  code: ErrorCode,
  sentence: Sentence,
  extensions?: Readonly<Record<string, unknown>>,
): { readonly type: string; readonly text: string } {
  const language = preferredLanguage(headers['accept-language']);
  const errors = [{ message: sentence[language], extensions: { code, reference } }];
  return { type: contentTypeOf(headers.accept), text: JSON.stringify({ errors, ...(extensions && { extensions }) }) };
}

/** Answers with it what came to another address than the graph's. */
export function refuse(reply: FastifyReply, status: number, code: ErrorCode, sentence: Sentence): FastifyReply {
  const { headers, id } = reply.request;
  const { type, text } = refusalBody(headers, id, code, sentence);
  return reply.code(status).type(type).send(text);
}
