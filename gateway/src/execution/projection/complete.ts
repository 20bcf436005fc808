import { type DocumentNode, GraphQLError, type GraphQLSchema, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { isRecord } from '../../transport/answer.ts';
import { completeByLibrary } from './by-library.ts';
import type { Completion, Shaped } from './completion.ts';
import { Projection } from './projection.ts';
import { Shaping } from './shaping.ts';
import { switchesOf, valuesOf } from './switches.ts';

/** Projections of an operation by the values of its switches. */
interface Known {
  readonly operation: OperationDefinitionNode;
  readonly switches: readonly string[];
  readonly projections: Map<string, Projection>;
}

/** They go with their schema, and with their document, which others bound. */
const known = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Map<string, Known>>>();
const mostCombinations = 64;
const nothing: ReadonlySet<string> = new Set();

/**
 * Shapes the merged data into the answer that was asked for: null propagation, error paths, conditions as the specification
 * has them. What an operation selects is worked out once, and not again for each request.
 */
export function complete(completion: Completion): Shaped {
  const { schema, whole, document, operationName, coerced, data, repeated } = completion;
  const found = operationOf(schema, document, operationName);
  if (!found) return shapedByLibrary(completion);
  const { operation, switches, projections } = found;
  const combination = switches.map((name) => coerced[name] === true).join();
  let projection = projections.get(combination);
  if (!projection) {
    if (projections.size >= mostCombinations) projections.clear();
    projection = new Projection(schema, document, operation, valuesOf(switches, coerced));
    projections.set(combination, projection);
  }
  const { selfDescriptions } = projection;
  return selfDescriptions.size > 0
    ? shapedByLibrary(completion, selfDescriptions)
    : projection.project(data, new Shaping(whole, coerced, repeated));
}

/** The same, carried out by the GraphQL library: for the schema about itself, and in tests as the second opinion. */
export function shapedByLibrary(completion: Completion, selfDescriptions = nothing): Shaped {
  const { data = null, errors = [] } = completeByLibrary(completion);
  const found = Object.entries(data ?? {}).filter(([name]) => !selfDescriptions.has(name));
  return { data: JSON.stringify(data), errors: errors.map(withCode), objects: found.reduce((sum, [, value]) => sum + objectsIn(value), 0) };
}

/** An argument that a variable makes null where the schema wants a value is the caller's mistake; the library gives it no code. */
function withCode(error: GraphQLError): GraphQLError {
  const { originalError, nodes, path, message } = error;
  if (!(originalError instanceof GraphQLError) || !message.startsWith('Argument "')) return error;
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions: { code: 'BAD_USER_INPUT' } });
}

function objectsIn(value: unknown): number {
  const below = Array.isArray(value) ? value : isObjectOfAnswer(value) ? Object.values(value) : [];
  return below.reduce<number>((sum, inner) => sum + objectsIn(inner), isObjectOfAnswer(value) ? 1 : 0);
}

/** The library makes the objects of an answer without a prototype: one that has it is what a scalar of our own holds. */
function isObjectOfAnswer(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Object.getPrototypeOf(value) === null;
}

function operationOf(schema: GraphQLSchema, document: DocumentNode, name: string | undefined): Known | undefined {
  const operations = within(
    within(known, schema, () => new WeakMap()),
    document,
    () => new Map(),
  );
  const found = operations.get(name ?? '');
  if (found) return found;
  const operation = getOperationAST(document, name);
  if (!operation) return undefined;
  const made: Known = { operation, switches: switchesOf(document), projections: new Map() };
  operations.set(name ?? '', made);
  return made;
}

function within<Key extends object, Value>(map: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
