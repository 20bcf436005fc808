import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { isRecord } from '../transport/answer.ts';
import { merge } from './merge.ts';
import { type Data, own, setOwn } from './own.ts';
import { isOfType } from './types.ts';

/** What a subgraph needs to know of an entity. */
export interface Representation {
  readonly inputs: Data;
  /** Inputs that were lost on the way, by name. They are never passed on as null: what rests on them is not asked. */
  readonly missing: ReadonlyMap<string, KnownError>;
}

/** Collects the inputs of an entity fetch; `undefined` when the fetch does not concern this entity. */
export function representationOf(
  schema: GraphQLSchema,
  entity: Data,
  selections: readonly QueryPlanSelectionNode[],
): Representation | undefined {
  const missing = new Map<string, KnownError>();
  const inputs = collect(schema, entity, selections, (field, error) => missing.set(field.name, error));
  const isConcerned = typeof own(inputs, '__typename') === 'string';
  return isConcerned ? { inputs, missing } : undefined;
}

type Lose = (field: QueryPlanFieldNode, error: KnownError) => void;

/** Below the entity itself, one lost input loses the whole input of the entity that it belongs to. */
const loseAll: Lose = (_field, error) => {
  throw error;
};

function collect(schema: GraphQLSchema, source: Data, selections: readonly QueryPlanSelectionNode[], lose: Lose): Data {
  const inputs: Data = Object.create(null);
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name;
      try {
        setOwn(inputs, key, input(schema, own(source, key), selection, mustHave(schema, source, selection.name)));
      } catch (error) {
        if (!(error instanceof KnownError)) throw error;
        lose(selection, error);
      }
    } else if (selection.typeCondition === undefined || isOfType(schema, source, selection.typeCondition, false)) {
      merge(inputs, collect(schema, source, selection.selections, lose), schema);
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
  return field.selections && isRecord(value) ? collect(schema, value, field.selections, loseAll) : value;
}

function mustHave(schema: GraphQLSchema, source: Data, name: string): boolean {
  const type = schema.getType(String(own(source, '__typename')));
  return (isObjectType(type) || isInterfaceType(type)) && isNonNullType(type.getFields()[name]?.type);
}

function inputMissing(cause: unknown): KnownError {
  const code = cause instanceof KnownError ? cause.code : 'INTERNAL';
  return new KnownError(code, sentences.inputMissing, [], { cause });
}
