import type { FastifyRequest } from 'fastify';
import type { ErrorCode } from '../errors/known-error.ts';

/** What became of a request, from short lists, for the figures. */
export interface RequestNote {
  /** The code it was refused with; OK or PARTIAL when it was answered, in whole or with errors beside the data. */
  outcome: ErrorCode | 'OK' | 'PARTIAL' | undefined;
  /** Class of the token. Unknown for who was refused before anybody looked at one. */
  serviceClass: string | undefined;
}

const notes = new WeakMap<FastifyRequest, RequestNote>();

/** The same for a trace, with the reference that finds the request in the log. */
export function whatBecameOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const { outcome = 'INTERNAL', serviceClass = 'unknown' } = noteOf(request);
  return { 'request.reference': request.id, 'request.outcome': outcome, 'request.class': serviceClass };
}

/** The same note for one request each time. */
export function noteOf(request: FastifyRequest): RequestNote {
  const known = notes.get(request);
  if (known) return known;
  const note: RequestNote = { outcome: undefined, serviceClass: undefined };
  notes.set(request, note);
  return note;
}
