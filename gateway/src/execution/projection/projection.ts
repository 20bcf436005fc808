import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import type { Data } from '../own.ts';
import type { Shaped } from './completion.ts';
import { fieldsOf } from './fields.ts';
import { type Field, type Selected, writeObject } from './selected.ts';
import type { Shaping } from './shaping.ts';

/** What one operation selects, with its switches set, as a tree of small functions that read data and write the answer. */
export class Projection {
  /** Names in the answer under which the schema speaks of itself. */
  readonly selfDescriptions: ReadonlySet<string>;
  private readonly fields: readonly Field[];

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    switches: Readonly<Record<string, unknown>>,
  ) {
    const root = schema.getRootType(operation.operation);
    if (!root) throw new Error(`the schema has no ${operation.operation}`);
    const selected: Selected = {
      ...{ schema, fragments: fragmentsOf(document), switches, operation },
      fields: (type, chosen) => fieldsOf(selected, type, chosen),
    };
    const nodes = rootNodes(selected, root);
    const speakingOfIt = [...nodes].filter(([, [first]]) => /^__(schema|type)$/.test(first?.name.value ?? ''));
    this.selfDescriptions = new Set(speakingOfIt.map(([key]) => key));
    this.fields = this.selfDescriptions.size > 0 ? [] : selected.fields(root, nodes);
  }

  project(data: Data, shaping: Shaping): Shaped {
    let text = 'null';
    try {
      text = writeObject(this.fields, data, shaping);
    } catch (error) {
      shaping.note(error, 0, 1);
    }
    return { data: text, errors: shaping.errors, objects: shaping.objects - 1 };
  }
}

function rootNodes({ schema, fragments, switches, operation }: Selected, root: GraphQLObjectType): Map<string, readonly FieldNode[]> {
  return collectFields(schema, fragments, switches, root, operation.selectionSet);
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}
