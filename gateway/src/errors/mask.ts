import type { Log } from '@leader/subgraph-kit/log/log';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Language } from '../identity/language.ts';
import { type ErrorCode, KnownError } from './known-error.ts';
import { sentences } from './sentences.ts';

/** Errors of the GraphQL libraries that speak about the request, never about us. Their sentences may pass. */
const requestErrors = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const longestMessage = 500;

/** Whom an error is told, and where the rest of it goes. */
export interface Listener {
  /** Finds the whole story in the log. */
  readonly reference: string;
  readonly language: Language;
  readonly log: Log;
}

/**
 * Turns any error into what a client may see: a code of the list, a sentence, and a reference that finds the whole
 * story in the log. Everything unknown is masked.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown, { reference, language, log }: Listener): GraphQLFormattedError {
  const origin = originOf(error);
  const known = origin instanceof KnownError ? origin : undefined;
  const code: ErrorCode = known?.code ?? (requestErrors.has(String(formatted.extensions?.['code'])) ? 'BAD_USER_INPUT' : 'INTERNAL');
  if (code === 'INTERNAL') log.error({ reference, err: known?.cause ?? origin, path: formatted.path }, 'a request failed');
  else log.debug({ reference, code, path: formatted.path }, 'a request was refused in part or whole');
  return {
    message: known?.sentence[language] ?? (code === 'INTERNAL' ? sentences.internal[language] : shortened(formatted.message)),
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: { code, reference },
  };
}

/** The libraries quote what they were sent, however long it is. */
function shortened(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}

function originOf(error: unknown): unknown {
  let origin = error;
  while (origin instanceof GraphQLError && origin.originalError) origin = origin.originalError;
  return origin;
}
