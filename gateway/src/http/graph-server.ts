import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '@leader/subgraph-kit/log/log';
import type { GraphQLFormattedError } from 'graphql';
import { type Contract, contracts } from '../contracts/contract.ts';
import { ContractGateway } from '../contracts/contract-gateway.ts';
import { costInAnswers } from '../cost/cost-in-answers.ts';
import type { ValidatedDocuments } from '../documents/validated-documents.ts';
import type { ErrorCode } from '../errors/known-error.ts';
import { type Listener, maskError } from '../errors/mask.ts';
import type { PlanningGateway } from '../supergraph/planning-gateway.ts';
import type { GatewayContext } from './gateway-context.ts';
import { contentTypeOf, statusOfRefusal } from './media-type.ts';

/**
 * The library answers every refusal with 400; see `statusOfRefusal` for when that is not meant. And it looks for the type of an answer
 * only when it has one: by then it is too late to find that there is none that the client takes.
 */
const formByAccept: ApolloServerPlugin = {
  requestDidStart: async ({ request }) => ({
    willSendResponse: async ({ response: { body, http } }) => {
      const accept = request.http?.headers.get('accept');
      http.headers.set('content-type', contentTypeOf(accept));
      const isRefusal = body.kind === 'single' && body.singleResult.data === undefined;
      if (isRefusal && http.status === 400) http.status = statusOfRefusal(accept);
    },
  }),
};

/** What became of a request that reached the graph. */
const outcomeForFigures: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue, response: { body } }) => {
      if (body.kind !== 'single') return;
      const { data, errors: [first] = [] } = body.singleResult;
      const whole = (first?.extensions?.['code'] as ErrorCode | undefined) ?? 'OK';
      contextValue.note.outcome = first && data ? 'PARTIAL' : whole;
    },
  }),
};

/** The server tells nobody whose request an error belongs to when it asks for the words of it, but shows it beforehand. */
function maskErrors(log: Log) {
  const listeners = new WeakMap<object, Listener>();
  const plugin: ApolloServerPlugin<GatewayContext> = {
    requestDidStart: async ({ contextValue: { identity } }) => ({
      didEncounterErrors: async ({ errors }) => {
        const listener = { reference: identity.requestId, language: identity.language, log };
        for (const error of errors) listeners.set(error, listener);
      },
    }),
  };
  const formatError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const listener = typeof error === 'object' && error ? listeners.get(error) : undefined;
    return maskError(formatted, error, listener ?? { reference: 'none', language: 'en', log });
  };
  return { plugin, formatError };
}

export interface ServerRules {
  readonly isProduction: boolean;
  /** Whether every request comes here, and not only those with a document that nobody has looked at. */
  readonly isStock: boolean;
}

export type GraphServers = ReadonlyMap<Contract, ApolloServer<GatewayContext>>;

/** One server for each contract, all before the same graph: what a caller's contract does not show, their server has never heard of. */
export async function graphServers(
  planning: PlanningGateway<GatewayContext>,
  validated: ValidatedDocuments,
  rules: ServerRules,
  log: Log,
): Promise<GraphServers> {
  const servers = contracts.map((contract) => {
    const gateway = new ContractGateway(contract, planning, validated);
    return [contract, graphServer(gateway, rules, log)] as const;
  });
  await Promise.all(servers.map(([, server]) => server.start()));
  return new Map(servers);
}

/** Apollo Server with nothing on that talks to anyone but the client. */
function graphServer(gateway: ContractGateway<GatewayContext>, rules: ServerRules, log: Log): ApolloServer<GatewayContext> {
  const masking = maskErrors(log);
  return new ApolloServer<GatewayContext>({
    gateway,
    introspection: true,
    // With the sentence that there are more, five.
    validationOptions: { maxErrors: 4 },
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: rules.isProduction,
    persistedQueries: false,
    // What was found valid is remembered by ourselves, and not in 30 MB for each contract besides.
    ...(rules.isStock ? {} : { documentStore: null }),
    stopOnTerminationSignals: false,
    formatError: masking.formatError,
    logger: { debug: () => {}, info: () => {}, warn: (message) => log.warn(message), error: (message) => log.error(message) },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      formByAccept,
      masking.plugin,
      costInAnswers,
      outcomeForFigures,
    ],
  });
}
