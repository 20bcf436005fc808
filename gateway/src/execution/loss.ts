import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import type { FetchFailed } from '../transport/fetch-failed.ts';

/** What a failed fetch is for the client: the error that stands for everything it was to bring. */
export function lossOf(error: FetchFailed): KnownError {
  return error.reason === 'deadline'
    ? new KnownError('DEADLINE_EXCEEDED', sentences.deadline, [], { cause: error })
    : new KnownError('SUBGRAPH_UNAVAILABLE', sentences.partUnavailable, [], { cause: error });
}
