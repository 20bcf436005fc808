import { type GraphQLSchema, isInterfaceType } from 'graphql';
import { isRecord } from '../transport/answer.ts';
import { type Data, own, setOwn } from './own.ts';

/**
 * Adds what a fetch brought to what is known, and takes its objects over. A loss or a null never takes the place of a value, nor
 * does the name of an interface, by which parts call a thing that know only the interface.
 */
export function merge(target: Data, source: Data, schema: GraphQLSchema): void {
  for (const key of Object.keys(source)) setOwn(target, key, merged(own(target, key), source[key], asItIs, schema));
}

/** The same, sharing nothing with the source: what is later added to one position must not show up at another. */
export function mergeCopy(target: Data, source: Data, schema: GraphQLSchema): void {
  for (const key of Object.keys(source)) setOwn(target, key, merged(own(target, key), source[key], copyOf, schema));
}

type Take = (value: unknown) => unknown;

const asItIs: Take = (value) => value;

function merged(known: unknown, arrived: unknown, take: Take, schema: GraphQLSchema): unknown {
  if (known === undefined || known === null) return arrived instanceof Error && known === null ? null : take(arrived);
  if (arrived === undefined || arrived === null || arrived instanceof Error) return known;
  if (Array.isArray(known) && Array.isArray(arrived))
    return known.length === arrived.length ? known.map((item, index) => merged(item, arrived[index], take, schema)) : known;
  if (typeof arrived === 'string') return arrived === known || isInterfaceType(schema.getType(arrived)) ? known : arrived;
  if (!isRecord(known) || !isRecord(arrived)) return take(arrived);
  if (take === asItIs) merge(known, arrived, schema);
  else mergeCopy(known, arrived, schema);
  return known;
}

/** The same again, sharing nothing. */
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  // Spreading keeps the form that the engine knows the object by, which key by key would be lost.
  const copy: Data = { ...value };
  for (const key of Object.keys(copy)) {
    const part = copy[key];
    if (typeof part === 'object' && part !== null) setOwn(copy, key, copyOf(part));
  }
  return copy;
}
