import type { ApolloGateway } from '@apollo/gateway';
import type { Log } from '@leader/subgraph-kit/log/log';
import { type ExecutionResult, GraphQLError, getOperationAST, getVariableValues, type OperationDefinitionNode } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { RequestIdentity } from '../identity/subgraph-identity.ts';
import { refusedFields } from '../rights/refusal.ts';
import type { Graph } from '../supergraph/graph.ts';
import type { SubgraphTransport } from '../transport/subgraph-transport.ts';
import { complete } from './complete.ts';
import type { Execution, FetchObserver } from './execution.ts';
import { walkPlan } from './walk-plan.ts';

type GatewayRequest = Parameters<ApolloGateway['executor']>[0];

const mostVariableErrors = 5;

export interface OperationTools {
  readonly transport: SubgraphTransport;
  readonly observe: FetchObserver | undefined;
  readonly log: Log;
}

/** Plans a valid operation, carries the plan out, and shapes the answer. */
export async function runOperation(
  graph: Graph,
  request: GatewayRequest,
  identity: RequestIdentity,
  tools: OperationTools,
): Promise<ExecutionResult> {
  const { document, queryHash } = request;
  const operationName = request.request.operationName ?? undefined;
  const operation = getOperationAST(document, operationName);
  const refusal = refusalOf(graph, operation);
  if (!operation || refusal) return { errors: [asGraphQLError(refusal ?? new KnownError('BAD_USER_INPUT', sentences.unknownOperation))] };

  const unmet = graph.access.unmet(document, operationName, identity.caller);
  if (unmet.length > 0) return { errors: refusedFields(unmet, identity.caller) };

  const variables = request.request.variables ?? {};
  const { coerced, errors } = getVariableValues(graph.api, operation.variableDefinitions ?? [], variables, {
    maxErrors: mostVariableErrors,
  });
  if (!coerced) return { errors: errors.slice(0, mostVariableErrors).map(asInputError) };

  try {
    const plan = graph.plan(document, operationName, `${queryHash} ${operationName ?? ''}`);
    const execution: Execution = {
      ...tools,
      supergraph: graph.full,
      requirements: graph.requirements,
      identity,
      variables,
      coerced,
      data: Object.create(null),
      unplaced: [],
    };
    if (plan) await walkPlan(execution, plan);
    const result = complete({ schema: graph.api, document, operationName, variables, data: execution.data });
    const errors = [...(result.errors ?? []), ...execution.unplaced.map(asGraphQLError)];
    return errors.length > 0 ? { ...result, errors } : result;
  } catch (error) {
    if (error instanceof KnownError) return { errors: [asGraphQLError(error)] };
    throw error;
  }
}

function refusalOf(graph: Graph, operation: OperationDefinitionNode | null | undefined): KnownError | undefined {
  if (!operation) return new KnownError('BAD_USER_INPUT', sentences.unknownOperation);
  if (operation.operation === 'subscription') return new KnownError('BAD_USER_INPUT', sentences.noSubscriptions);
  if (operation.operation === 'mutation' && !graph.api.getMutationType()) return new KnownError('BAD_USER_INPUT', sentences.noMutations);
  return undefined;
}

function asGraphQLError(error: KnownError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error });
}

function asInputError({ message, nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
