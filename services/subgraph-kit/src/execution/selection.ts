import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

export type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/** What one operation selects while its switches (`@skip` and `@include`) stand in one way. */
export class Selection {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly operation: OperationDefinitionNode,
    private readonly switches: Readonly<Record<string, unknown>>,
  ) {
    this.fragments = fragmentsOf(document);
  }

  /** @throws GraphQLError when a switch is null. */
  atRoot(type: GraphQLObjectType): Fields {
    return collectFields(this.schema, this.fragments, this.switches, type, this.operation.selectionSet);
  }

  /** @throws GraphQLError when a switch is null. */
  below(nodes: readonly FieldNode[], type: GraphQLObjectType): Fields {
    return collectSubfields(this.schema, this.fragments, this.switches, type, nodes);
  }
}

/** Names of the variables that decide what is skipped or included anywhere in a document. */
export function switchesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/** What the variables say of some switches, and nothing else: whoever keeps it for later must not keep all that one request sent. */
export function valuesOf(switches: readonly string[], variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(switches.flatMap((name) => (Object.hasOwn(variables, name) ? [[name, variables[name]]] : [])));
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}
