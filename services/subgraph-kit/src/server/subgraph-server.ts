import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { InvalidInput } from '../errors/errors.ts';
import { errorFormatter } from '../errors/graphql-errors.ts';
import type { EventDoor } from '../events/event-door.ts';
import { type Delivery, eventPath } from '../events/wire.ts';
import { type IdentityClaims, type IdentityKey, IdentityRefused, identityHeader, verifyIdentity } from '../identity/identity-token.ts';
import { TokenRefused } from '../identity/signed-token.ts';
import type { Log } from '../log/log.ts';
import type { Database } from '../postgres/database.ts';
import { type MetricsAddress, serveMetrics } from '../telemetry/metrics-server.ts';
import { openTraces } from '../telemetry/open-traces.ts';
import { SubgraphMetrics } from '../telemetry/subgraph-metrics.ts';
import type { TraceSettings } from '../telemetry/traces.ts';
import { Viewer } from '../viewer/viewer.ts';
import { fewErrors } from './few-errors.ts';
import { holdDeclaredRights } from './hold-declared-rights.ts';
import { knownOperations } from './known-operations.ts';
import { excessOf, excessOfDocument, mostTokens } from './request-bounds.ts';
import { answerUnreadable } from './unreadable-requests.ts';

/** What every resolver can rely on. A service adds its own loaders and use cases. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly log: Log;
}

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
  readonly events?: { readonly door: EventDoor | undefined; status(): Promise<object> };
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
const utf8 = new TextDecoder('utf-8', { fatal: true });
const verified = Symbol('verified identity');
type VerifiedRequest = FastifyRequest & { [verified]?: IdentityClaims };

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
  const apollo = new ApolloServer<Context>({
    schema: parts.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: mostTokens },
    validationOptions: { maxErrors: 4 },
    // The gateway validates and bounds documents; batches and stored queries are not part of its protocol.
    persistedQueries: false,
    // Its own signal handler ends the process by the signal; ours drains and exits with 0.
    stopOnTerminationSignals: false,
    formatError: errorFormatter(parts.log),
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ...(metrics ? [metrics.plugin<Context>()] : []),
      knownOperations,
      fewErrors,
      holdDeclaredRights<Context>(parts.schema),
    ],
  });
  await apollo.start();
  metrics?.watch(app);
  const traces = parts.traces && (await openTraces(parts.name, parts.traces));
  traces?.watch(app, { trustsCaller: true, describe: () => ({}) });
  const drain = drainable(app);
  acceptVerifiedBodiesOnly(app, parts);
  addHealth(app, parts.isReady);
  if (parts.events) addEvents(app, parts.events, parts.log);
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['POST'],
    context: async (request: FastifyRequest) => {
      const claims = (request as VerifiedRequest)[verified] as IdentityClaims;
      const viewer = new Viewer(claims);
      return parts.contextFor({ viewer, log: parts.log.child({ request: viewer.requestId }) });
    },
  });
  const figures = metrics && (await serveMetrics(metrics.registry, address, parts.log));
  const url = await app.listen({ host: parts.host, port: parts.port });
  parts.log.info({ url }, 'listening');
  return {
    url,
    metricsUrl: figures?.url,
    close: async () => {
      drain();
      await apollo.stop();
      await app.close();
      await figures?.close();
      await traces?.close();
      await parts.onClose();
    },
  };
}

/** The token is bound to the exact bytes of the body, so it is checked on them, before anything reads their content. */
function acceptVerifiedBodiesOnly(
  app: FastifyInstance,
  parts: Pick<SubgraphServerParts<RequestContext>, 'name' | 'identityKeys' | 'log' | 'events'>,
): void {
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
      done(null, readBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('preHandler', async (request) => {
    if (request.url.startsWith('/graphql') && !(request as VerifiedRequest)[verified]) throw new IdentityRefused('no body');
  });
  app.setNotFoundHandler((_request, reply) => reply.code(401).send(refusal('UNAUTHENTICATED', 'This address is only for the gateway.')));
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof TokenRefused) {
      parts.log.warn({ reason: error.message }, 'a request without a valid identity was refused');
      return reply.code(401).send(refusal('UNAUTHENTICATED', 'This address is only for the gateway.'));
    }
    if (error instanceof TooLate) return reply.code(503).send(refusal('DEADLINE_EXCEEDED', 'The deadline of this request has passed.'));
    if (error instanceof InvalidInput) return reply.code(400).send(refusal('BAD_USER_INPUT', error.message));
    const { statusCode: status, code } = error as { statusCode?: number; code?: string };
    if (status === 413) return reply.code(413).send(refusal('BAD_USER_INPUT', 'The request is too large.'));
    if (error instanceof SyntaxError || code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || (status !== undefined && status < 500))
      return reply.code(400).send(refusal('BAD_USER_INPUT', 'The request is not JSON.'));
    parts.log.error({ err: error }, 'a request failed');
    return reply.code(500).send(refusal('INTERNAL', 'Something went wrong on our side.'));
  });
}

/** An address that cannot even be decoded, which no route and no hook ever sees. */
function answerUnreadableAddress(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  reply.code(400).send(refusal('BAD_USER_INPUT', 'The HTTP request is not well formed.'));
}

function readBody(bytes: Buffer): unknown {
  const body: unknown = JSON.parse(utf8.decode(bytes));
  const { query, variables } = (body ?? {}) as { query?: unknown; variables?: unknown };
  const excess = excessOfDocument(query) ?? excessOf(variables);
  if (excess !== undefined) throw new InvalidInput(excess);
  return body;
}

function addEvents(app: FastifyInstance, { door, status }: NonNullable<SubgraphServerParts<RequestContext>['events']>, log: Log): void {
  app.get('/health/events', async () => status());
  if (!door) return;
  app.post(eventPath, async (request, reply) => {
    // Without a body nothing was verified.
    if (request.body == null) throw new IdentityRefused('no body');
    try {
      return { receipts: await door.receive(request.body as Delivery) };
    } catch (error) {
      log.warn({ err: error }, 'a delivery of events could not be taken now');
      return reply.code(503).send(refusal('OVERLOADED', 'The events cannot be taken now. Deliver them again.'));
    }
  });
}

/** Once draining, every answer ends its connection: a kept one would hold the server open until it times out. */
function drainable(app: FastifyInstance): () => void {
  let draining = false;
  app.addHook('onSend', async (_request, reply) => {
    if (draining) reply.header('connection', 'close');
  });
  return () => {
    draining = true;
  };
}

function addHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  app.get('/health/live', async () => ({ status: 'alive' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting' });
  });
}

function refusal(code: string, message: string): object {
  return { errors: [{ message, extensions: { code } }] };
}

class TooLate extends Error {}
