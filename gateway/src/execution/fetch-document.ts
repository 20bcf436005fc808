import type { FetchNode } from '@apollo/query-planner';
import { type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { renamedFields } from './rewrites.ts';

/** What a fetch of the plan asks a subgraph for, in a form that can be walked. */
export interface FetchDocument {
  /** Of an entity fetch: what is asked of each entity. Else what is asked of the root. */
  readonly selections: SelectionSetNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly renamed: ReadonlyMap<string, string>;
}

const known = new WeakMap<FetchNode, FetchDocument>();

/** Reads the document of a fetch; plans are kept, so each is read once. */
export function fetchDocument(fetch: FetchNode): FetchDocument {
  const found = known.get(fetch);
  if (found) return found;
  const document = read(fetch);
  known.set(fetch, document);
  return document;
}

function read(fetch: FetchNode): FetchDocument {
  const { definitions } = parse(fetch.operation, { noLocation: true });
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('a fetch of the plan holds no operation');
  const first = operation.selectionSet.selections[0];
  const entities = fetch.requires && first?.kind === Kind.FIELD ? first.selectionSet : undefined;
  return {
    selections: entities ?? operation.selectionSet,
    fragments: new Map(
      definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])),
    ),
    renamed: renamedFields(fetch.outputRewrites),
  };
}
