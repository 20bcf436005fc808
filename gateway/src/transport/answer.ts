import { FetchFailed } from './fetch-failed.ts';

export interface AnswerError {
  readonly message: string;
  readonly path: readonly (string | number)[] | undefined;
  readonly code: unknown;
}

/** What a subgraph answered, once its shape is known to be an answer at all. */
export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly AnswerError[];
}

/**
 * Reads a subgraph's body as a GraphQL answer.
 *
 * @throws FetchFailed when it is none: `{}`, a list, data of the wrong kind, or nothing that explains why there is no data.
 */
export function readAnswer(text: string): Answer {
  const body = parse(text);
  if (!isRecord(body)) throw new FetchFailed('unavailable', 'the answer is no object');
  const data = body['data'] ?? null;
  if (data !== null && !isRecord(data)) throw new FetchFailed('unavailable', 'data is no object');
  const errors = readErrors(body['errors']);
  if (data === null && errors.length === 0) throw new FetchFailed('unavailable', 'the answer holds neither data nor errors');
  return { data, errors };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FetchFailed('unavailable', 'the answer is not JSON', { cause: error });
  }
}

function readErrors(errors: unknown): AnswerError[] {
  if (errors === undefined || errors === null) return [];
  if (!Array.isArray(errors)) throw new FetchFailed('unavailable', 'errors is no list');
  return errors.map((error: unknown) => {
    if (!isRecord(error)) throw new FetchFailed('unavailable', 'an error is no object');
    const { message, path, extensions } = error;
    return {
      message: typeof message === 'string' ? message : '',
      path: isPath(path) ? path : undefined,
      code: isRecord(extensions) ? extensions['code'] : undefined,
    };
  });
}

function isPath(path: unknown): path is (string | number)[] {
  return Array.isArray(path) && path.every((part) => typeof part === 'string' || Number.isInteger(part));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Error);
}
