import { type DirectiveNode, type FieldDefinitionNode, type InputValueDefinitionNode, Kind, parse, type TypeNode, visit } from 'graphql';
import type { SubgraphSdl } from '../subgraph-files.ts';

type Described = { readonly description?: { readonly value: string } };

/**
 * What the composers do not ask of a schema and we do: descriptions everywhere, lists that are paged from both ends,
 * nullable fields wherever another subgraph's failure could reach, no arguments inside `@requires`.
 *
 * @param owners the owning subgraph of each entity that several speak about
 */
export function conventionProblems(subgraphs: readonly SubgraphSdl[], owners: Readonly<Record<string, string>>): string[] {
  return [...unowned(subgraphs, owners), ...subgraphs.flatMap((subgraph) => problemsOf(subgraph, owners))];
}

function problemsOf({ name, sdl }: SubgraphSdl, owners: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  const ask = (where: string, node: Described) => {
    if (!node.description?.value.trim()) problems.push(`${name}: ${where} has no description`);
  };
  const members = (type: { name: { value: string } } & Described, parts: readonly ({ name: { value: string } } & Described)[] = []) => {
    ask(type.name.value, type);
    for (const part of parts) ask(`${type.name.value}.${part.name.value}`, part);
  };
  const fields = (type: string, own: readonly FieldDefinitionNode[] = []) => {
    for (const field of own) {
      const where = `${type}.${field.name.value}`;
      for (const argument of field.arguments ?? []) ask(`${where}(${argument.name.value})`, argument);
      problems.push(...fieldProblems(type, field, name, owners).map((problem) => `${name}: ${where} ${problem}`));
    }
  };
  visit(parse(sdl, { noLocation: true }), {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => {
      // The three roots explain themselves.
      members(isRoot(type.name.value) ? { name: type.name, description: { value: 'root' } } : type, type.fields);
      fields(type.name.value, type.fields);
    },
    [Kind.INTERFACE_TYPE_DEFINITION]: (type) => {
      members(type, type.fields);
      fields(type.name.value, type.fields);
    },
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: (type) => members(type, type.fields as readonly InputValueDefinitionNode[]),
    [Kind.ENUM_TYPE_DEFINITION]: (type) => members(type, type.values),
    [Kind.UNION_TYPE_DEFINITION]: (type) => members(type),
    [Kind.SCALAR_TYPE_DEFINITION]: (type) => members(type),
  });
  return problems;
}

function fieldProblems(type: string, field: FieldDefinitionNode, subgraph: string, owners: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  const requires = field.directives?.find((directive) => directive.name.value === 'requires');
  if (requires && fieldSet(requires).includes('(')) problems.push('has an argument inside @requires; require a field without arguments');
  if (namedType(field.type).endsWith('Connection')) {
    for (const page of ['first', 'last']) {
      if (!field.arguments?.some((argument) => argument.name.value === page)) problems.push(`is a list without the argument ${page}`);
    }
  }
  if (isExternal(field)) return problems;
  if (field.type.kind !== Kind.NON_NULL_TYPE) return problems;
  const owner = owners[type];
  if (owner && !isKey(field)) problems.push(`is part of an entity that others lead to (${owner}'s) and must be nullable`);
  const foreign = owners[namedType(field.type)];
  if (foreign && foreign !== subgraph) problems.push(`leads to a type of ${foreign} and must be nullable`);
  if (type === 'Query') problems.push('would empty the whole answer when its service stops and must be nullable');
  return problems;
}

function unowned(subgraphs: readonly SubgraphSdl[], owners: Readonly<Record<string, string>>): string[] {
  const speakers = new Map<string, number>();
  for (const { sdl } of subgraphs) {
    visit(parse(sdl, { noLocation: true }), {
      [Kind.OBJECT_TYPE_DEFINITION]: (type) => {
        if (type.directives?.some((directive) => directive.name.value === 'key'))
          speakers.set(type.name.value, (speakers.get(type.name.value) ?? 0) + 1);
      },
    });
  }
  const lost = [...speakers].filter(([type, count]) => count > 1 && !owners[type]);
  return lost.map(([type]) => `several subgraphs speak about ${type}: say in schema/checks/owners.ts who owns it`);
}

function fieldSet(directive: DirectiveNode): string {
  const value = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
  return value?.kind === Kind.STRING ? value.value : '';
}

function isExternal(field: FieldDefinitionNode): boolean {
  return field.directives?.some((directive) => directive.name.value === 'external') ?? false;
}

function isKey(field: FieldDefinitionNode): boolean {
  return field.name.value === 'id';
}

function isRoot(type: string): boolean {
  return type === 'Query' || type === 'Mutation' || type === 'Subscription';
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
