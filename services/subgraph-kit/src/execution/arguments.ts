import { type FieldNode, type GraphQLField, getArgumentValues, visit } from 'graphql';

type Values = Readonly<Record<string, unknown>>;

const nothing: Values = Object.freeze({});

/** How a field's arguments are read: once where they are the same in each request, otherwise from its variables. */
export function argumentsOf(definition: GraphQLField<unknown, unknown>, node: FieldNode): (variables: Values) => Values {
  if (definition.args.length === 0) return () => ({});
  const fixed = hasVariables(node) ? undefined : fixedValues(definition, node);
  // Whoever is given them may change them, and what they hold.
  return fixed ? () => ({ ...fixed }) : (variables) => getArgumentValues(definition, node, variables);
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  const Variable = () => {
    found = true;
  };
  for (const argument of given) visit(argument, { Variable });
  return found;
}

function fixedValues(definition: GraphQLField<unknown, unknown>, node: FieldNode): Values | undefined {
  try {
    const values = getArgumentValues(definition, node, nothing);
    return Object.values(values).some((value) => typeof value === 'object' && value !== null) ? undefined : values;
  } catch {
    return undefined;
  }
}
