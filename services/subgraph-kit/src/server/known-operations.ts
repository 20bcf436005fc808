import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

/** The library takes a mutation for a schema that has none for a fault of ours, and a subscription likewise. */
export const knownOperations: ApolloServerPlugin = {
  requestDidStart: async ({ schema }) => ({
    didResolveOperation: async ({ operation }) => {
      const kind = operation?.operation ?? OperationTypeNode.QUERY;
      if (kind !== 'subscription' && schema.getRootType(kind)) return;
      throw new GraphQLError(`This subgraph offers no ${kind}.`, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
    },
  }),
};
