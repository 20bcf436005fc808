import { randomBytes } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Log } from '../log/log.ts';
import { faultKind } from '../postgres/faults.ts';
import { BadRepresentation, Conflict, InvalidInput, NotAllowed, NotFound, NotSignedIn, Overloaded } from './errors.ts';

/** Codes a subgraph answers with. Clients see them through the gateway, except BAD_REPRESENTATION, which is between services. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'BAD_REPRESENTATION'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'OVERLOADED'
  | 'INTERNAL';

const longestMessage = 500;

/** Errors of the GraphQL library itself that tell about the request, never about us. */
const requestErrors = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Makes the formatter that turns every error into what a client may see: an allow-listed code, a sentence, and a
 * reference that finds the whole story in the log. What is not one of ours is a bug: logged whole, masked outside.
 */
export function errorFormatter(log: Log): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = originOf(error);
    const code = codeOf(cause) ?? (requestErrors.has(String(formatted.extensions?.['code'])) ? 'BAD_USER_INPUT' : 'INTERNAL');
    const reference = randomBytes(6).toString('hex');
    if (code === 'INTERNAL') log.error({ reference, err: cause, path: formatted.path }, 'a request failed');
    else if (code === 'BAD_REPRESENTATION')
      log.warn({ reference, reason: (cause as Error).message, path: formatted.path }, 'services disagree');
    else log.debug({ reference, code, path: formatted.path }, 'a request was refused');
    return {
      message: messageFor(code, formatted.message),
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
      extensions: { code, reference },
    };
  };
}

function messageFor(code: ErrorCode, message: string): string {
  if (code === 'INTERNAL') return 'Something went wrong on our side. Quote the reference when you ask about it.';
  if (code === 'OVERLOADED') return 'Too much is going on right now. Try again in a moment.';
  // The libraries quote what they were sent, however long it is, and propose names that the caller may not know.
  return shortened(message.replace(/ Did you mean .*$/s, ''));
}

function shortened(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}

function originOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

function codeOf(error: unknown): ErrorCode | undefined {
  if (error instanceof InvalidInput) return 'BAD_USER_INPUT';
  if (error instanceof BadRepresentation) return 'BAD_REPRESENTATION';
  if (error instanceof NotSignedIn) return 'UNAUTHENTICATED';
  if (error instanceof NotAllowed) return 'FORBIDDEN';
  if (error instanceof NotFound) return 'NOT_FOUND';
  if (error instanceof Conflict) return 'CONFLICT';
  if (error instanceof Overloaded) return 'OVERLOADED';
  return faultKind(error) === 'busy' ? 'OVERLOADED' : undefined;
}
