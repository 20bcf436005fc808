import { DirectiveLocation, type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql';

/**
 * A valid document without those directives of fragments that have no place once the fragments are written out, as the planner does where
 * they are used: what stood at a fragment would stand where a subgraph does not allow it, or twice, and it would refuse all that is asked.
 */
export function withoutFragmentDirectives(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const isKept = (name: string) => schema.getDirective(name)?.locations.includes(DirectiveLocation.INLINE_FRAGMENT);
  return visit(document, {
    [Kind.FRAGMENT_DEFINITION]: (node) => (node.directives?.length ? { ...node, directives: [] } : undefined),
    [Kind.FRAGMENT_SPREAD]: (node) => {
      const { directives = [] } = node;
      const kept = directives.filter(({ name }) => isKept(name.value));
      return kept.length < directives.length ? { ...node, directives: kept } : undefined;
    },
  });
}
