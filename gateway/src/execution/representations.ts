import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isNonNullType } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { isRecord } from '../transport/answer.ts';
import { deepest, isFaithful } from './json-text.ts';
import { merge } from './merge.ts';
import { type Data, own, setOwn } from './own.ts';
import { fieldType, heldBy, isOfType } from './types.ts';

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

/** Where an input stands, and the name of what it holds. */
interface Place {
  readonly field: QueryPlanFieldNode;
  readonly path: string;
  readonly held: string;
}

class Inputs {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly missing: Map<string, KnownError>,
  ) {}

  /** @param declared type of the field that holds the object */
  of(source: Data, selections: readonly QueryPlanSelectionNode[], before: string, declared = ''): Data {
    const { schema } = this;
    const name = own(source, '__typename');
    const type = typeof name === 'string' ? name : '';
    const inputs: Data = Object.create(null);
    for (const selection of selections) {
      if (selection.kind === 'Field') {
        const path = before + selection.name;
        const key = selection.alias ?? selection.name;
        const isRequired = isNonNullType(fieldType(schema, type, selection.name));
        const place = { field: selection, path, held: heldBy(schema, type || declared, selection.name) };
        const value = this.value(own(source, key), place, isRequired, 0);
        if (value instanceof KnownError) this.missing.set(path, this.missing.get(path) ?? value);
        else setOwn(inputs, key, value);
      } else if (selection.typeCondition === undefined || isOfType(schema, source, selection.typeCondition, false)) {
        merge(inputs, this.of(source, selection.selections, before, declared), schema);
      }
    }
    return inputs;
  }

  private value(value: unknown, place: Place, isRequired: boolean, depth: number): unknown {
    const { field, path, held } = place;
    if (value === undefined || value instanceof Error || depth > deepest) return inputMissing(value);
    if (value === null) return isRequired ? inputMissing(undefined) : null;
    if (Array.isArray(value)) {
      const items = value.map((item) => this.value(item, place, false, depth + 1));
      return items.find((item) => item instanceof KnownError) ?? items;
    }
    if (field.selections && isRecord(value)) return this.of(value, field.selections, `${path}.`, held);
    return isFaithful(value, held === 'Float') ? value : inputMissing(undefined);
  }
}

function inputMissing(cause: unknown): KnownError {
  const code = cause instanceof KnownError ? cause.code : 'INTERNAL';
  return new KnownError(code, sentences.inputMissing, [], { cause });
}
