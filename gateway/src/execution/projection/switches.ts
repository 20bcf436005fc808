import { type DocumentNode, Kind, visit } from 'graphql';

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
