import type { ExecutionResult, GraphQLFormattedError } from 'graphql';

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** What is answered, and what an error of it wants of the HTTP answer, if one does. */
export interface Told {
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  readonly data: ExecutionResult['data'];
  readonly status: number | undefined;
  readonly headers: ReadonlyMap<string, string>;
}

/** The result of an execution as Apollo Server would tell it. */
export function told({ errors, data }: ExecutionResult, formatError: FormatError): Told {
  const headers = new Map<string, string>();
  let status: number | undefined;
  const formatted = errors?.map((error) => {
    const { http, ...extensions } = error.extensions;
    if (isHead(http)) {
      status = http.status ?? status;
      for (const [name, value] of http.headers ?? []) headers.set(name, value);
    }
    return formatError({ ...error.toJSON(), extensions: { ...extensions, code: extensions['code'] ?? 'INTERNAL_SERVER_ERROR' } }, error);
  });
  return { errors: formatted, data, status, headers };
}

interface Head {
  readonly status?: number;
  readonly headers?: ReadonlyMap<string, string>;
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  const { status = 0, headers = new Map() } = value as { status?: unknown; headers?: unknown };
  return typeof status === 'number' && headers instanceof Map;
}
