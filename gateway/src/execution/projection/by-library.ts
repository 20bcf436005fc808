import {
  type ExecutionResult,
  executeSync,
  type FieldNode,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { isRecord } from '../../transport/answer.ts';
import { own } from '../own.ts';
import type { Completion } from './completion.ts';
import { brokenPromise, hidden, locatedAt } from './field-errors.ts';
import { isLeafValue, noLeafValue } from './leaf-values.ts';

/** Shapes an answer by the GraphQL library. */
export function completeByLibrary({ schema, whole, document, operationName, coerced, data }: Completion): ExecutionResult {
  return executeSync({
    schema,
    document,
    operationName,
    variableValues: coerced,
    rootValue: data,
    contextValue: whole,
    fieldResolver: readField,
    typeResolver: readTypename,
  });
}

const readField: GraphQLFieldResolver<unknown, GraphQLSchema> = (source, _arguments, whole, info) => {
  const place = { path: pathOf(info.path), nodes: info.fieldNodes, whole };
  return checked(isRecord(source) ? own(source, String(info.path.key)) : undefined, info.returnType, place);
};

const readTypename: GraphQLTypeResolver<unknown, GraphQLSchema> = (value, whole, info, abstractType) => {
  const name = isRecord(value) ? own(value, '__typename') : undefined;
  if (name instanceof Error) throw name;
  if (typeof name !== 'string') return undefined;
  if (isPossible(whole, abstractType.name, name) && !isPossible(info.schema, abstractType.name, name)) throw hidden();
  return name;
};

function isPossible(schema: GraphQLSchema, abstractName: string, name: string): boolean {
  const abstractType = schema.getType(abstractName);
  return isAbstractType(abstractType) && schema.getPossibleTypes(abstractType).some((type) => type.name === name);
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly nodes: readonly FieldNode[];
  readonly whole: GraphQLSchema;
}

/** The value if it is what the schema promises, else an error that the library will report at this very place. */
function checked(value: unknown, type: GraphQLOutputType, place: Place): unknown {
  if (value instanceof Error) return located(value, place);
  if (value === undefined) return broken('no subgraph answered this field', place);
  if (value === null) return null;
  if (isNonNullType(type)) return checked(value, type.ofType, place);
  if (isListType(type)) {
    if (!Array.isArray(value)) return broken('a list was due', place);
    return value.map((item: unknown, index) => checked(item, type.ofType, { ...place, path: [...place.path, index] }));
  }
  if (isLeafType(type)) {
    if (isLeafValue(value, type)) return value;
    const known = place.whole.getType(type.name);
    return isLeafType(known) && isLeafValue(value, known) ? located(hidden(), place) : located(noLeafValue(value, type, place.path), place);
  }
  return isRecord(value) ? value : broken('an object was due', place);
}

function located(error: Error, { path, nodes }: Place): GraphQLError {
  return locatedAt(error, path, nodes);
}

function broken(story: string, place: Place): GraphQLError {
  return located(brokenPromise(story, place.path), place);
}

interface PathLink {
  readonly prev: PathLink | undefined;
  readonly key: string | number;
}

function pathOf(link: PathLink): (string | number)[] {
  return link.prev ? [...pathOf(link.prev), link.key] : [link.key];
}
