import type { ApolloGateway } from '@apollo/gateway';
import type { Log } from '@leader/subgraph-kit/log/log';
import { withSpan } from '@leader/subgraph-kit/telemetry/traces';
import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Charge } from '../cost/charge.ts';
import { costOf } from '../cost/formula.ts';
import { asGraphQLError as asCostError } from '../cost/refusal.ts';
import { RequestSize } from '../cost/request-size.ts';
import { Tally } from '../cost/tally.ts';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { RequestIdentity } from '../identity/subgraph-identity.ts';
import { refusedFields } from '../rights/refusal.ts';
import type { Graph } from '../supergraph/graph.ts';
import type { SubgraphTransport } from '../transport/subgraph-transport.ts';
import type { Execution, FetchObserver } from './execution.ts';
import { complete } from './projection/complete.ts';

type GatewayRequest = Parameters<ApolloGateway['executor']>[0];

const mostVariableErrors = 5;

export interface OperationTools {
  readonly transport: SubgraphTransport;
  /** What this request may take, and has to pay. */
  readonly charge: Charge;
  readonly observe: FetchObserver | undefined;
  readonly log: Log;
}

/** Plans a valid operation, pays for it, carries the plan out, and shapes the answer. */
export async function runOperation(
  graph: Graph,
  request: GatewayRequest,
  identity: RequestIdentity,
  tools: OperationTools,
): Promise<ExecutionResult> {
  // Shape and words of the answer are those of the caller's contract, whatever the graph behind it knows.
  const { document, queryHash, schema: view } = request;
  const operationName = request.request.operationName ?? undefined;
  const operation = getOperationAST(document, operationName);
  const refusal = refusalOf(view, operation);
  if (!operation || refusal) return { errors: [asGraphQLError(refusal ?? new KnownError('BAD_USER_INPUT', sentences.unknownOperation))] };

  const unmet = graph.access.unmet(document, operationName, identity.caller);
  if (unmet.length > 0) return { errors: refusedFields(unmet, identity.caller) };

  const variables = request.request.variables ?? {};
  const { coerced, errors } = getVariableValues(view, operation.variableDefinitions ?? [], variables, {
    maxErrors: mostVariableErrors,
  });
  if (!coerced) return { errors: errors.slice(0, mostVariableErrors).map(asInputError) };

  const { charge } = tools;
  const size = new RequestSize({ schema: graph.full, document, operation, variables: coerced });
  const tooDear = charge.refusalOf(costOf(size.amounts));
  if (tooDear) return { errors: [asCostError(tooDear)] };

  try {
    const program = await withSpan('plan', 'internal', {}, async () => graph.program(document, operation.name?.value, queryHash));
    const unpaid = await charge.take(costOf(size.amountsBy(program.plan)));
    if (unpaid) return { errors: [asCostError(unpaid)] };
    const tally = new Tally();
    const execution: Execution = {
      ...tools,
      observe: (fetch) => {
        tally.count(fetch);
        tools.observe?.(fetch);
      },
      supergraph: graph.full,
      requirements: graph.requirements,
      identity,
      variables,
      coerced,
      data: Object.create(null),
      unplaced: [],
    };
    await program.run(execution);
    const result = complete({ schema: view, whole: graph.api, document, operationName, coerced, data: execution.data });
    await charge.settle(costOf(tally.amounts(result.data, size)));
    const errors = [...(result.errors ?? []), ...execution.unplaced.map(asGraphQLError)];
    return errors.length > 0 ? { ...result, errors } : result;
  } catch (error) {
    if (error instanceof KnownError) return { errors: [asGraphQLError(error)] };
    throw error;
  }
}

function refusalOf(view: GraphQLSchema, operation: OperationDefinitionNode | null | undefined): KnownError | undefined {
  if (!operation) return new KnownError('BAD_USER_INPUT', sentences.unknownOperation);
  if (operation.operation === 'subscription') return new KnownError('BAD_USER_INPUT', sentences.noSubscriptions);
  if (operation.operation === 'mutation' && !view.getMutationType()) return new KnownError('BAD_USER_INPUT', sentences.noMutations);
  return undefined;
}

function asGraphQLError(error: KnownError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error });
}

function asInputError({ message, nodes }: GraphQLError): GraphQLError {
  // Guesses at what was meant are made from the schema, which not everybody may read.
  return new GraphQLError(message.replace(/ Did you mean .*$/s, ''), { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
