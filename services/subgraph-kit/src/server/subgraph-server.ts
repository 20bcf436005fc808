import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { errorFormatter } from '../errors/graphql-errors.ts';
import { DeclaredRights } from '../federation/declared-rights.ts';
import type { IdentityKey } from '../identity/identity-token.ts';
import type { Log } from '../log/log.ts';
import type { Database } from '../postgres/database.ts';
import { type MetricsAddress, serveMetrics } from '../telemetry/metrics-server.ts';
import { openTraces } from '../telemetry/open-traces.ts';
import { SubgraphMetrics } from '../telemetry/subgraph-metrics.ts';
import type { TraceSettings } from '../telemetry/traces.ts';
import { Viewer } from '../viewer/viewer.ts';
import { compiledExecution } from './compiled-execution.ts';
import { CompiledOperations } from './compiled-operations.ts';
import { fastLane } from './fast-lane.ts';
import { graphServer } from './graph-server.ts';
import { addEvents, addHealth, type EventRoutes } from './other-routes.ts';
import { refusal } from './refusals.ts';
import { answerUnreadable } from './unreadable-requests.ts';
import { acceptVerifiedBodiesOnly, claimsOf } from './verified-bodies.ts';

/** What every resolver can rely on. A service adds its own loaders and use cases. */
export interface RequestContext {
  readonly viewer: Viewer;
}

export type Execution = 'compiled' | 'stock';

export interface SubgraphServerParts<Context extends RequestContext> {
  /** Name of the subgraph: the audience its identity tokens must have. */
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly host: string;
  readonly port: number;
  readonly identityKeys: readonly IdentityKey[];
  readonly log: Log;
  readonly contextFor: (request: RequestContext) => Context;
  /** Whether everything this service needs answers. */
  readonly isReady: () => Promise<boolean>;
  /** Where the figures of this process are read, and the database whose sessions are among them. Nowhere unless given. */
  readonly metrics?: { readonly address: MetricsAddress | undefined; readonly database: Pick<Database, 'sessions'> };
  /** Where traces are sent; nowhere unless given. */
  readonly traces?: TraceSettings | undefined;
  /** Where it hears of events, if it does, and how they stand. A receiver or a sender that is away leaves it ready. */
  readonly events?: EventRoutes;
  /** How operations are carried out: compiled unless `stock` is given, which is Apollo Server for all of them. */
  readonly execution?: Execution | undefined;
  /** Called last when the server stops. */
  readonly onClose: () => Promise<void>;
}

export interface RunningServer {
  readonly url: string;
  /** Where its figures are read. */
  readonly metricsUrl: string | undefined;
  /** Stops accepting, finishes what is under way, then lets go of everything. */
  close(): Promise<void>;
}

const bodyLimit = 4 * 1024 * 1024;

/** Starts the HTTP server of a subgraph. Without the gateway's identity token it answers 401 to everything but health. */
export async function startSubgraphServer<Context extends RequestContext>(parts: SubgraphServerParts<Context>): Promise<RunningServer> {
  const app = fastify({
    bodyLimit,
    forceCloseConnections: 'idle',
    requestTimeout: 10_000,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerUnreadableAddress,
  });
  const { address, database } = parts.metrics ?? {};
  const metrics = address && database && new SubgraphMetrics(() => database.sessions);
  metrics?.watch(app);
  const traces = parts.traces && (await openTraces(parts.name, parts.traces));
  traces?.watch(app, { trustsCaller: true, describe: () => ({}) });
  const drain = drainable(app);
  const graph = await addGraph(app, parts, metrics);
  addHealth(app, parts.isReady);
  if (parts.events) addEvents(app, parts.events, parts.log);
  const figures = metrics && (await serveMetrics(metrics.registry, address, parts.log));
  const url = await app.listen({ host: parts.host, port: parts.port });
  parts.log.info({ url }, 'listening');
  return {
    url,
    metricsUrl: figures?.url,
    close: async () => {
      drain();
      await graph.stop();
      await app.close();
      await figures?.close();
      await traces?.close();
      await parts.onClose();
    },
  };
}

/** `POST /graphql`: what is known by the fast lane, everything else by Apollo Server. */
async function addGraph<Context extends RequestContext>(
  app: FastifyInstance,
  parts: SubgraphServerParts<Context>,
  metrics: SubgraphMetrics | undefined,
): Promise<{ stop(): Promise<void> }> {
  const { schema, log } = parts;
  const rights = new DeclaredRights(schema);
  const operations = new CompiledOperations(schema);
  const formatError = errorFormatter(log);
  const isCompiled = parts.execution !== 'stock';
  const apollo = graphServer<Context>({
    ...{ schema, rights, app, formatError },
    plugins: [
      ...(metrics ? [metrics.plugin<Context>()] : []),
      ...(isCompiled ? [compiledExecution<Context>({ schema, operations, formatError })] : []),
    ],
  });
  await apollo.start();
  acceptVerifiedBodiesOnly(app, { ...parts, hasPassed: (document) => operations.knows(document) });
  const viewerOf = (request: FastifyRequest) => new Viewer(claimsOf(request));
  const contextFor = (viewer: Viewer) => parts.contextFor({ viewer });
  const stock = fastifyApolloHandler(apollo, { context: async (request: FastifyRequest) => contextFor(viewerOf(request)) });
  const fast = fastLane({ schema, operations, rights, viewerOf, contextFor, formatError, observe: (errors) => metrics?.count(errors) });
  app.post('/graphql', (request, reply) => fast(request, reply) ?? stock.call(app, request, reply));
  return apollo;
}

/** An address that cannot even be decoded, which no route and no hook ever sees. */
function answerUnreadableAddress(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  reply.code(400).send(refusal('BAD_USER_INPUT', 'The HTTP request is not well formed.'));
}

/** Once draining, every answer ends its connection: a kept one would hold the server open until it times out. */
function drainable(app: FastifyInstance): () => void {
  let draining = false;
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining) reply.header('connection', 'close');
    done();
  });
  return () => {
    draining = true;
  };
}
