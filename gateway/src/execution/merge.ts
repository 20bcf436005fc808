import { type GraphQLSchema, isInterfaceType } from 'graphql';
import { isRecord } from '../transport/answer.ts';
import { deepest } from './json-text.ts';
import { type Data, own, setOwn } from './own.ts';

/**
 * Adds what a fetch brought to what is known, and takes its objects over. A loss or a null never takes the place of a value, nor
 * does the name of an interface, by which parts call a thing that know only the interface.
 */
export function merge(target: Data, source: Data, schema: GraphQLSchema, depth = 0): void {
  for (const key of Object.keys(source)) setOwn(target, key, merged(own(target, key), source[key], asItIs, schema, depth));
}

/** The same, sharing nothing with the source: what is later added to one position must not show up at another. */
export function mergeCopy(target: Data, source: Data, schema: GraphQLSchema, depth = 0): void {
  for (const key of Object.keys(source)) setOwn(target, key, merged(own(target, key), source[key], copyOf, schema, depth));
}

type Take = (value: unknown) => unknown;

const asItIs: Take = (value) => value;

function merged(known: unknown, arrived: unknown, take: Take, schema: GraphQLSchema, depth: number): unknown {
  if (known === undefined || known === null) return arrived instanceof Error && known === null ? null : take(arrived);
  if (arrived === undefined || arrived === null || arrived instanceof Error || depth === deepest) return known;
  if (Array.isArray(known) && Array.isArray(arrived))
    return known.length === arrived.length ? known.map((item, index) => merged(item, arrived[index], take, schema, depth + 1)) : known;
  if (typeof arrived === 'string') return arrived === known || isInterfaceType(schema.getType(arrived)) ? known : arrived;
  if (!isRecord(known) || !isRecord(arrived)) return take(arrived);
  if (take === asItIs) merge(known, arrived, schema, depth + 1);
  else mergeCopy(known, arrived, schema, depth + 1);
  return known;
}

/** The same again, sharing nothing but what lies deeper than anything that could be added. */
export function copyOf(value: unknown): unknown {
  return copied(value, 0);
}

function copied(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error || depth === deepest) return value;
  if (Array.isArray(value)) return value.map((item) => copied(item, depth + 1));
  // Spreading keeps the form that the engine knows the object by, which key by key would be lost.
  const copy: Data = { ...value };
  for (const key of Object.keys(copy)) {
    const part = copy[key];
    if (typeof part === 'object' && part !== null) setOwn(copy, key, copied(part, depth + 1));
  }
  return copy;
}
