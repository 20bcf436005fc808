import { type ConstDirectiveNode, Kind, parse, visit } from 'graphql';
import type { Principal } from './principals.ts';

/** One of these groups of scopes has to be held as a whole; no groups: being signed in is enough. */
export type Need = readonly (readonly string[])[];

/** Whom a schema's directives say its types and fields are for, by coordinate. Read here on its own, to judge those who read it too. */
export type Declared = ReadonlyMap<string, readonly Need[]>;

export function declaredIn(sdl: string): Declared {
  const found = new Map<string, Need[]>();
  const read = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives) {
      const isOfRights = ['authenticated', 'requiresScopes'].includes(directive.name.value);
      if (isOfRights) found.set(coordinate, [...(found.get(coordinate) ?? []), groupsOf(directive)]);
      if (directive.name.value === 'join__field') required(coordinate, directive);
    }
  };
  // Whoever is told what was worked out from a field is told something of that field.
  const required = (coordinate: string, directive: ConstDirectiveNode) => {
    const set = directive.arguments?.find(({ name }) => name.value === 'requires')?.value;
    if (set?.kind !== Kind.STRING) return;
    const [type = ''] = coordinate.split('.');
    sources.set(coordinate, [...(sources.get(coordinate) ?? []), ...fieldsIn(set.value).map((name) => `${type}.${name}`)]);
  };
  const sources = new Map<string, string[]>();
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    read(definition.name.value, definition.directives);
    for (const field of definition.fields ?? []) read(`${definition.name.value}.${field.name.value}`, field.directives);
  }
  const own = new Map(found);
  for (const [coordinate, places] of sources)
    found.set(coordinate, [...(own.get(coordinate) ?? []), ...places.flatMap((place) => own.get(place) ?? [])]);
  return found;
}

function fieldsIn(set: string): string[] {
  const [operation] = parse(`{ ${set} }`).definitions;
  const selections = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
}

function groupsOf(directive: ConstDirectiveNode): Need {
  const groups: string[][] = [];
  visit(directive, {
    [Kind.LIST]: ({ values }) => {
      if (values.some(({ kind }) => kind === Kind.STRING))
        groups.push(values.map((value) => (value.kind === Kind.STRING ? value.value : '')));
    },
  });
  return groups;
}

/** Whether a principal's token has what every place of a question asks for. */
export function mayAsk({ caller }: Principal, question: { readonly places: readonly string[] }, declared: Declared): boolean {
  const needs = question.places.flatMap((place) => declared.get(place) ?? []);
  if (caller.subject === 'anonymous') return needs.length === 0;
  return needs.every((groups) => groups.length === 0 || groups.some((group) => group.every((scope) => caller.scopes.includes(scope))));
}
