import { type ConstDirectiveNode, type DefinitionNode, Kind, parse, print } from 'graphql';
import { withoutSecurity } from '../rights/security-links.ts';

/** The copy of a supergraph that the planner gets: it says nothing of security, which is ours, and which key to come back by. */
export function plannersCopy(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  return print({ ...document, definitions: document.definitions.map((one) => keysThatFindFirst(withoutSecurity(one))) });
}

/**
 * Keys by which a subgraph finds things, before those by which it only names them. To come back to a subgraph with what one of its
 * fields requires, the planner takes the first key there, whether things are found by it or not.
 */
function keysThatFindFirst(type: DefinitionNode): DefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return type;
  const { directives = [] } = type;
  return { ...type, directives: [...directives.filter((one) => !onlyNames(one)), ...directives.filter(onlyNames)] };
}

function onlyNames({ name, arguments: given = [] }: ConstDirectiveNode): boolean {
  const resolvable = given.find((argument) => argument.name.value === 'resolvable')?.value;
  return name.value === 'join__type' && resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}
