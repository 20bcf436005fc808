import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInputType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { KnownError } from '../errors/known-error.ts';
import { inexact } from './too-large.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Documents in which somebody wrote such a number, by the schema that says what it would be. */
const known = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, boolean>>();

/**
 * Says when a request holds a whole number that would arrive as another one: beyond 2^53 two of them are read as the same. A
 * `Float` is rounded by its nature, an `Int` is refused for its size.
 */
export function inexactNumber(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): KnownError | undefined {
  if (isWritten(schema, document)) return inexact();
  for (const { variable, type } of variableDefinitions) {
    const value = variables[variable.name.value];
    if (!holdsInexact(value)) continue;
    const declared = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
    if (isInputType(declared) && isInexact(value, declared)) return inexact();
  }
  return undefined;
}

function isWritten(schema: GraphQLSchema, document: DocumentNode): boolean {
  const ofSchema = known.get(schema) ?? new WeakMap<DocumentNode, boolean>();
  known.set(schema, ofSchema);
  const found = ofSchema.get(document) ?? writtenIn(schema, document);
  ofSchema.set(document, found);
  return found;
}

function writtenIn(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isFound = false;
  const look = (isExact: (type: string | undefined) => boolean, value: string) => {
    if (holdsInexact(Number(value)) && !isExact(nameOf(types.getInputType()))) isFound = true;
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      // The digits of an ID travel as they were written.
      [Kind.INT]: ({ value }) => look((type) => type === 'Float' || type === 'ID', value),
      [Kind.FLOAT]: ({ value }) => look((type) => type === 'Float', value),
    }),
  );
  return isFound;
}

function nameOf(type: GraphQLInputType | null | undefined): string | undefined {
  return type ? getNamedType(type).name : undefined;
}

function isInexact(value: unknown, declared: GraphQLInputType): boolean {
  const type = getNullableType(declared);
  if (isListType(type)) return (Array.isArray(value) ? value : [value]).some((item) => isInexact(item, type.ofType as GraphQLInputType));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).some((field) => isInexact((value as Variables | null)?.[field.name], field.type));
  return type.name !== 'Float' && holdsInexact(value);
}

/** Values are nested no deeper than the limit of variables. */
function holdsInexact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) ? !Number.isSafeInteger(value) : !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsInexact);
}
