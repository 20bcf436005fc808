import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { isRecord } from '../transport/answer.ts';
import { FetchFailed } from '../transport/fetch-failed.ts';
import type { SubgraphTransport } from '../transport/subgraph-transport.ts';
import type { Execution } from './execution.ts';
import { knownError } from './place-errors.ts';
import { complete } from './projection/complete.ts';
import type { CarryOut } from './run-operation.ts';

type GatewayRequest = Parameters<ApolloGateway['executor']>[0];

/**
 * The library's own executor in place of ours, as a second opinion and a way back. What a contract hides stays hidden, since the
 * answer still takes the shape of the caller's view.
 */
export function carryOutByLibrary(execute: ApolloGateway['executor']): CarryOut {
  return async (graph, { view, document, hash, operationName, variables }, _program, execution) => {
    const request = {
      ...{ document, queryHash: hash, schema: view, context: execution, metrics: {}, logger: execution.log },
      request: { ...(operationName !== undefined && { operationName }), variables },
    };
    const { data, errors = [] } = await execute(request as unknown as GatewayRequest);
    const found = (errors as readonly Error[]).map((error) =>
      error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error }),
    );
    const completion = { schema: view, whole: graph.api, document, operationName, coerced: execution.coerced };
    if (!isRecord(data)) return { data: 'null', errors: found, objects: 0 };
    const shaped = complete({ ...completion, data });
    return { ...shaped, errors: [...found, ...shaped.errors] };
  };
}

/** A subgraph as the library's executor sees it: behind the same transport, so that identity, deadline and limits are the same. */
export class SubgraphSource implements GraphQLDataSource {
  constructor(
    private readonly subgraph: string,
    private readonly transport: SubgraphTransport,
  ) {}

  async process({ request, context }: Parameters<GraphQLDataSource['process']>[0]): ReturnType<GraphQLDataSource['process']> {
    const { identity, observe } = context as unknown as Execution;
    const { query = '', operationName, variables = {} } = request;
    const { representations } = variables as { representations?: readonly unknown[] };
    const fetch = { subgraph: this.subgraph, path: '', operation: query, requestId: identity.requestId };
    observe?.({ ...fetch, representations: representations?.length ?? 0 });
    const body = JSON.stringify({ query, operationName, variables });
    try {
      const { data, errors } = await this.transport.send(this.subgraph, { body, isQuery: !query.startsWith('mutation') }, identity);
      const known = errors.map((error) => Object.assign(knownError(error), { path: error.path }));
      return { data, ...(known.length > 0 && { errors: known as unknown as readonly GraphQLError[] }) };
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      const isLate = error.reason === 'deadline';
      throw new KnownError(isLate ? 'DEADLINE_EXCEEDED' : 'SUBGRAPH_UNAVAILABLE', isLate ? sentences.deadline : sentences.partUnavailable);
    }
  }
}
