import type { IncomingHttpHeaders } from 'node:http';
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
import type { Viewer } from '../viewer/viewer.ts';
import { type Answer, headersFrom } from './answer.ts';
import { answerOfApollo } from './apollo-answer.ts';
import { compiledExecution } from './compiled-execution.ts';
import { CompiledOperations } from './compiled-operations.ts';
import { fastLane } from './fast-lane.ts';
import { type Draining, type GraphRouteParts, graphRoute } from './graph-route.ts';
import { graphServer } from './graph-server.ts';
import { addEvents, addHealth, type EventRoutes } from './other-routes.ts';
import type { Question } from './verified-questions.ts';
import { webServer } from './web-server.ts';

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

/** Starts the HTTP server of a subgraph. Without the gateway's identity token it answers 401 to everything but health. */
export async function startSubgraphServer<Context extends RequestContext>(parts: SubgraphServerParts<Context>): Promise<RunningServer> {
  const { log } = parts;
  const { address, database } = parts.metrics ?? {};
  const metrics = address && database && new SubgraphMetrics(() => database.sessions);
  const traces = parts.traces && (await openTraces(parts.name, parts.traces));
  const draining: Draining = { hasBegun: false };
  const graph = await openGraph(parts, metrics);
  const { app, close } = webServer(graphRoute({ ...parts, ...graph, metrics, traces, draining }), draining, log);
  addHealth(app, parts.isReady);
  if (parts.events) addEvents(app, parts.events, log);
  const figures = metrics && (await serveMetrics(metrics.registry, address, log));
  const url = await app.listen({ host: parts.host, port: parts.port });
  log.info({ url }, 'listening');
  return {
    url,
    metricsUrl: figures?.url,
    close: async () => {
      await close();
      await graph.stop();
      await figures?.close();
      await traces?.close();
      await parts.onClose();
    },
  };
}

type Graph = Pick<GraphRouteParts, 'answer' | 'hasPassed'> & { stop(): Promise<void> };

/** What answers questions: what is known the fast lane, everything else Apollo Server. */
async function openGraph<Context extends RequestContext>(
  parts: SubgraphServerParts<Context>,
  metrics: SubgraphMetrics | undefined,
): Promise<Graph> {
  const { schema, log } = parts;
  const rights = new DeclaredRights(schema);
  const operations = new CompiledOperations(schema);
  const formatError = errorFormatter(log);
  const isCompiled = parts.execution !== 'stock';
  const apollo = graphServer<Context>({
    ...{ schema, rights, formatError },
    plugins: [
      ...(metrics ? [metrics.plugin<Context>()] : []),
      ...(isCompiled ? [compiledExecution<Context>({ schema, operations, formatError })] : []),
    ],
  });
  await apollo.start();
  const contextFor = (viewer: Viewer) => parts.contextFor({ viewer });
  const fast = fastLane({ schema, operations, rights, contextFor, formatError, observe: (errors) => metrics?.count(errors) });
  const stock = async ({ viewer, body }: Question, headers: IncomingHttpHeaders): Promise<Answer> => {
    const answer = await answerOfApollo(apollo, headers, body, contextFor(viewer));
    return { ...answer, headers: headersFrom(answer.headers) };
  };
  return {
    answer: (question, headers) => fast(question, headers) ?? stock(question, headers),
    hasPassed: (document) => operations.knows(document),
    stop: () => apollo.stop(),
  };
}
