import type { Log } from '@leader/subgraph-kit/log/log';
import { withSpan } from '@leader/subgraph-kit/telemetry/traces';
import { GraphQLError, type GraphQLSchema, getOperationAST, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { Charge } from '../cost/charge.ts';
import { costOf } from '../cost/formula.ts';
import { asGraphQLError as asCostError } from '../cost/refusal.ts';
import { RequestSize, type SizedRequest } from '../cost/request-size.ts';
import { Tally } from '../cost/tally.ts';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { RequestIdentity } from '../identity/subgraph-identity.ts';
import { inexactNumber } from '../limits/exact-numbers.ts';
import { refusedFields } from '../rights/refusal.ts';
import type { Graph } from '../supergraph/graph.ts';
import type { SubgraphTransport } from '../transport/subgraph-transport.ts';
import type { Execution, FetchObserver } from './execution.ts';
import type { FetchProgram } from './fetch-program.ts';
import type { AskedOperation, OperationResult } from './operation.ts';
import type { Shaped } from './projection/completion.ts';

const mostVariableErrors = 5;

/** Carries out a program, and shapes what came of it into the answer. */
export type CarryOut = (graph: Graph, asked: AskedOperation, program: FetchProgram, execution: Execution) => Promise<Shaped>;

export interface OperationTools {
  readonly transport: SubgraphTransport;
  readonly carryOut: CarryOut;
  /** What this request may take, and has to pay. */
  readonly charge: Charge;
  readonly observe: FetchObserver | undefined;
  readonly log: Log;
}

/** Plans a valid operation, pays for it, and has the plan carried out. */
export async function runOperation(
  graph: Graph,
  asked: AskedOperation,
  identity: RequestIdentity,
  tools: OperationTools,
): Promise<OperationResult> {
  const { document, operationName, variables, view } = asked;
  const operation = getOperationAST(document, operationName);
  const refusal = refusalOf(view, operation);
  if (!operation || refusal) return refused(refusal ?? new KnownError('BAD_USER_INPUT', sentences.unknownOperation));

  const unmet = graph.access.unmet(document, operationName, identity.caller);
  if (unmet.length > 0) return { errors: refusedFields(unmet, identity.caller) };

  const { coerced, errors } = getVariableValues(view, operation.variableDefinitions ?? [], variables, { maxErrors: mostVariableErrors });
  if (!coerced) return { errors: errors.slice(0, mostVariableErrors).map(asInputError) };

  const changed = inexactNumber(view, document, operation, variables);
  if (changed) return refused(changed);

  const { charge } = tools;
  const size = sizeOf({ schema: graph.full, document, operation, variables: coerced });
  if (size instanceof GraphQLError) return { errors: [asInputError(size)] };
  const tooDear = charge.refusalOf(costOf(size.amounts));
  if (tooDear) return { errors: [asCostError(tooDear)] };

  try {
    const program = await withSpan('plan', 'internal', {}, async () => graph.program(document, operation.name?.value, asked.hash));
    const unpaid = await charge.take(costOf(size.amountsBy(program.plan)));
    if (unpaid) return { errors: [asCostError(unpaid)] };
    const tally = new Tally();
    const { transport, log } = tools;
    // Written out: an object that is spread and then grows takes the engine twenty microseconds.
    const execution: Execution = {
      transport,
      log,
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
      repeated: new Set(),
      began: performance.now(),
      arrivals: [],
      unplaced: [],
    };
    const shaped = await tools.carryOut(graph, asked, program, execution);
    await charge.settle(costOf(tally.amounts(shaped.objects, size)));
    return { data: shaped.data, errors: [...shaped.errors, ...execution.unplaced.map(asGraphQLError)] };
  } catch (error) {
    if (error instanceof KnownError) return refused(error);
    throw error;
  }
}

function refusalOf(view: GraphQLSchema, operation: OperationDefinitionNode | null | undefined): KnownError | undefined {
  if (!operation) return new KnownError('BAD_USER_INPUT', sentences.unknownOperation);
  if (operation.operation === 'subscription') return new KnownError('BAD_USER_INPUT', sentences.noSubscriptions);
  if (operation.operation === 'mutation' && !view.getMutationType()) return new KnownError('BAD_USER_INPUT', sentences.noMutations);
  return undefined;
}

/** With a variable that has a default and is sent as null, a condition is neither met nor unmet: then nobody knows how much is asked for. */
function sizeOf(request: SizedRequest): RequestSize | GraphQLError {
  try {
    return new RequestSize(request);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function refused(error: KnownError): OperationResult {
  return { errors: [asGraphQLError(error)] };
}

function asGraphQLError(error: KnownError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error });
}

function asInputError({ message, nodes }: GraphQLError): GraphQLError {
  // Guesses at what was meant are made from the schema, which not everybody may read.
  return new GraphQLError(message.replace(/ Did you mean .*$/s, ''), { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
