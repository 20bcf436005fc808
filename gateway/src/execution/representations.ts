import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { isRecord } from '../transport/answer.ts';
import { merge } from './merge.ts';
import { type Data, own, setOwn } from './own.ts';
import { isOfType } from './types.ts';

/** What a subgraph needs to know of an entity, or why that cannot be told. `undefined`: the fetch does not concern this entity. */
export type Representation = Data | KnownError | undefined;

/** Collects the inputs of an entity fetch. A lost input is never passed on as null: it comes back as the error of its dependents. */
export function representationOf(schema: GraphQLSchema, entity: Data, selections: readonly QueryPlanSelectionNode[]): Representation {
  try {
    const inputs = collect(schema, entity, selections);
    return typeof own(inputs, '__typename') === 'string' ? inputs : undefined;
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
}

function collect(schema: GraphQLSchema, source: Data, selections: readonly QueryPlanSelectionNode[]): Data {
  const inputs: Data = Object.create(null);
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name;
      setOwn(inputs, key, input(schema, own(source, key), selection, mustHave(schema, source, selection.name)));
    } else if (selection.typeCondition === undefined || isOfType(schema, source, selection.typeCondition, false)) {
      merge(inputs, collect(schema, source, selection.selections));
    }
  }
  return inputs;
}

function input(schema: GraphQLSchema, value: unknown, field: QueryPlanFieldNode, required: boolean): unknown {
  if (value === undefined || value instanceof Error) throw inputMissing(value);
  if (value === null) {
    if (required) throw inputMissing(undefined);
    return null;
  }
  if (Array.isArray(value)) return value.map((item) => input(schema, item, field, false));
  return field.selections && isRecord(value) ? collect(schema, value, field.selections) : value;
}

function mustHave(schema: GraphQLSchema, source: Data, name: string): boolean {
  const type = schema.getType(String(own(source, '__typename')));
  return (isObjectType(type) || isInterfaceType(type)) && isNonNullType(type.getFields()[name]?.type);
}

function inputMissing(cause: unknown): KnownError {
  const code = cause instanceof KnownError ? cause.code : 'INTERNAL';
  return new KnownError(code, sentences.inputMissing, [], { cause });
}
