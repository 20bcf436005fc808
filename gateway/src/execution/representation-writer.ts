import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isNonNullType } from 'graphql';
import { isRecord } from '../transport/answer.ts';
import { deepest, isFaithful, quoted } from './json-text.ts';
import { type Data, readerOf, setOwn } from './own.ts';
import { applyRewrites } from './rewrites.ts';
import { fieldType, heldBy, isOfType } from './types.ts';

/** A fetch does not concern this entity. */
export const notConcerned = '';

/** Writes what a subgraph needs to know of an entity as JSON, `notConcerned`, or `undefined` when a part of that was lost. */
export type RepresentationWriter = (entity: Data) => string | undefined;

/**
 * Prepares the writing of representations. Which fields an entity passes on rests on its type alone, and is worked out
 * once for each type. Answers `undefined` where rewrites reach deeper than the entity itself; as a rule they do not.
 */
export function representationWriterOf(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[] = [],
): RepresentationWriter | undefined {
  if (!rewrites.every(({ path }) => path.slice(0, -1).every((step) => step.startsWith('... on ')))) return undefined;
  const perType = eachType(schema, (type) => {
    const inputs = inputsOf(schema, requires, type);
    return inputs.some(({ key }) => key === '__typename') ? objectWriter(rewritten(schema, inputs, rewrites, type)) : () => notConcerned;
  });
  const typeOf = readerOf('__typename');
  return (entity) => {
    const type = typeOf(entity);
    return typeof type === 'string' ? perType(type)(entity) : notConcerned;
  };
}

/** One field of a representation: a text known beforehand, or the value of a field of the entity. */
interface Input {
  readonly key: string;
  readonly read: (entity: Data) => unknown;
  readonly text?: string;
  readonly isRequired: boolean;
  readonly isFloat: boolean;
  readonly parts: RepresentationWriter | undefined;
}

type Lookup<Value> = (type: string) => Value;

/** Kept for the types that there are; whatever else a subgraph calls a type must not fill the memory. */
function eachType<Value>(schema: GraphQLSchema, make: Lookup<Value>): Lookup<Value> {
  const known = new Map<string, Value>();
  return (type) => {
    const found = known.get(type);
    if (found !== undefined) return found;
    const made = make(type);
    if (schema.getType(type) || type === '') known.set(type, made);
    return made;
  };
}

interface Asked {
  readonly name: string;
  readonly selections: QueryPlanSelectionNode[] | undefined;
}

/**
 * The fields of a type, those of several fragments put together. The type is empty where it is unknown.
 *
 * @param declared type of the field that holds the object
 */
function inputsOf(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[], type: string, declared = type): Input[] {
  const asked = new Map<string, Asked>();
  const typed: Data = type === '' ? {} : { __typename: type };
  const collect = (nodes: readonly QueryPlanSelectionNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'Field') {
        const key = node.alias ?? node.name;
        const known = asked.get(key)?.selections ?? [];
        asked.set(key, { name: node.name, selections: node.selections && [...known, ...node.selections] });
      } else if (node.typeCondition === undefined || isOfType(schema, typed, node.typeCondition, false)) collect(node.selections);
    }
  };
  collect(selections);
  return [...asked].map(([key, field]) => {
    const held = heldBy(schema, type || declared, field.name);
    return {
      key,
      read: readerOf(key),
      isRequired: isNonNullType(fieldType(schema, type, field.name)),
      isFloat: held === 'Float',
      parts: field.selections && partsWriter(schema, field.selections, held),
      ...(key === '__typename' && type !== '' && { text: quoted(type) }),
    };
  });
}

function partsWriter(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[], declared: string): RepresentationWriter {
  const perType = eachType(schema, (type) => objectWriter(inputsOf(schema, selections, type, declared)));
  const typeOf = readerOf('__typename');
  return (object) => {
    const type = typeOf(object);
    return perType(typeof type === 'string' ? type : '')(object);
  };
}

/** What becomes of the fields by the planner's rewrites, tried on an object that holds the fields themselves. */
function rewritten(schema: GraphQLSchema, inputs: readonly Input[], rewrites: readonly FetchDataRewrite[], type: string): Input[] {
  if (rewrites.length === 0) return [...inputs];
  const tried: Data = {};
  for (const input of inputs) setOwn(tried, input.key, input.key === '__typename' ? type : input);
  applyRewrites(schema, rewrites, tried);
  return Object.keys(tried).map((key) => {
    const value = tried[key];
    const input = inputs.find((one) => one === value);
    if (input) return { ...input, key };
    return { key, read: () => undefined, text: JSON.stringify(value), isRequired: false, isFloat: false, parts: undefined };
  });
}

function objectWriter(inputs: readonly Input[]): RepresentationWriter {
  const fields = inputs.map((input, index) => ({ ...input, head: `${index === 0 ? '{' : ','}${quoted(input.key)}:` }));
  if (fields.length === 0) return () => '{}';
  return (entity) => {
    let written = '';
    for (const input of fields) {
      const text = input.text ?? fieldText(input.read(entity), input);
      if (text === undefined) return undefined;
      written += input.head + text;
    }
    return `${written}}`;
  };
}

function fieldText(value: unknown, input: Input): string | undefined {
  return value === null && input.isRequired ? undefined : valueText(value, input, 0);
}

function valueText(value: unknown, input: Input, depth: number): string | undefined {
  if (typeof value === 'string') return quoted(value);
  if (value === null) return 'null';
  if (value === undefined || value instanceof Error) return undefined;
  if (Array.isArray(value)) return listText(value, input, depth);
  if (input.parts && isRecord(value)) return input.parts(value);
  return isFaithful(value, input.isFloat) ? JSON.stringify(value) : undefined;
}

function listText(list: readonly unknown[], input: Input, depth: number): string | undefined {
  if (depth === deepest) return undefined;
  const items: string[] = [];
  for (const item of list) {
    const text = valueText(item, input, depth + 1);
    if (text === undefined) return undefined;
    items.push(text);
  }
  return `[${items.join(',')}]`;
}
