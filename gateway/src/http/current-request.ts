import { AsyncLocalStorage } from 'node:async_hooks';
import type { Log } from '@leader/subgraph-kit/log/log';
import type { FastifyRequest } from 'fastify';
import { type Language, preferredLanguage } from '../identity/language.ts';
import { noteOf, type RequestNote } from './request-note.ts';

/** What belongs to the request being answered, wherever in the code it is answered. */
export interface CurrentRequest {
  /** Finds everything about this request in the log, here and in every subgraph. */
  readonly reference: string;
  readonly language: Language;
  readonly log: Log;
  readonly note: RequestNote;
}

/** Read from the HTTP request each time, because the context of a request is lost while its body arrives. */
export function requestOf(request: FastifyRequest, log: Log): CurrentRequest {
  return { reference: request.id, language: preferredLanguage(request.headers['accept-language']), log, note: noteOf(request) };
}

const storage = new AsyncLocalStorage<CurrentRequest>();

export function duringRequest<Result>(request: CurrentRequest, work: () => Result): Result {
  return storage.run(request, work);
}

/** @throws Error outside a request: whoever asks then has wired something wrongly. */
export function currentRequest(): CurrentRequest {
  const request = storage.getStore();
  if (!request) throw new Error('no request is being answered');
  return request;
}
