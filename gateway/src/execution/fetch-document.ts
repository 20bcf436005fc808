import type { FetchNode } from '@apollo/query-planner';
import {
  type DefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { type RequestText, requestTextOf } from './request-text.ts';
import { renamedFields } from './rewrites.ts';
import { withoutRootName } from './root-name.ts';

/** What a fetch of the plan asks a subgraph for, in a form that can be walked. */
export interface FetchDocument {
  /** As it is sent. */
  readonly request: RequestText;
  readonly operation: OperationDefinitionNode;
  /** Of an entity fetch: what is asked of each entity. Else what is asked of the root. */
  readonly selections: SelectionSetNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly renamed: ReadonlyMap<string, string>;
}

/** The variable by which an entity fetch tells of its entities. */
export const representations = 'representations';

const known = new WeakMap<FetchNode, FetchDocument>();

/**
 * Reads the document of a fetch.
 *
 * @throws KnownError when it cannot be sent as the client wrote it
 */
export function fetchDocument(fetch: FetchNode): FetchDocument {
  const found = known.get(fetch) ?? read(fetch);
  known.set(fetch, found);
  return found;
}

function read(fetch: FetchNode): FetchDocument {
  const { definitions } = parse(fetch.operation, { noLocation: true });
  const planned = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!planned) throw new Error('a fetch of the plan holds no operation');
  const operation = withoutRootName(planned);
  const text = operation === planned ? fetch.operation : textOf(definitions, planned, operation);
  if (fetch.requires && isClientsToo(definitions)) throw new KnownError('BAD_USER_INPUT', sentences.representationsTaken);
  return {
    request: requestTextOf(text, operation, fetch.requires ? [representations] : []),
    operation,
    selections: fetch.requires ? entitySelections(operation) : operation.selectionSet,
    fragments: new Map(
      definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])),
    ),
    renamed: renamedFields(fetch.outputRewrites),
  };
}

function textOf(definitions: readonly DefinitionNode[], planned: OperationDefinitionNode, operation: OperationDefinitionNode): string {
  const asked = definitions.map((definition) => (definition === planned ? operation : definition));
  return stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions: asked }));
}

/** Whether a variable of the client is called like the planner's own, which is declared once and told of the entities once. */
function isClientsToo(definitions: readonly DefinitionNode[]): boolean {
  const places: string[] = [];
  visit({ kind: Kind.DOCUMENT, definitions }, { Variable: ({ name }) => void places.push(name.value) });
  return places.filter((name) => name === representations).length > 2;
}

/** The fields asked of the entity itself, each with the type that the fetch names for it. Conditions nest fragments in fragments. */
export function fieldsAsked(selections: SelectionSetNode, type = ''): { type: string; field: FieldNode }[] {
  return selections.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [{ type, field: selection }];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsAsked(selection.selectionSet, selection.typeCondition?.name.value ?? type) : [];
  });
}

/**
 * The same entity fetch without some of its fields, or `undefined` when nothing worth asking is left.
 *
 * @param leavesOut told of each field asked of the entity itself, and of the type it is asked of
 */
export function withoutFields(document: FetchDocument, leavesOut: (type: string, field: FieldNode) => boolean): FetchDocument | undefined {
  if (document.fragments.size > 0) return undefined;
  const selections = prune(document.selections, '', leavesOut);
  if (fieldsAsked(selections).every(({ field }) => field.name.value === '__typename')) return undefined;
  const narrowed: OperationDefinitionNode = visit(document.operation, {
    [Kind.SELECTION_SET]: (node) => (node === document.selections ? selections : undefined),
  });
  const used = new Set<string>();
  visit({ ...narrowed, variableDefinitions: [] }, { [Kind.VARIABLE]: (variable) => void used.add(variable.name.value) });
  const variableDefinitions = narrowed.variableDefinitions?.filter((definition) => used.has(definition.variable.name.value)) ?? [];
  const operation = { ...narrowed, variableDefinitions };
  return { ...document, request: requestTextOf(print(operation), operation, [representations]), operation, selections };
}

function prune(selections: SelectionSetNode, type: string, leavesOut: (type: string, field: FieldNode) => boolean): SelectionSetNode {
  const kept = selections.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return leavesOut(type, selection) ? [] : [selection];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const selectionSet = prune(selection.selectionSet, selection.typeCondition?.name.value ?? type, leavesOut);
    return selectionSet.selections.length > 0 ? [{ ...selection, selectionSet }] : [];
  });
  return { ...selections, selections: kept };
}

function entitySelections(operation: OperationDefinitionNode): SelectionSetNode {
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet) throw new Error('an entity fetch of the plan asks for no entities');
  return entities.selectionSet;
}
