import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Log } from '@leader/subgraph-kit/log/log';
import { maskError } from '../errors/mask.ts';
import type { PlanningGateway } from '../supergraph/planning-gateway.ts';
import type { GatewayContext } from './graphql-route.ts';

/** Apollo Server with nothing on that talks to anyone but the client. */
export function graphServer(gateway: PlanningGateway, isProduction: boolean, log: Log): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway,
    introspection: true,
    // With the sentence that there are more, five.
    validationOptions: { maxErrors: 4 },
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: maskError,
    logger: { debug: () => {}, info: () => {}, warn: (message) => log.warn(message), error: (message) => log.error(message) },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}
