import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';

/**
 * What a token must carry to ask for a field: nothing (`anyone`), anything (`signed in`), or scopes. Scopes are groups, of which one
 * has to be there as a whole.
 */
export type Right = 'anyone' | 'signed in' | readonly (readonly string[])[];

/**
 * The rights to all fields of a schema, by type: `{ Query: { branches: 'anyone', company: scopes('members:read') }, Money: 'anyone' }`.
 * A type that is only ever reached through others may have one right for all its fields; a root or an entity lists each field,
 * so that whoever adds one has to say whom it is for. Rights that depend on what is found are the service's own.
 */
export type Rights = Readonly<Record<string, Right | Readonly<Record<string, Right>>>>;

/** All of these scopes together. */
export function scopes(...all: readonly string[]): Right {
  return [all];
}

/** The same right for several fields. */
export function fieldsFor(right: Right, ...fields: readonly string[]): Readonly<Record<string, Right>> {
  return Object.fromEntries(fields.map((field) => [field, right]));
}

type Members = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const roots = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Puts `@authenticated` and `@requiresScopes` where rights say so.
 *
 * @throws Error that names fields without a right, and rights without a field.
 */
export function declareRights(document: DocumentNode, rights: Rights): DocumentNode {
  const problems: string[] = [];
  const unused = new Set(Object.keys(rights));
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return definition;
    unused.delete(definition.name.value);
    return withRights(definition, rights[definition.name.value], problems);
  });
  problems.push(...[...unused].map((type) => `${type} has rights and does not exist`));
  if (problems.length > 0) throw new Error(`Rights and schema do not fit: ${problems.join('; ')}.`);
  return { ...document, definitions };
}

function withRights(type: Members, right: Rights[string] | undefined, problems: string[]): Members {
  const name = type.name.value;
  const own = (type.fields ?? []).filter((field) => !has(field, 'external'));
  if (right === undefined) {
    if (own.length > 0) problems.push(`${name} has no rights: say in rights.ts whom its fields are for`);
    return type;
  }
  if (isRight(right)) {
    if (roots.has(name) || has(type, 'key')) problems.push(`${name} is a root or an entity and needs a right for each field`);
    return { ...type, directives: [...(type.directives ?? []), ...directivesFor(right)] };
  }
  const unused = new Set(Object.keys(right));
  const fields = type.fields?.map((field) => {
    const wanted = right[field.name.value];
    unused.delete(field.name.value);
    if (wanted === undefined && !has(field, 'external'))
      problems.push(`${name}.${field.name.value} has no right: say in rights.ts whom it is for`);
    if (wanted === undefined) return field;
    // What it requires may be for those who are signed in, and composers do not see that scopes say so too.
    const required = has(field, 'requires') && Array.isArray(wanted) ? directivesFor('signed in') : [];
    return { ...field, directives: [...(field.directives ?? []), ...required, ...directivesFor(wanted)] };
  });
  problems.push(...[...unused].map((field) => `${name}.${field} has a right and does not exist`));
  return { ...type, fields };
}

function isRight(right: Rights[string]): right is Right {
  return typeof right === 'string' || Array.isArray(right);
}

function has(node: Members | FieldDefinitionNode, directive: string): boolean {
  return node.directives?.some(({ name }) => name.value === directive) ?? false;
}

function directivesFor(right: Right): ConstDirectiveNode[] {
  if (right === 'anyone') return [];
  if (right === 'signed in') return [directive('authenticated')];
  const groups = list(right.map((group) => list(group.map((value) => ({ kind: Kind.STRING, value })))));
  return [directive('requiresScopes', { scopes: groups })];
}

function directive(name: string, values: Readonly<Record<string, ConstValueNode>> = {}): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(values).map(([argument, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: argument },
      value,
    })),
  };
}

function list(values: readonly ConstValueNode[]): ConstValueNode {
  return { kind: Kind.LIST, values };
}
