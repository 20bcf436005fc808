import { type GraphQLLeafType, isEnumType } from 'graphql';
import { isUnwritable } from '../json-text.ts';

const largestInt = 2 ** 31;

const builtIn: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value) && (value as number) >= -largestInt && (value as number) < largestInt,
  Float: (value) => Number.isFinite(value),
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
};

/**
 * Whether a subgraph sent a value of this type. Stricter than the GraphQL library, which would quietly turn 1 into
 * true and "12" into 12. What a custom scalar allows is its owner's business, but JSON must have a word for it.
 */
export function isLeafValue(value: unknown, type: GraphQLLeafType): boolean {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  const check = Object.hasOwn(builtIn, type.name) ? builtIn[type.name] : undefined;
  return check ? check(value) : !isUnwritable(value);
}
