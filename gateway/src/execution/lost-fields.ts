import { type FieldNode, type GraphQLSchema, isInterfaceType, Kind, type SelectionSetNode } from 'graphql';
import type { KnownError } from '../errors/known-error.ts';
import { isRecord } from '../transport/answer.ts';
import type { FetchDocument } from './fetch-document.ts';
import { deepest } from './json-text.ts';
import { type Data, own, setOwn } from './own.ts';
import { isOfType } from './types.ts';

/**
 * Leaves an error in place of every field that a fetch was to bring and did not. What another fetch brought stays.
 *
 * @param errorFor the error of a field asked of the object itself, or `undefined` for a field that is not lost
 */
export function markLost(schema: GraphQLSchema, fetch: FetchDocument, target: Data, errorFor: ErrorFor): void {
  mark(schema, fetch, fetch.selections, target, '', errorFor);
}

/** The type is the one that the fetch names, empty where it names none. */
export type ErrorFor = (type: string, field: FieldNode) => KnownError | undefined;

function mark(
  schema: GraphQLSchema,
  fetch: FetchDocument,
  selections: SelectionSetNode,
  target: Data,
  type: string,
  errorFor: ErrorFor,
): void {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      const error = errorFor(type, selection);
      if (error) markField(schema, fetch, selection, target, error);
      continue;
    }
    const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fetch.fragments.get(selection.name.value);
    const condition = part?.typeCondition?.name.value;
    if (part && (condition === undefined || isOfType(schema, target, condition, true))) {
      mark(schema, fetch, part.selectionSet, target, condition ?? type, errorFor);
    }
  }
}

function markField(schema: GraphQLSchema, fetch: FetchDocument, field: FieldNode, target: Data, error: KnownError): void {
  const asked = field.alias?.value ?? field.name.value;
  const key = fetch.renamed.get(asked) ?? asked;
  if (field.name.value === '__typename') markType(schema, target, error);
  else if (!Object.hasOwn(target, key)) setOwn(target, key, error);
  else if (field.selectionSet) markBelow(schema, fetch, field.selectionSet, own(target, key), error);
}

/** Of an object known only by its interface, the fetch was to bring the type. Without it nothing can be said of the object. */
function markType(schema: GraphQLSchema, target: Data, error: KnownError): void {
  const name = own(target, '__typename');
  if (typeof name === 'string' && isInterfaceType(schema.getType(name))) setOwn(target, '__typename', error);
}

function markBelow(
  schema: GraphQLSchema,
  fetch: FetchDocument,
  selections: SelectionSetNode,
  value: unknown,
  error: KnownError,
  depth = 0,
): void {
  if (depth === deepest) return;
  if (Array.isArray(value)) for (const item of value) markBelow(schema, fetch, selections, item, error, depth + 1);
  else if (isRecord(value)) mark(schema, fetch, selections, value, '', () => error);
}
