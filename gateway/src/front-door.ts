import { metricsAddress, traceSettings } from '@leader/subgraph-kit/config/service-config';
import type { Log } from '@leader/subgraph-kit/log/log';
import { serveMetrics } from '@leader/subgraph-kit/telemetry/metrics-server';
import { openTraces } from '@leader/subgraph-kit/telemetry/open-traces';
import { Admission } from './admission/admission.ts';
import { watchLateness } from './admission/lateness.ts';
import { environment, type GatewayConfig, silenceVendor } from './config.ts';
import { schemaText } from './contracts/schema-text.ts';
import { type CostObserver, logCosts, Purse } from './cost/purse.ts';
import { logDocuments } from './documents/log-documents.ts';
import { readManifests } from './documents/manifest.ts';
import { preparePlans } from './documents/prepare-plans.ts';
import { type DocumentObserver, TrustedDocuments } from './documents/trusted-documents.ts';
import { ValidatedDocuments } from './documents/validated-documents.ts';
import { carryOut } from './execution/carry-out.ts';
import type { FetchObserver } from './execution/execution.ts';
import { type CarryOut, runOperation } from './execution/run-operation.ts';
import { carryOutByLibrary, SubgraphSource } from './execution/stock.ts';
import { Readiness } from './health/readiness.ts';
import type { GatewayContext } from './http/gateway-context.ts';
import { graphServers } from './http/graph-server.ts';
import { graphqlRoute } from './http/graphql-route.ts';
import { KnownOperations } from './http/known-operations.ts';
import { OpenRequests } from './http/open-requests.ts';
import { addOtherRoutes } from './http/other-routes.ts';
import { type Visit, whatBecameOf } from './http/visit.ts';
import { webServer } from './http/web-server.ts';
import { DeniedSubjects } from './identity/denied-subjects.ts';
import { issuerKeys } from './identity/issuer-keys.ts';
import { KnownTokens } from './identity/known-tokens.ts';
import { ExaminedDocuments } from './limits/examined-documents.ts';
import { GatewayMetrics } from './metrics/gateway-metrics.ts';
import { addGauges } from './metrics/gauges.ts';
import { addGraphiql } from './pages/graphiql.ts';
import { readPage } from './pages/page.ts';
import { addSite } from './pages/site.ts';
import { PlanningGateway, type Run } from './supergraph/planning-gateway.ts';
import { SupergraphFile } from './supergraph/supergraph-file.ts';
import { SubgraphTransport } from './transport/subgraph-transport.ts';

export interface FrontDoor {
  readonly url: string;
  /** Where its figures are read. */
  readonly metricsUrl: string | undefined;
  /** Tells the world that it is leaving, finishes what is under way, then lets go of everything. */
  close(): Promise<void>;
}

/** Told of what happens, one at a time: tests and metrics. */
export interface Observers {
  /** Every fetch that goes out. */
  readonly fetch?: FetchObserver;
  /** How each request came by its document. */
  readonly document?: DocumentObserver;
  /** What requests paid, or were refused for. */
  readonly cost?: CostObserver;
}

/** Opens the gateway: everything wired by hand, in the order in which it depends on each other. */
export async function openFrontDoor(config: GatewayConfig, log: Log, observers: Observers = {}): Promise<FrontDoor> {
  silenceVendor(environment);
  const home = await readPage(config.HOME_PAGE);
  const address = metricsAddress(config);
  const metrics = address && new GatewayMetrics();
  const transport = new SubgraphTransport(
    config.subgraphs,
    {
      fetchTimeout: config.FETCH_TIMEOUT,
      largestAnswer: config.LARGEST_ANSWER,
      connections: config.SUBGRAPH_CONNECTIONS,
      breaker: { window: config.BREAKER_WINDOW, failureRatio: config.BREAKER_FAILURES, rest: config.BREAKER_REST },
    },
    log,
    metrics,
  );
  const manifests = await readManifests(config.DOCUMENTS_DIR);
  const trusted = new TrustedDocuments(manifests, config.DOCUMENT_ADOPTION, each(logDocuments(log), observers.document));
  const purse = new Purse(config.cost, each(logCosts(log), observers.cost));
  const files = { supergraph: config.SUPERGRAPH_FILE, contracts: config.CONTRACTS_DIR };
  const file = new SupergraphFile(files, [...config.subgraphs.keys()], config.SUPERGRAPH_POLL, log);
  const isStock = config.EXECUTION === 'stock';
  const way: CarryOut = isStock ? carryOutByLibrary((request) => gateway.executor(request)) : carryOut;
  const run: Run<GatewayContext> = (graph, asked, { identity, charge }) =>
    runOperation(graph, asked, identity, { transport, carryOut: way, charge, observe: observers.fetch, log });
  const gateway = await PlanningGateway.open(file, run, {
    introspection: config.INTROSPECTION,
    ...(isStock && { buildService: ({ name }) => new SubgraphSource(name, transport) }),
  });
  const validated = new ValidatedDocuments();
  const known = isStock ? undefined : new KnownOperations(gateway, validated, log);
  const stopPreparing = preparePlans(gateway, manifests, validated, log);
  const servers = await graphServers(gateway, validated, { isProduction: config.NODE_ENV === 'production', isStock }, log);

  const admission = new Admission({
    concurrency: config.ADMISSION_CONCURRENCY,
    queue: config.ADMISSION_QUEUE,
    patience: config.ADMISSION_PATIENCE,
  });
  const stopLooking = watchLateness((late) => admission.noteLateness(late));
  const tracing = traceSettings(config);
  const traces = tracing && (await openTraces('gateway', tracing));
  const trustsCaller = config.TRUST_TRACEPARENT === 'yes';
  const watch = (visit: Visit, goOn: () => void) => {
    metrics?.watch(visit);
    if (traces) traces.follow(visit, { trustsCaller, describe: () => whatBecameOf(visit) }, goOn);
    else goOn();
  };
  if (metrics) addGauges(metrics.registry, { admission, transport, file, graph: () => gateway.current, known });
  const readiness = new Readiness({ transport, hasGraph: () => gateway.current !== undefined });
  const denied = await DeniedSubjects.open(config.DENIED_SUBJECTS_FILE, config.DENIED_SUBJECTS_POLL, log);
  const tokenRules = {
    issuer: config.ISSUER,
    audience: config.AUDIENCE,
    keys: issuerKeys(config.ISSUER),
    known: new KnownTokens(),
    denied,
  };
  const isProduction = config.NODE_ENV === 'production';
  const open = new OpenRequests();
  const graph = graphqlRoute(
    {
      origins: config.ALLOWED_ORIGINS,
      trustedProxies: config.TRUSTED_PROXIES,
      isProduction,
      requestTimeout: config.REQUEST_TIMEOUT,
    },
    { servers, tokenRules, admission, purse, trusted, documents: new ExaminedDocuments(config.limits), known, open, watch, log },
  );
  const app = webServer(
    {
      headerTimeout: config.HEADER_TIMEOUT,
      arrivalTimeout: config.ARRIVAL_TIMEOUT,
      silence: config.REQUEST_TIMEOUT + config.DEPARTURE_TIMEOUT,
      connections: config.CLIENT_CONNECTIONS,
      origins: config.ALLOWED_ORIGINS,
      isProduction,
    },
    graph,
    open,
    log,
  );
  addOtherRoutes(app, {
    issuer: config.ISSUER,
    readiness,
    supergraph: () => file.version,
    isBehind: () => file.isBehind,
    tokenRules,
    schemaText: (caller) => schemaText(gateway.views, config.INTROSPECTION, caller),
  });
  const hasGraphiql = (config.GRAPHIQL ?? (config.NODE_ENV === 'production' ? 'off' : 'on')) === 'on';
  addGraphiql(app, { folder: config.GRAPHIQL_DIR, issuer: config.ISSUER, isOn: hasGraphiql });
  await addSite(app, { folder: config.SITE_DIR, issuer: config.ISSUER, home });
  const figures = metrics && (await serveMetrics(metrics.registry, address, log));
  const url = await app.listen({ host: config.HOST, port: config.PORT });
  log.info({ url, supergraph: file.version }, 'listening');
  return {
    url,
    metricsUrl: figures?.url,
    close: async () => {
      readiness.startDraining();
      await app.close();
      denied.close();
      stopLooking();
      stopPreparing();
      await Promise.all([...servers.values()].map((server) => server.stop()));
      await gateway.stop();
      await figures?.close();
      await traces?.close();
      await transport.close();
    },
  };
}

function each<Event>(first: (event: Event) => void, second: ((event: Event) => void) | undefined): (event: Event) => void {
  return (event) => {
    first(event);
    second?.(event);
  };
}
