import { type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind, type NameNode } from 'graphql';

type Named = { readonly name: NameNode; readonly directives?: readonly ConstDirectiveNode[] };

/** Every element of a schema that can be seen or not; types with members are seen by their members. */
export function coordinatesIn(document: DocumentNode, isWanted: (node: Named) => boolean = () => true): string[] {
  const found: string[] = [];
  const add = (coordinate: string, node: Named) => {
    if (isWanted(node)) found.push(coordinate);
  };
  for (const definition of document.definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        for (const field of definition.fields ?? []) {
          const coordinate = `${definition.name.value}.${field.name.value}`;
          add(coordinate, field);
          for (const argument of (field as FieldDefinitionNode).arguments ?? []) add(`${coordinate}(${argument.name.value}:)`, argument);
        }
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        for (const value of definition.values ?? []) add(`${definition.name.value}.${value.name.value}`, value);
        break;
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.UNION_TYPE_DEFINITION:
        add(definition.name.value, definition);
        break;
      case Kind.DIRECTIVE_DEFINITION:
        add(`@${definition.name.value}`, definition);
        break;
    }
  }
  return found;
}

/** Those of them that carry the tag. */
export function taggedCoordinates(document: DocumentNode, tag: string): string[] {
  return coordinatesIn(document, (node) => carries(node, tag));
}

/** Types with members that carry any tag themselves. */
export function typesTaggedAsWhole(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => {
    const hasMembers = ('fields' in definition && definition.fields) || ('values' in definition && definition.values);
    if (!hasMembers || !('name' in definition) || !definition.name) return [];
    return definition.directives?.some((directive) => directive.name.value === 'tag') ? [definition.name.value] : [];
  });
}

/** Every tag that anything carries, each once. */
export function tagsIn(document: DocumentNode): string[] {
  const tags = new Set<string>();
  coordinatesIn(document, ({ directives = [] }) => {
    for (const directive of directives) for (const tag of tagOf(directive)) tags.add(tag);
    return false;
  });
  return [...tags];
}

function carries({ directives = [] }: Named, tag: string): boolean {
  return directives.some((directive) => tagOf(directive).includes(tag));
}

function tagOf({ name, arguments: [given] = [] }: ConstDirectiveNode): string[] {
  return name.value === 'tag' && given?.value.kind === Kind.STRING ? [given.value.value] : [];
}
