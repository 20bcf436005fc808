import { GraphQLError, type GraphQLSchema, isScalarType, isSpecifiedScalarType, Kind, valueFromASTUntyped } from 'graphql';

/**
 * Makes scalars of our own refuse a bare word: `country: MA` would else be taken for `country: "MA"` here and for a
 * mistake by the subgraph, whose scalars read texts.
 */
export function refuseBareWords(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type)) continue;
    type.parseLiteral = (node, variables) => {
      if (node.kind !== Kind.ENUM) return type.parseValue(valueFromASTUntyped(node, variables));
      throw new GraphQLError(`${type.name} is written in quotes: "${node.value}".`, { nodes: node });
    };
  }
  return schema;
}
