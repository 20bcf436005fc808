import type { FieldNode, GraphQLField, GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { Field } from './objects.ts';
import type { Path, Run } from './run.ts';
import type { Selection } from './selection.ts';

/** One field as an operation asks for it. */
export interface Place {
  readonly selection: Selection;
  /** The object type it is a field of. */
  readonly type: GraphQLObjectType;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Its name in the answer. */
  readonly key: string;
  readonly node: FieldNode;
  /** All places of the document that ask for it under this name, `node` the first of them. */
  readonly nodes: readonly FieldNode[];
  /** What is asked of an object of this type that stands here. */
  readonly below: (type: GraphQLObjectType) => readonly Field[];
}

/** What a resolver is told about where it stands. */
export function resolveInfo({ selection, type, definition, nodes }: Place, run: Run, path: Path): GraphQLResolveInfo {
  return {
    fieldName: definition.name,
    fieldNodes: nodes,
    returnType: definition.type,
    parentType: type,
    path,
    schema: selection.schema,
    fragments: selection.fragments,
    rootValue: undefined,
    operation: selection.operation,
    variableValues: run.variables as Record<string, unknown>,
  };
}
