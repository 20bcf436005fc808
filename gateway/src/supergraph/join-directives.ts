import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** The names of subgraphs by the enum values that a supergraph calls them. */
export function subgraphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  visit(supergraph, {
    [Kind.ENUM_VALUE_DEFINITION]: ({ name, directives = [] }) => {
      const graph = directives.find((directive) => directive.name.value === 'join__graph');
      const subgraph = graph && textOf(graph, 'name');
      if (subgraph !== undefined) names.set(name.value, subgraph);
    },
  });
  return names;
}

/** An argument of a directive that is a text, or a value of an enum. */
export function textOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
