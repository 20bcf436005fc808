import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Asks for the type of everything that may be of several types, where a part knows a thing only as a thing of some kind
 * (`@interfaceObject`). Such a part cannot tell the type, and the planner asks another only when the client asked for it. But without
 * its type nothing can be said of a thing: not which fields it has, nor whether the caller's contract shows it at all.
 */
export class ToldTypes {
  private readonly hasUntold: boolean;

  constructor(supergraphSdl: string) {
    this.hasUntold = /\bisInterfaceObject: true\b/.test(supergraphSdl);
  }

  /** The document that also asks for these types; the same one in a graph where every part tells them. */
  asked(document: DocumentNode, api: GraphQLSchema): DocumentNode {
    if (!this.hasUntold) return document;
    const types = new TypeInfo(api);
    return visit(
      document,
      visitWithTypeInfo(types, {
        [Kind.FIELD]: (node) => {
          const type = types.getType();
          if (!node.selectionSet || !type || !isAbstractType(getNamedType(type))) return undefined;
          return { ...node, selectionSet: { ...node.selectionSet, selections: [...node.selectionSet.selections, typename] } };
        },
      }),
    );
  }
}
