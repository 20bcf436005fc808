import { type ConstDirectiveNode, type DocumentNode, Kind, parse } from 'graphql';
import type { RequiredFields } from './demands.ts';

/** Reads from a supergraph what fields require of others to be worked out: whoever asks for the one is told something of the other. */
export function requiredFields(supergraphSdl: string): RequiredFields {
  const found = new Map<string, DocumentNode[]>();
  for (const type of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const sets = (field.directives ?? []).flatMap(requiresOf);
      const documents = sets.map((set) => parse(`fragment Required on ${type.name.value} { ${set} }`, { noLocation: true }));
      if (documents.length > 0) found.set(`${type.name.value}.${field.name.value}`, documents);
    }
  }
  return (coordinate) => found.get(coordinate) ?? [];
}

function requiresOf({ name, arguments: given = [] }: ConstDirectiveNode): string[] {
  if (name.value !== 'join__field') return [];
  const value = given.find((argument) => argument.name.value === 'requires')?.value;
  return value?.kind === Kind.STRING ? [value.value] : [];
}
