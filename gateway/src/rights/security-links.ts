import { type ConstDirectiveNode, type DefinitionNode, Kind, parse } from 'graphql';

const enforced = new Set(['https://specs.apollo.dev/authenticated/v0.1', 'https://specs.apollo.dev/requiresScopes/v0.1']);
/** Hides elements from clients; the planner's library sees to that itself. */
const seenTo = new Set(['https://specs.apollo.dev/inaccessible/v0.1', 'https://specs.apollo.dev/inaccessible/v0.2']);

/** Why the security of a supergraph is not ours to promise, or `undefined`. */
export function unknownSecurity(supergraphSdl: string): string | undefined {
  for (const link of parse(supergraphSdl, { noLocation: true }).definitions.flatMap(linksOf)) {
    const url = argument(link, 'url') ?? '';
    const isOfSecurity = argument(link, 'for') === 'SECURITY' || /\/(authenticated|requiresScopes|policy)\//.test(url);
    if (!isOfSecurity || seenTo.has(url)) continue;
    if (!enforced.has(url)) return `it asks for security that this gateway does not enforce: ${url}`;
    if (argument(link, 'as') !== undefined || has(link, 'import')) return `it gives other names to the directives of ${url}`;
  }
  return undefined;
}

/**
 * What the planner may know of a definition: its library refuses what says `for: SECURITY`, since it enforces nothing.
 * Only that argument of the two links that we do enforce goes away; the directives themselves stay.
 */
export function withoutSecurity(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.SCHEMA_DEFINITION) return definition;
  const directives = definition.directives?.map((directive) => {
    if (!enforced.has(argument(directive, 'url') ?? '')) return directive;
    return { ...directive, arguments: directive.arguments?.filter(({ name }) => name.value !== 'for') };
  });
  return { ...definition, directives };
}

function linksOf(definition: DefinitionNode): readonly ConstDirectiveNode[] {
  if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) return [];
  return definition.directives?.filter(({ name }) => name.value === 'link') ?? [];
}

function has(directive: ConstDirectiveNode, name: string): boolean {
  return directive.arguments?.some((candidate) => candidate.name.value === name) ?? false;
}

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
