import { type ConstDirectiveNode, type DefinitionNode, type DocumentNode, type FieldDefinitionNode, Kind, type NameNode } from 'graphql';

/**
 * What callers of each contract may see, by type: `{ 'public partner': { Query: ['branch(code)'], BranchKind: ['HUB'], LocalDate: [] } }`.
 * A key names the contracts that see the same, so that nothing has to be listed twice. Fields name the arguments that come with
 * them; enums list their values; scalars and unions have no members. Whatever is not listed is for none of them, so that what
 * is added later stays inside until somebody opens it.
 */
export type Contracts = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Taggable = { readonly name: NameNode; readonly directives?: readonly ConstDirectiveNode[] };

/**
 * Puts `@tag(name: …)` on everything that the contracts list. Types with members are never tagged as a whole:
 * composers take such a tag for all members, those to come included.
 *
 * @throws Error that names what is listed and does not exist, such as a field that was renamed.
 */
export function tagContracts(document: DocumentNode, contracts: Contracts): DocumentNode {
  const wanted = new Map<string, Set<string>>();
  for (const [names, types] of Object.entries(contracts)) {
    for (const coordinate of coordinatesOf(types))
      wanted.set(coordinate, new Set([...(wanted.get(coordinate) ?? []), ...names.split(' ')]));
  }
  const tag = <Node extends Taggable>(coordinate: string, node: Node): Node => {
    const names = [...(wanted.get(coordinate) ?? [])].sort();
    wanted.delete(coordinate);
    return names.length === 0 ? node : { ...node, directives: [...(node.directives ?? []), ...names.map(tagNamed)] };
  };
  const tagged = { ...document, definitions: document.definitions.map((definition) => tagDefinition(definition, tag)) };
  if (wanted.size > 0) throw new Error(`A contract lists what is not in the schema: ${[...wanted.keys()].join(', ')}`);
  return tagged;
}

function coordinatesOf(types: Contracts[string]): string[] {
  return Object.entries(types).flatMap(([type, members]) => {
    if (members.length === 0) return [type];
    return members.flatMap((member) => {
      const [, name = '', args = ''] = /^(\w+)(?:\((.+)\))?$/.exec(member) ?? [];
      if (name === '') throw new Error(`Write "${member}" of ${type} as name or name(argument, argument)`);
      const field = `${type}.${name}`;
      return [field, ...(args === '' ? [] : args.split(/[ ,]+/).map((argument) => `${field}(${argument}:)`))];
    });
  });
}

function tagDefinition(definition: DefinitionNode, tag: <Node extends Taggable>(coordinate: string, node: Node) => Node): DefinitionNode {
  if (!('name' in definition) || !definition.name) return definition;
  const type = definition.name.value;
  const member = <Node extends Taggable>(node: Node): Node => tag(`${type}.${node.name.value}`, node);
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const field = (node: FieldDefinitionNode): FieldDefinitionNode => ({
        ...member(node),
        arguments: node.arguments?.map((argument) => tag(`${type}.${node.name.value}(${argument.name.value}:)`, argument)),
      });
      return { ...definition, fields: definition.fields?.map(field) };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return { ...definition, fields: definition.fields?.map(member) };
    case Kind.ENUM_TYPE_DEFINITION:
      return { ...definition, values: definition.values?.map(member) };
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      return tag(type, definition);
    default:
      return definition;
  }
}

function tagNamed(name: string): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'tag' },
    arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'name' }, value: { kind: Kind.STRING, value: name } }],
  };
}
