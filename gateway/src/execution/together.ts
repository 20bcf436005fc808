import type { FetchNode } from '@apollo/query-planner';
import {
  type DefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { type FetchDocument, fetchDocument, representations } from './fetch-document.ts';
import { type RequestText, requestTextOf } from './request-text.ts';

/** Documents of subgraphs are bounded by their tokens; this many characters hold fewer than may be. */
const longestDocument = 32 * 1024;
const mostQuestions = 50;

/** The name under which the entities of one of several questions come back. */
export const entitiesOf = (part: number): string => `_entities_${part}`;

/** The variable that tells of the entities of one of several questions. */
export const representationsOf = (part: number): string => `${representations}_${part}`;

/** Whether entity fetches of one subgraph can be put in one document. */
export function canStandTogether(nodes: readonly FetchNode[]): boolean {
  if (nodes.length > mostQuestions) return false;
  if (nodes.reduce((length, { operation }) => length + operation.length, 0) > longestDocument) return false;
  const documents = nodes.map(fetchDocument);
  const shared = documents.flatMap((document) => [...document.fragments.values(), ...clientVariables(document.operation)]);
  const own = new Set(nodes.map((_, part) => representationsOf(part)));
  const texts = new Map<string, string>();
  return shared.every((definition) => {
    const isFragment = definition.kind === Kind.FRAGMENT_DEFINITION;
    const name = isFragment ? `...${definition.name.value}` : definition.variable.name.value;
    const text = print(definition);
    if (own.has(name) || (texts.get(name) ?? text) !== text) return false;
    texts.set(name, text);
    return true;
  });
}

/** The request that puts several entity fetches at once, each with a list of representations of its own. */
export function requestTogether(documents: readonly FetchDocument[]): RequestText {
  const variables = new Map<string, VariableDefinitionNode>();
  const fragments = new Map<string, FragmentDefinitionNode>();
  const fields: FieldNode[] = [];
  for (const [part, { operation, fragments: used }] of documents.entries()) {
    for (const definition of clientVariables(operation)) variables.set(definition.variable.name.value, definition);
    for (const [name, fragment] of used) fragments.set(name, fragment);
    fields.push(entitiesField(operation, part));
  }
  const [first] = documents;
  if (!first) throw new Error('nothing to ask together');
  const lists = documents.flatMap(({ operation }, part) => representationsVariable(operation, part));
  const operation: OperationDefinitionNode = {
    ...first.operation,
    variableDefinitions: [...lists, ...variables.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  };
  const definitions: DefinitionNode[] = [operation, ...fragments.values()];
  const text = stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions }));
  return requestTextOf(
    text,
    operation,
    documents.map((_, part) => representationsOf(part)),
  );
}

function clientVariables({ variableDefinitions = [] }: OperationDefinitionNode): VariableDefinitionNode[] {
  return variableDefinitions.filter(({ variable }) => variable.name.value !== representations);
}

function representationsVariable({ variableDefinitions = [] }: OperationDefinitionNode, part: number): VariableDefinitionNode[] {
  return variableDefinitions
    .filter(({ variable }) => variable.name.value === representations)
    .map((definition) => renamed(definition, part));
}

function entitiesField({ selectionSet }: OperationDefinitionNode, part: number): FieldNode {
  const [field] = selectionSet.selections;
  if (field?.kind !== Kind.FIELD) throw new Error('an entity fetch of the plan asks for no entities');
  return { ...renamed(field, part), alias: { kind: Kind.NAME, value: entitiesOf(part) } };
}

function renamed<Node extends FieldNode | VariableDefinitionNode>(node: Node, part: number): Node {
  return visit(node, {
    [Kind.VARIABLE]: (variable) =>
      variable.name.value === representations ? { ...variable, name: { kind: Kind.NAME, value: representationsOf(part) } } : undefined,
  });
}
