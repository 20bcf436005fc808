import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

/**
 * Says why operations of a contract could not all be carried out on a graph, or `undefined` when they can: a contract is a part
 * of it, with nothing in it that is not there or is of another type, and nothing left out that has to be said.
 */
export function misfit(contract: GraphQLSchema, graph: GraphQLSchema): string | undefined {
  for (const [operation, of] of [
    ['queries', (schema: GraphQLSchema) => schema.getQueryType()?.name],
    ['mutations', (schema: GraphQLSchema) => schema.getMutationType()?.name],
    ['subscriptions', (schema: GraphQLSchema) => schema.getSubscriptionType()?.name],
  ] as const)
    if (of(contract) !== undefined && of(contract) !== of(graph)) return `its ${operation} begin elsewhere`;
  for (const type of Object.values(contract.getTypeMap())) {
    const reason = isIntrospectionType(type) || isSpecifiedScalarType(type) ? undefined : misfitOfType(type, graph);
    if (reason) return reason;
  }
  return undefined;
}

function misfitOfType(type: GraphQLNamedType, graph: GraphQLSchema): string | undefined {
  const whole = graph.getType(type.name);
  if (!whole) return `${type.name} is not in it`;
  if (whole.constructor !== type.constructor) return `${type.name} is of another kind there`;
  if (isInputObjectType(type) && isInputObjectType(whole))
    return misfitOfInputs(`${type.name}.`, Object.values(type.getFields()), Object.values(whole.getFields()));
  if (isEnumType(type) && isEnumType(whole)) return missing(type.name, namesOf(type.getValues()), namesOf(whole.getValues()));
  if (isUnionType(type) && isUnionType(whole)) return missing(type.name, namesOf(type.getTypes()), namesOf(whole.getTypes()));
  if ((isObjectType(type) || isInterfaceType(type)) && (isObjectType(whole) || isInterfaceType(whole)))
    return (
      missing(type.name, namesOf(type.getInterfaces()), namesOf(whole.getInterfaces())) ??
      first(Object.values(type.getFields()), (field) => misfitOfField(type.name, field, whole.getFields()[field.name]))
    );
  return undefined;
}

function misfitOfField(
  type: string,
  field: GraphQLField<unknown, unknown>,
  whole: GraphQLField<unknown, unknown> | undefined,
): string | undefined {
  const coordinate = `${type}.${field.name}`;
  if (!whole) return `${coordinate} is not in it`;
  if (String(field.type) !== String(whole.type)) return `${coordinate} is ${field.type}, and ${whole.type} there`;
  return misfitOfInputs(`${coordinate} with `, field.args, whole.args);
}

function misfitOfInputs(
  prefix: string,
  parts: readonly (GraphQLArgument | GraphQLInputField)[],
  wholes: readonly (GraphQLArgument | GraphQLInputField)[],
): string | undefined {
  const shown = new Map(parts.map((part) => [part.name, part]));
  const unsaid = wholes.find((whole) => !shown.has(whole.name) && isRequired(whole));
  if (unsaid) return `${prefix}${unsaid.name} has to be said there, and it leaves that out`;
  return first(parts, (part) => {
    const whole = wholes.find(({ name }) => name === part.name);
    if (!whole) return `${prefix}${part.name} is not in it`;
    return String(part.type) === String(whole.type) ? undefined : `${prefix}${part.name} is ${part.type}, and ${whole.type} there`;
  });
}

function isRequired(input: GraphQLArgument | GraphQLInputField): boolean {
  return isRequiredArgument(input as GraphQLArgument) || isRequiredInputField(input as GraphQLInputField);
}

function missing(type: string, parts: readonly string[], wholes: readonly string[]): string | undefined {
  const lost = parts.find((part) => !wholes.includes(part));
  return lost && `${type} has no ${lost} there`;
}

function namesOf(named: readonly { readonly name: string }[]): string[] {
  return named.map(({ name }) => name);
}

function first<Item>(items: readonly Item[], reasonOf: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const reason = reasonOf(item);
    if (reason) return reason;
  }
  return undefined;
}
