import { type GraphQLSchema, isInterfaceType, Kind, type SelectionSetNode } from 'graphql';
import type { KnownError } from '../errors/known-error.ts';
import { isRecord } from '../transport/answer.ts';
import type { FetchDocument } from './fetch-document.ts';
import { type Data, own, setOwn } from './own.ts';
import { isOfType } from './types.ts';

/** Leaves an error in place of every field that a fetch was to bring and did not. What another fetch brought stays. */
export function markLost(schema: GraphQLSchema, fetch: FetchDocument, target: Data, error: KnownError): void {
  mark(schema, fetch, fetch.selections, target, error);
}

function mark(schema: GraphQLSchema, fetch: FetchDocument, selections: SelectionSetNode, target: Data, error: KnownError): void {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      const asked = selection.alias?.value ?? selection.name.value;
      const key = fetch.renamed.get(asked) ?? asked;
      if (selection.name.value === '__typename') markType(schema, target, error);
      else if (!Object.hasOwn(target, key)) setOwn(target, key, error);
      else if (selection.selectionSet) markBelow(schema, fetch, selection.selectionSet, own(target, key), error);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      if (condition === undefined || isOfType(schema, target, condition, true)) mark(schema, fetch, selection.selectionSet, target, error);
    } else {
      const fragment = fetch.fragments.get(selection.name.value);
      if (fragment && isOfType(schema, target, fragment.typeCondition.name.value, true))
        mark(schema, fetch, fragment.selectionSet, target, error);
    }
  }
}

/** Of an object known only by its interface, the fetch was to bring the type. Without it nothing can be said of the object. */
function markType(schema: GraphQLSchema, target: Data, error: KnownError): void {
  if (isInterfaceType(schema.getType(String(own(target, '__typename'))))) setOwn(target, '__typename', error);
}

function markBelow(schema: GraphQLSchema, fetch: FetchDocument, selections: SelectionSetNode, value: unknown, error: KnownError): void {
  if (Array.isArray(value)) for (const item of value) markBelow(schema, fetch, selections, item, error);
  else if (isRecord(value)) mark(schema, fetch, selections, value, error);
}
