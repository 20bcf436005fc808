import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * A valid document without what no thing can ever meet: `... on Oak { ... on Elm { sick } }`. The planner stumbles over such conditions
 * in a part that knows only the interface. What is left has every fragment written out where it is used; a field of which nothing is
 * left is asked for its type, for there may be a thing or none.
 */
export function withoutNeverMet(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const met = new WhatIsMet(document, schema);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return { ...document, definitions: operations.map((operation) => met.operation(operation)) };
}

class WhatIsMet {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    document: DocumentNode,
    private readonly schema: GraphQLSchema,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
    );
  }

  operation(operation: OperationDefinitionNode): OperationDefinitionNode {
    const root = this.schema.getRootType(operation.operation);
    return root ? { ...operation, selectionSet: this.of(operation.selectionSet, root, [root]) } : operation;
  }

  /** @param kinds of which the thing may still be, after every condition on the way to it */
  private of(set: SelectionSetNode, type: GraphQLCompositeType, kinds: readonly GraphQLObjectType[]): SelectionSetNode {
    const selections = set.selections.flatMap((selection) => this.selection(selection, type, kinds));
    return { ...set, selections: selections.length > 0 ? selections : [typename] };
  }

  private selection(selection: SelectionNode, type: GraphQLCompositeType, kinds: readonly GraphQLObjectType[]): SelectionNode[] {
    if (selection.kind === Kind.FIELD) return [this.field(selection, type)];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
    if (!fragment) return [];
    const { typeCondition, selectionSet } = fragment;
    const named = typeCondition ? this.schema.getType(typeCondition.name.value) : type;
    if (!isCompositeType(named)) return [];
    const left = this.kindsOf(named).filter((kind) => kinds.includes(kind));
    if (left.length === 0) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        ...(typeCondition && { typeCondition }),
        ...(selection.directives && { directives: selection.directives }),
        selectionSet: this.of(selectionSet, named, left),
      },
    ];
  }

  private field(field: FieldNode, type: GraphQLCompositeType): FieldNode {
    if (!field.selectionSet) return field;
    const told = 'getFields' in type ? type.getFields()[field.name.value]?.type : undefined;
    const named = told && getNamedType(told);
    // What asks about the graph itself has fields that no type names; there is nothing to leave out.
    return isCompositeType(named) ? { ...field, selectionSet: this.of(field.selectionSet, named, this.kindsOf(named)) } : field;
  }

  private kindsOf(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return this.schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }
}
