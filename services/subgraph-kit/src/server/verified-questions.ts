import type { IncomingHttpHeaders } from 'node:http';
import { InvalidInput } from '../errors/errors.ts';
import { type IdentityKey, identityHeader, verifyIdentity } from '../identity/identity-token.ts';
import { Viewer } from '../viewer/viewer.ts';
import { TooLate } from './refusals.ts';
import { excessOf, excessOfDocument } from './request-bounds.ts';

export interface DoorParts {
  /** Name of the subgraph: the audience its identity tokens must have. */
  readonly name: string;
  readonly identityKeys: readonly IdentityKey[];
  /** Whether this very text of a document has been found within bounds before. */
  readonly hasPassed: (document: unknown) => boolean;
}

/** What the gateway asks, and what it states about whoever sent it. */
export interface Question {
  readonly viewer: Viewer;
  /** Any JSON. */
  readonly body: unknown;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The token is bound to the exact bytes of the body, so it is checked on them, before anything reads their content.
 *
 * @throws IdentityRefused, TooLate, InvalidInput, or what reading JSON throws
 */
export function openQuestion(headers: IncomingHttpHeaders, bytes: Buffer, { name, identityKeys, hasPassed }: DoorParts): Question {
  const now = Date.now();
  const claims = verifyIdentity(headers[identityHeader], { audience: name, body: bytes, keys: identityKeys, now: now / 1000 });
  if (claims.dl < now) throw new TooLate();
  const body: unknown = JSON.parse(utf8.decode(bytes));
  const { query, variables } = (body ?? {}) as { query?: unknown; variables?: unknown };
  const excess = (hasPassed(query) ? undefined : excessOfDocument(query)) ?? excessOf(variables);
  if (excess !== undefined) throw new InvalidInput(excess);
  return { viewer: new Viewer(claims), body };
}
