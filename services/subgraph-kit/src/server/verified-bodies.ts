import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidInput } from '../errors/errors.ts';
import type { EventDoor } from '../events/event-door.ts';
import { eventPath } from '../events/wire.ts';
import { type IdentityClaims, type IdentityKey, IdentityRefused, identityHeader, verifyIdentity } from '../identity/identity-token.ts';
import { TokenRefused } from '../identity/signed-token.ts';
import type { Log } from '../log/log.ts';
import { refusal, TooLate } from './refusals.ts';
import { excessOf, excessOfDocument } from './request-bounds.ts';

export interface DoorParts {
  /** Name of the subgraph: the audience its identity tokens must have. */
  readonly name: string;
  readonly identityKeys: readonly IdentityKey[];
  readonly log: Log;
  readonly events?: { readonly door: EventDoor | undefined };
  /** Whether this very text of a document has been found within bounds before. */
  readonly hasPassed: (document: unknown) => boolean;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const verified = Symbol('verified identity');
type VerifiedRequest = FastifyRequest & { [verified]?: IdentityClaims };

/** What the gateway states about whoever sent this request, whose body has been read. */
export function claimsOf(request: FastifyRequest): IdentityClaims {
  const claims = (request as VerifiedRequest)[verified];
  if (!claims) throw new IdentityRefused('no body');
  return claims;
}

/** The token is bound to the exact bytes of the body, so it is checked on them, before anything reads their content. */
export function acceptVerifiedBodiesOnly(app: FastifyInstance, parts: DoorParts): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      // A path of its own with keys of its own: the gateway's open nothing here, and a sender's nothing elsewhere.
      if (parts.events?.door && request.url === eventPath) return done(null, parts.events.door.open(request.headers, body as Buffer));
      const token = request.headers[identityHeader];
      const now = Date.now() / 1000;
      const claims = verifyIdentity(token, { audience: parts.name, body: body as Buffer, keys: parts.identityKeys, now });
      if (claims.dl < Date.now()) throw new TooLate();
      (request as VerifiedRequest)[verified] = claims;
      done(null, readBody(body as Buffer, parts.hasPassed));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.url.startsWith('/graphql')) claimsOf(request);
    done();
  });
  answerRefusals(app, parts.log);
}

function readBody(bytes: Buffer, hasPassed: DoorParts['hasPassed']): unknown {
  const body: unknown = JSON.parse(utf8.decode(bytes));
  const { query, variables } = (body ?? {}) as { query?: unknown; variables?: unknown };
  const excess = (hasPassed(query) ? undefined : excessOfDocument(query)) ?? excessOf(variables);
  if (excess !== undefined) throw new InvalidInput(excess);
  return body;
}

function answerRefusals(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => reply.code(401).send(refusal('UNAUTHENTICATED', 'This address is only for the gateway.')));
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof TokenRefused) {
      log.warn({ reason: error.message }, 'a request without a valid identity was refused');
      return reply.code(401).send(refusal('UNAUTHENTICATED', 'This address is only for the gateway.'));
    }
    if (error instanceof TooLate) return reply.code(503).send(refusal('DEADLINE_EXCEEDED', 'The deadline of this request has passed.'));
    if (error instanceof InvalidInput) return reply.code(400).send(refusal('BAD_USER_INPUT', error.message));
    const { statusCode: status, code } = error as { statusCode?: number; code?: string };
    if (status === 413) return reply.code(413).send(refusal('BAD_USER_INPUT', 'The request is too large.'));
    if (error instanceof SyntaxError || code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || (status !== undefined && status < 500))
      return reply.code(400).send(refusal('BAD_USER_INPUT', 'The request is not JSON.'));
    log.error({ err: error }, 'a request failed');
    return reply.code(500).send(refusal('INTERNAL', 'Something went wrong on our side.'));
  });
}
