import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type Data, setOwn } from '../own.ts';
import type { Shaping } from './shaping.ts';

/** What is selected where: an operation with the values of its switches. */
export interface Selected {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly operation: OperationDefinitionNode;
  /** The fields of an object type, in the order in which they were asked for. */
  fields(type: GraphQLObjectType, nodes: ReadonlyMap<string, readonly FieldNode[]>): readonly Field[];
}

/** One field of an object, by its key in data and answer alike. */
export interface Field {
  readonly key: string;
  readonly write: (source: Data, shaping: Shaping) => unknown;
}

/** An object of the answer, its fields read from an object of the data. */
export function writeObject(fields: readonly Field[], source: Data, shaping: Shaping): Data {
  const answer: Data = {};
  const { path } = shaping;
  for (const { key, write } of fields) {
    path.push(key);
    setOwn(answer, key, write(source, shaping));
    path.pop();
  }
  return answer;
}
