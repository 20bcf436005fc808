import type { KnownError } from '../errors/known-error.ts';
import type { AnswerError } from '../transport/answer.ts';
import { FetchFailed } from '../transport/fetch-failed.ts';
import type { Execution } from './execution.ts';
import { lossOf } from './loss.ts';
import type { Data } from './own.ts';
import { knownError } from './place-errors.ts';
import type { RequestText } from './request-text.ts';

/** Either data, perhaps with errors about parts of it, or the one error that stands for all of it. */
export type Outcome = { readonly data: Data; readonly errors: readonly AnswerError[] } | { readonly lost: KnownError };

/** Whom a fetch of the plan asks, and about what. */
export interface Addressee {
  readonly subgraph: string;
  /** Where in the answer its objects stand, e.g. `companies.edges.@.node`; empty for a root fetch. */
  readonly position: string;
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** Sends one fetch of the plan and says how it went. Whatever goes wrong is logged here, whole, and is a value from here on. */
export async function ask(execution: Execution, addressee: Addressee, request: RequestText, lists: Lists = {}): Promise<Outcome> {
  const { transport, identity, observe } = execution;
  const { subgraph, position } = addressee;
  observe?.({
    subgraph,
    path: position,
    operation: request.operation,
    representations: Object.values(lists).reduce((sum, list) => sum + list.length, 0),
    requestId: identity.requestId,
  });
  const question = { body: request.body(execution.variables, lists), isQuery: request.isQuery };
  try {
    const { data, errors } = await transport.send(subgraph, question, identity);
    if (errors.length > 0) report(execution, addressee, errors);
    const [first] = errors;
    return data === null && first ? { lost: knownError(first) } : { data: data ?? {}, errors };
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    execution.log[error.reason === 'abandoned' ? 'debug' : 'warn'](
      { reference: identity.requestId, subgraph, path: position, err: error },
      'a fetch failed',
    );
    return { lost: lossOf(error) };
  }
}

function report({ identity, log }: Execution, { subgraph, position }: Addressee, errors: readonly AnswerError[]): void {
  const unexpected = errors.some((error) => error.code === 'INTERNAL' || error.code === undefined);
  const story = {
    reference: identity.requestId,
    subgraph,
    path: position,
    errors: errors.slice(0, 20),
    count: errors.length,
  };
  if (unexpected) log.warn(story, 'a subgraph answered with errors');
  else log.debug(story, 'a subgraph refused a part');
}
