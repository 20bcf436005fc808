import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Data } from '../own.ts';
import type { Shaping } from './shaping.ts';

/** What is selected where: an operation with the values of its switches. */
export interface Selected {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Values of the variables that decide what is skipped or included. */
  readonly switches: Readonly<Record<string, unknown>>;
  readonly operation: OperationDefinitionNode;
  /** The fields of an object type, in the order in which they were asked for. */
  fields(type: GraphQLObjectType, nodes: ReadonlyMap<string, readonly FieldNode[]>): readonly Field[];
}

/** Writes one field of an object: its name and its value as JSON text. */
export type Field = (source: Data, shaping: Shaping) => string;

/** An object of the answer as JSON text, its fields read from an object of the data. */
export function writeObject(fields: readonly Field[], source: Data, shaping: Shaping): string {
  shaping.objects += 1;
  let text = '{';
  for (const field of fields) text += text === '{' ? field(source, shaping) : `,${field(source, shaping)}`;
  return `${text}}`;
}
