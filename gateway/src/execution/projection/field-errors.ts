import { type FieldNode, GraphQLError } from 'graphql';
import { KnownError, type Sentence } from '../../errors/known-error.ts';
import { sentences } from '../../errors/sentences.ts';

export type ResponsePath = readonly (string | number)[];

/** What is there and not in the caller's contract reads like what is not there. */
export function hidden(): KnownError {
  return new KnownError('NOT_FOUND', sentences.notFound);
}

/** What a subgraph sent is not what the schema promises. The story is told to the log, and to nobody else. */
export function brokenPromise(story: string, path: ResponsePath, sentence: Sentence = sentences.internal): KnownError {
  return new KnownError('INTERNAL', sentence, [], { cause: new Error(`${story}: ${path.join('.')}`) });
}

/** The error as the answer tells it: at this place, or below it where a subgraph lost more than it says. */
export function locatedAt(error: Error, path: ResponsePath, nodes: readonly FieldNode[]): GraphQLError {
  const below = error instanceof KnownError ? error.below : [];
  // A mistake in an argument is shown at the argument.
  const shown = error instanceof GraphQLError ? (error.nodes ?? nodes) : nodes;
  return new GraphQLError(error.message, { nodes: shown, path: [...path, ...below], originalError: error });
}
