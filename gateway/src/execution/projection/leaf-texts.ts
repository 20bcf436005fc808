import { type GraphQLLeafType, isEnumType, isScalarType } from 'graphql';
import { isLeafValue } from './leaf-values.ts';

/** The JSON text of a value of a scalar or an enum, `undefined` when it is none. */
export type LeafText = (value: unknown) => string | undefined;

/** Longer texts are quoted faster by the engine. */
const short = 64;

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

/** A text as JSON writes it. */
function quoted(text: string): string {
  if (text.length > short) return JSON.stringify(text);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    // Signs that JSON writes otherwise: controls, the quote, the backslash, and halves of pairs.
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c || (unit >= 0xd800 && unit <= 0xdfff)) return JSON.stringify(text);
  }
  return `"${text}"`;
}
