import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { Data } from '../own.ts';

/** Merged data, and what was asked for. */
export interface Completion {
  /** What the caller sees. */
  readonly schema: GraphQLSchema;
  /** All that subgraphs may answer: what is there and not in `schema` is hidden from this caller, what is in neither is a bug. */
  readonly whole: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Variables of the operation by their types, defaults included. */
  readonly coerced: Readonly<Record<string, unknown>>;
  /** What the subgraphs answered, by response key, errors where something was lost. */
  readonly data: Data;
  /** Objects of the data that stand at several positions. */
  readonly repeated?: ReadonlySet<Data>;
}

/** Data in the shape that was asked for. */
export interface Shaped {
  /** JSON text: of an object, or `null` when an error reached the root. */
  readonly data: string;
  readonly errors: readonly GraphQLError[];
  /** Objects that the data holds, without the root and without what the schema says of itself. */
  readonly objects: number;
}
