import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import { type DocumentNode, type FieldNode, GraphQLError, getOperationAST, Kind, parse, type SelectionSetNode, visit } from 'graphql';
import { isRecord } from '../transport/answer.ts';
import { FetchFailed } from '../transport/fetch-failed.ts';
import type { SubgraphTransport } from '../transport/subgraph-transport.ts';
import type { Execution } from './execution.ts';
import { lossOf } from './loss.ts';
import { knownError } from './place-errors.ts';
import { complete } from './projection/complete.ts';
import type { CarryOut } from './run-operation.ts';

type GatewayRequest = Parameters<ApolloGateway['executor']>[0];

/**
 * The library's own executor in place of ours, as a second opinion and a way back. What a contract hides stays hidden, since the
 * answer still takes the shape of the caller's view; for that, every object has to say what it is.
 */
export function carryOutByLibrary(execute: ApolloGateway['executor']): CarryOut {
  return async (graph, { view, document, hash, operationName, variables }, _program, execution) => {
    const request = {
      ...{ document: withTypenames(document), queryHash: hash, schema: view, context: execution, metrics: {}, logger: execution.log },
      request: { ...(operationName !== undefined && { operationName }), variables },
    };
    const { data, errors = [] } = await execute(request as unknown as GatewayRequest);
    const found = (errors as readonly Error[]).map((error) =>
      error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error }),
    );
    const completion = { schema: view, whole: graph.full, document, operationName, coerced: execution.coerced };
    if (!isRecord(data)) return { data: 'null', errors: found, objects: 0 };
    const shaped = complete({ ...completion, data });
    return { ...shaped, errors: [...found, ...shaped.errors] };
  };
}

const named = new WeakMap<DocumentNode, DocumentNode>();

function withTypenames(document: DocumentNode): DocumentNode {
  const known = named.get(document);
  if (known) return known;
  const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  const made = visit(document, {
    SelectionSet: { leave: (set) => ({ ...set, selections: [typename, ...set.selections] }) },
  });
  named.set(document, made);
  return made;
}

/** A subgraph as the library's executor sees it: behind the same transport, so that identity, deadline and limits are the same. */
export class SubgraphSource implements GraphQLDataSource {
  constructor(
    private readonly subgraph: string,
    private readonly transport: SubgraphTransport,
  ) {}

  async process({ request, context, ...place }: Parameters<GraphQLDataSource['process']>[0]): ReturnType<GraphQLDataSource['process']> {
    const { identity, observe } = context as unknown as Execution;
    const { query = '', operationName, variables = {} } = request;
    const { representations } = variables as { representations?: readonly unknown[] };
    const path = 'pathInIncomingRequest' in place ? (place.pathInIncomingRequest ?? []).join('.') : '';
    const fetch = { subgraph: this.subgraph, path, operation: query, requestId: identity.requestId };
    observe?.({ ...fetch, representations: representations?.length ?? 0 });
    const body = JSON.stringify({ query, operationName, variables });
    try {
      const { data, errors } = await this.transport.send(this.subgraph, { body, isQuery: !query.startsWith('mutation') }, identity);
      const known = errors.map((error) => Object.assign(knownError(error), { path: error.path }));
      return { data, ...(known.length > 0 && { errors: known as unknown as readonly GraphQLError[] }) };
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      // The library puts an error of an answer at its place, and one that is thrown nowhere.
      const everywhere = pathsOf(query, representations?.length).map((path) => Object.assign(lossOf(error), { path }));
      return { data: null, errors: everywhere };
    }
  }
}

/** The places of an answer at which the fields of a fetch would have stood. */
function pathsOf(query: string, entities: number | undefined): (string | number)[][] {
  const operation = getOperationAST(parse(query, { noLocation: true }));
  const roots = operation ? namesIn(operation.selectionSet) : [];
  if (entities === undefined) return roots.map(({ name }) => [name]);
  const fields = roots.flatMap(({ below }) => (below ? namesIn(below) : []));
  return Array.from({ length: entities }, (_, index) => fields.map(({ name }) => ['_entities', index, name])).flat();
}

function namesIn({ selections }: SelectionSetNode): { name: string; below: SelectionSetNode | undefined }[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [{ name: (selection.alias ?? selection.name).value, below: selection.selectionSet }];
    return selection.kind === Kind.INLINE_FRAGMENT ? namesIn(selection.selectionSet) : [];
  });
}
