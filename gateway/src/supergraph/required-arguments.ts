import { type ConstDirectiveNode, Kind, parse, print, type SelectionSetNode } from 'graphql';

/**
 * Names a field that parts require with different arguments, or `undefined` when there is none. The planner writes both under the
 * field's one name: one of the two would be worked out from the value of the other, and nothing in the answer would say so.
 */
export function requiredTwoWays(supergraphSdl: string): string | undefined {
  const waysOf = new Map<string, string>();
  for (const type of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const directive of (type.fields ?? []).flatMap((field) => field.directives ?? [])) {
      for (const [place, way] of requiredBy(directive, type.name.value)) {
        const known = waysOf.get(place) ?? way;
        if (known !== way) return place;
        waysOf.set(place, way);
      }
    }
  }
  return undefined;
}

function requiredBy(directive: ConstDirectiveNode, type: string): [place: string, way: string][] {
  const fieldSet = directive.arguments?.find(({ name }) => name.value === 'requires')?.value;
  if (directive.name.value !== 'join__field' || fieldSet?.kind !== Kind.STRING) return [];
  const [set] = parse(`{ ${fieldSet.value} }`, { noLocation: true }).definitions;
  return set?.kind === Kind.OPERATION_DEFINITION ? placesIn(set.selectionSet, type) : [];
}

function placesIn(selections: SelectionSetNode, at: string): [place: string, way: string][] {
  return selections.selections.flatMap((selection): [string, string][] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) return placesIn(selection.selectionSet, at);
    const place = `${at}.${selection.name.value}`;
    const way = (selection.arguments ?? []).map(print).sort().join(', ');
    return [[place, way], ...(selection.selectionSet ? placesIn(selection.selectionSet, place) : [])];
  });
}
