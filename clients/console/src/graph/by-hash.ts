import { type AnyVariables, makeOperation, mapExchange, type Operation } from 'urql';
import { documentHashes } from '../generated/document-hashes.ts';

/**
 * Sends of each question its hash alone: the graph knows the text, and takes no other from this page. While the page is being
 * worked on it sends the text, which may not be registered yet.
 */
export const byHash = mapExchange({ onOperation: (operation) => (import.meta.env.DEV ? operation : hashed(operation)) });

function hashed(operation: Operation<unknown, AnyVariables>): Operation<unknown, AnyVariables> {
  const sha256Hash = documentHashes[nameOf(operation)];
  if (sha256Hash === undefined) return operation;
  const extensions = { ...operation.extensions, persistedQuery: { version: 1 as const, sha256Hash } };
  return makeOperation(operation.kind, { ...operation, extensions }, operation.context);
}

function nameOf({ query }: Operation<unknown, AnyVariables>): string {
  const [definition] = query.definitions;
  return definition && 'name' in definition ? (definition.name?.value ?? '') : '';
}
