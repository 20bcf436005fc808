import { type ApolloServerPlugin, type BaseContext, HeaderMap } from '@apollo/server';
import { type GraphQLSchema, getVariableValues } from 'graphql';
import type { CompiledOperations } from './compiled-operations.ts';
import { type FormatError, told } from './told.ts';

export interface CompiledExecutionParts {
  readonly schema: GraphQLSchema;
  readonly operations: CompiledOperations;
  readonly formatError: FormatError;
}

/**
 * Remembers each document that has passed everything Apollo Server looks at, and carries it out compiled from its first time on.
 * What is wrong with variables is for Apollo Server to tell.
 */
export function compiledExecution<Context extends BaseContext>(parts: CompiledExecutionParts): ApolloServerPlugin<Context> {
  const { schema, operations, formatError } = parts;
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ source, document, request, contextValue }) => {
        operations.remember(source, document);
        const compiled = operations.find(source, request.operationName);
        if (!compiled) return null;
        const { coerced } = getVariableValues(schema, compiled.operation.variableDefinitions ?? [], request.variables ?? {});
        if (!coerced) return null;
        const { errors, data, status, headers } = told(await compiled.execute(contextValue, coerced), formatError);
        const singleResult = { data: data ?? null, ...(errors && { errors }) };
        return { http: { status, headers: new HeaderMap(headers) }, body: { kind: 'single', singleResult } };
      },
    }),
  };
}
