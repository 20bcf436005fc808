import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type Data, own, readerOf } from '../own.ts';
import type { Field, Selected } from './selected.ts';
import type { Shaping } from './shaping.ts';
import { type Writer, writerOf } from './writers.ts';

/** The fields of an object type, in the order in which they were asked for. */
export function fieldsOf(selected: Selected, type: GraphQLObjectType, nodes: ReadonlyMap<string, readonly FieldNode[]>): Field[] {
  const fields = type.getFields();
  return [...nodes].flatMap(([key, same]) => {
    const name = same[0]?.name.value ?? '';
    const typename = `${JSON.stringify(key)}:${JSON.stringify(type.name)}`;
    if (name === '__typename') return [() => typename];
    const definition = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return definition ? [fieldOf(selected, type, definition, key, same)] : [];
  });
}

function fieldOf(
  selected: Selected,
  type: GraphQLObjectType,
  definition: GraphQLField<unknown, unknown>,
  key: string,
  nodes: readonly FieldNode[],
): Field {
  const write = writerOf(selected, definition.type, { coordinate: `${type.name}.${definition.name}`, nodes });
  const [first] = nodes;
  if (!first || !mayBeMissing(selected.operation, first)) return field(key, write, readerOf(key));
  return field(key, write, (source, shaping) => misread(definition, first, shaping) ?? own(source, key));
}

function field(key: string, write: Writer, read: (source: Data, shaping: Shaping) => unknown): Field {
  const name = `${JSON.stringify(key)}:`;
  return (source, shaping) => {
    shaping.path.push(key);
    const text = name + write(read(source, shaping), shaping);
    shaping.path.pop();
    return text;
  };
}

/** Whether an argument may turn out to be null where the schema wants a value: only by a variable that has a default, and is sent as null. */
function mayBeMissing({ variableDefinitions = [] }: OperationDefinitionNode, node: FieldNode): boolean {
  const open = new Set(
    variableDefinitions.flatMap(({ variable, type, defaultValue }) =>
      type.kind !== Kind.NON_NULL_TYPE && defaultValue ? [variable.name.value] : [],
    ),
  );
  const used: string[] = [];
  for (const argument of node.arguments ?? []) visit(argument, { Variable: ({ name }) => void used.push(name.value) });
  return used.some((name) => open.has(name));
}

function misread(definition: GraphQLField<unknown, unknown>, node: FieldNode, { coerced }: Shaping): Error | undefined {
  try {
    getArgumentValues(definition, node, coerced);
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT' } });
  }
}
