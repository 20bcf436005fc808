import { type GraphQLLeafType, isEnumType, isScalarType } from 'graphql';
import { quoted } from '../json-text.ts';
import { isLeafValue } from './leaf-values.ts';

/** The JSON text of a value of a scalar or an enum, `undefined` when it is none. */
export type LeafText = (value: unknown) => string | undefined;

export function leafTextOf(type: GraphQLLeafType): LeafText {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
    return (value) => texts.get(value);
  }
  const serialized = (value: unknown) => JSON.stringify(type.serialize(value)) ?? 'null';
  const other = (value: unknown) => (isLeafValue(value, type) ? serialized(value) : undefined);
  if (!isScalarType(type)) return other;
  if (type.name === 'String' || type.name === 'ID') return (value) => (typeof value === 'string' ? quoted(value) : other(value));
  if (type.name === 'Boolean') return (value) => (value === true ? 'true' : value === false ? 'false' : undefined);
  return other;
}
