import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, type GraphQLLeafType, type GraphQLOutputType, GraphQLString } from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';

/** How a value must be to stand in the answer as it is; `undefined` where only the type itself can tell. */
export type LeafForm = 'text' | 'truth' | 'integer' | 'number' | undefined;

const forms = new Map<GraphQLOutputType, LeafForm>([
  [GraphQLString, 'text'],
  [GraphQLID, 'text'],
  [GraphQLBoolean, 'truth'],
  [GraphQLInt, 'integer'],
  [GraphQLFloat, 'number'],
]);

export function formOf(type: GraphQLOutputType): LeafForm {
  return forms.get(type);
}

export function isWritten(value: unknown, form: LeafForm): boolean {
  if (form === 'text') return typeof value === 'string';
  if (form === 'truth') return typeof value === 'boolean';
  if (form === 'integer') return typeof value === 'number' && (value | 0) === value;
  return form === 'number' && Number.isFinite(value);
}

/** How a value of a leaf type is written. */
export function leafWriter(type: GraphQLLeafType): (value: unknown) => unknown {
  return (value) => {
    const written: unknown = type.serialize(value);
    if (written !== null && written !== undefined) return written;
    throw new Error(
      `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(written)}`,
    );
  };
}
