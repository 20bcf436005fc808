import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';

/** One operation of a valid document, as one request asks for it. */
export interface AskedOperation {
  /** What the caller sees: the schema that the document was validated against. Shape and words of the answer are its own. */
  readonly view: GraphQLSchema;
  readonly document: DocumentNode;
  /** Of the document's text. */
  readonly hash: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What became of it. */
export interface OperationResult {
  readonly errors: readonly GraphQLError[];
  /** JSON text of the data; not there when the operation was refused as a whole. */
  readonly data?: string;
}
