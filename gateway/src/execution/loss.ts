import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { FetchFailed } from '../transport/fetch-failed.ts';

/** What a failed fetch is for the client: the error that stands for everything it was to bring. */
export function lossOf(error: FetchFailed): KnownError {
  const story = { cause: error };
  switch (error.reason) {
    case 'deadline':
      return new KnownError('DEADLINE_EXCEEDED', sentences.deadline, [], story);
    case 'too large':
      return new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partTooLarge, [], story);
    default:
      return new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partUnavailable, [], story);
  }
}
