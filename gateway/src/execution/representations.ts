import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { isRecord } from '../transport/answer.ts';
import { isUnwritable } from './json-text.ts';
import { merge } from './merge.ts';
import { type Data, own, setOwn } from './own.ts';
import { isOfType } from './types.ts';

/** What a subgraph needs to know of an entity. */
export interface Representation {
  readonly inputs: Data;
  /**
   * What was lost on the way, by its path: `size`, or `size.width` where only a part of an input was lost. It is never passed on as
   * null, and what rests on it is not asked. What rests on other parts of the same input is.
   */
  readonly missing: ReadonlyMap<string, KnownError>;
}

/** Collects the inputs of an entity fetch; `undefined` when the fetch does not concern this entity. */
export function representationOf(
  schema: GraphQLSchema,
  entity: Data,
  selections: readonly QueryPlanSelectionNode[],
): Representation | undefined {
  const missing = new Map<string, KnownError>();
  const inputs = new Inputs(schema, missing).of(entity, selections, '');
  const isConcerned = typeof own(inputs, '__typename') === 'string';
  return isConcerned ? { inputs, missing } : undefined;
}

class Inputs {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly missing: Map<string, KnownError>,
  ) {}

  of(source: Data, selections: readonly QueryPlanSelectionNode[], before: string): Data {
    const { schema } = this;
    const inputs: Data = Object.create(null);
    for (const selection of selections) {
      if (selection.kind === 'Field') {
        const path = before + selection.name;
        const key = selection.alias ?? selection.name;
        const value = this.value(own(source, key), selection, path, mustHave(schema, source, selection.name));
        if (value instanceof KnownError) this.missing.set(path, value);
        else setOwn(inputs, key, value);
      } else if (selection.typeCondition === undefined || isOfType(schema, source, selection.typeCondition, false)) {
        merge(inputs, this.of(source, selection.selections, before), schema);
      }
    }
    return inputs;
  }

  private value(value: unknown, field: QueryPlanFieldNode, path: string, required: boolean): unknown {
    if (value === undefined || value instanceof Error || isUnwritable(value)) return inputMissing(value);
    if (value === null) return required ? inputMissing(undefined) : null;
    if (Array.isArray(value)) {
      const items = value.map((item) => this.value(item, field, path, false));
      return items.find((item) => item instanceof KnownError) ?? items;
    }
    return field.selections && isRecord(value) ? this.of(value, field.selections, `${path}.`) : value;
  }
}

function mustHave(schema: GraphQLSchema, source: Data, name: string): boolean {
  const type = schema.getType(String(own(source, '__typename')));
  return (isObjectType(type) || isInterfaceType(type)) && isNonNullType(type.getFields()[name]?.type);
}

function inputMissing(cause: unknown): KnownError {
  const code = cause instanceof KnownError ? cause.code : 'INTERNAL';
  return new KnownError(code, sentences.inputMissing, [], { cause });
}
