import type { FetchNode } from '@apollo/query-planner';
import type { KnownError } from '../errors/known-error.ts';
import type { AnswerError } from '../transport/answer.ts';
import { FetchFailed } from '../transport/fetch-failed.ts';
import type { Execution } from './execution.ts';
import { lossOf } from './loss.ts';
import { type Data, own, setOwn } from './own.ts';
import { knownError } from './place-errors.ts';

/** Either data, perhaps with errors about parts of it, or the one error that stands for all of it. */
export type Outcome = { readonly data: Data; readonly errors: readonly AnswerError[] } | { readonly lost: KnownError };

/** Sends one fetch of the plan and says how it went. Whatever goes wrong is logged here, whole, and is a value from here on. */
export async function ask(
  execution: Execution,
  fetch: FetchNode,
  path: readonly (string | number)[],
  representations?: readonly Data[],
  operation = fetch.operation,
): Promise<Outcome> {
  const { transport, identity, observe } = execution;
  const position = path.join('.');
  observe?.({
    subgraph: fetch.serviceName,
    path: position,
    operation,
    representations: representations?.length ?? 0,
    requestId: identity.requestId,
  });
  const body = JSON.stringify({
    query: operation,
    operationName: fetch.operationName,
    variables: variablesOf(execution, fetch, representations),
  });
  try {
    const { data, errors } = await transport.send(fetch.serviceName, { body, isQuery: fetch.operationKind === 'query' }, identity);
    if (errors.length > 0) report(execution, fetch, position, errors);
    const [first] = errors;
    return data === null && first ? { lost: knownError(first) } : { data: data ?? Object.create(null), errors };
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    execution.log[error.reason === 'abandoned' ? 'debug' : 'warn'](
      { reference: identity.requestId, subgraph: fetch.serviceName, path: position, err: error },
      'a fetch failed',
    );
    return { lost: lossOf(error) };
  }
}

function variablesOf(execution: Execution, fetch: FetchNode, representations: readonly Data[] | undefined): Data {
  const variables: Data = Object.create(null);
  for (const name of fetch.variableUsages ?? []) {
    const value = own(execution.variables, name);
    if (value !== undefined) setOwn(variables, name, value);
  }
  if (representations) variables['representations'] = representations;
  return variables;
}

function report(execution: Execution, fetch: FetchNode, position: string, errors: readonly AnswerError[]): void {
  const { identity, log } = execution;
  const unexpected = errors.some((error) => error.code === 'INTERNAL' || error.code === undefined);
  const story = {
    reference: identity.requestId,
    subgraph: fetch.serviceName,
    path: position,
    errors: errors.slice(0, 20),
    count: errors.length,
  };
  if (unexpected) log.warn(story, 'a subgraph answered with errors');
  else log.debug(story, 'a subgraph refused a part');
}
