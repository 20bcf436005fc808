import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../health/readiness.ts';
import type { Page } from '../pages/page.ts';

export interface OtherRoutesParts {
  readonly home: Page;
  readonly readiness: Readiness;
  /** Whether an older supergraph is in use than the one that lies there. */
  readonly isBehind: () => boolean;
  /** SDL of what clients see. */
  readonly schemaText: () => string;
}

/** Everything that is not the graph itself: health for machines, a page and the schema for people. */
export function addOtherRoutes(app: FastifyInstance, parts: OtherRoutesParts): void {
  app.get('/health/live', async () => ({ status: 'alive' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = await parts.readiness.isReady();
    const graph = parts.isBehind() ? { graph: 'the last good one; the newest could not be used' } : {};
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting', ...graph });
  });
  app.get('/', async (_request, reply) => {
    reply.header('content-security-policy', parts.home.contentSecurityPolicy);
    return reply.type('text/html; charset=utf-8').send(parts.home.html);
  });
  app.get('/schema.graphql', async (_request, reply) => reply.type('text/plain; charset=utf-8').send(parts.schemaText()));
}
