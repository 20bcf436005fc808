import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../health/readiness.ts';
import { identify, type TokenRules } from '../identity/access-token.ts';
import type { Caller } from '../identity/caller.ts';

export interface OtherRoutesParts {
  readonly readiness: Readiness;
  /** Short hash of the supergraph in use. */
  readonly supergraph: () => string;
  /** Whether an older supergraph is in use than the one that lies there. */
  readonly isBehind: () => boolean;
  /** SDL of what somebody may see. */
  readonly schemaText: (caller: Caller) => string;
  readonly tokenRules: TokenRules;
  /** Whose tokens are accepted. */
  readonly issuer: string;
}

/** What is neither the graph nor a page: health for machines, the schema for people, and where clients sign in. */
export function addOtherRoutes(app: FastifyInstance, parts: OtherRoutesParts): void {
  app.get('/health/live', async () => ({ status: 'alive' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = await parts.readiness.isReady();
    const graph = parts.isBehind() ? { graph: 'the last good one; the newest could not be used' } : {};
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting', supergraph: parts.supergraph(), ...graph });
  });
  app.get('/schema.graphql', async (request, reply) => {
    const caller = await identify(request.headers.authorization, parts.tokenRules);
    return reply.type('text/plain; charset=utf-8').send(parts.schemaText(caller));
  });
  // RFC 9728: a client that knows only this address finds out where to get a token.
  app.get('/.well-known/oauth-protected-resource', async () => ({
    resource: app.listeningOrigin,
    authorization_servers: [parts.issuer],
    bearer_methods_supported: ['header'],
  }));
}
