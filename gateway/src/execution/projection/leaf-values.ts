import { type GraphQLLeafType, isEnumType } from 'graphql';
import type { KnownError } from '../../errors/known-error.ts';
import { sentences } from '../../errors/sentences.ts';
import { isFaithful } from '../json-text.ts';
import { brokenPromise, type ResponsePath } from './field-errors.ts';

const largestInt = 2 ** 31;

const builtIn: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value) && (value as number) >= -largestInt && (value as number) < largestInt,
  Float: (value) => Number.isFinite(value),
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || Number.isSafeInteger(value),
};

/**
 * Whether a subgraph sent a value of this type. Stricter than the GraphQL library, which would quietly turn 1 into
 * true and "12" into 12. What a custom scalar allows is its owner's business, but it must go out as it came.
 */
export function isLeafValue(value: unknown, type: GraphQLLeafType): boolean {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  const check = Object.hasOwn(builtIn, type.name) ? builtIn[type.name] : undefined;
  return check ? check(value) : isFaithful(value);
}

/** What is told of a value that is none of its type: as a rule to nobody but the log. */
export function noLeafValue(value: unknown, type: GraphQLLeafType, path: ResponsePath): KnownError {
  const isChanged = type.name === 'ID' ? Number.isInteger(value) : !isEnumType(type) && !Object.hasOwn(builtIn, type.name);
  return brokenPromise(`no value of ${type.name}`, path, isChanged ? sentences.notPassedOn : sentences.internal);
}
