import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { DeclaredRights } from '../federation/declared-rights.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { fewErrors } from './few-errors.ts';
import { holdDeclaredRights } from './hold-declared-rights.ts';
import { knownOperations } from './known-operations.ts';
import { mostTokens } from './request-bounds.ts';
import type { FormatError } from './told.ts';

export interface GraphServerParts<Context extends { readonly viewer: Viewer }> {
  readonly schema: GraphQLSchema;
  readonly rights: DeclaredRights;
  readonly formatError: FormatError;
  /** What else looks at each request. */
  readonly plugins: readonly ApolloServerPlugin<Context>[];
}

/** Apollo Server as a subgraph needs it: nothing that talks to anyone but the gateway, and nothing that looks at each field. */
export function graphServer<Context extends { readonly viewer: Viewer }>(parts: GraphServerParts<Context>): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: parts.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: mostTokens },
    validationOptions: { maxErrors: 4 },
    // The gateway validates and bounds documents; batches and stored queries are not part of its protocol.
    persistedQueries: false,
    // Its own signal handler ends the process by the signal; ours drains and exits with 0.
    stopOnTerminationSignals: false,
    formatError: parts.formatError,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      // It would wrap every resolver to find out that nothing may be cached.
      ApolloServerPluginCacheControlDisabled(),
      ...parts.plugins,
      knownOperations,
      fewErrors,
      holdDeclaredRights<Context>(parts.rights),
    ],
  });
}
