import { InvalidInput } from '../errors/errors.ts';
import { TokenRefused } from '../identity/signed-token.ts';
import type { Log } from '../log/log.ts';

/** A request that is refused before GraphQL begins is told so in the form of GraphQL. */
export function refusal(code: string, message: string): object {
  return { errors: [{ message, extensions: { code } }] };
}

export interface Refusal {
  readonly status: number;
  readonly body: object;
}

/** The gateway itself has given up on this request. */
export class TooLate extends Error {}

export const onlyForTheGateway: Refusal = { status: 401, body: refusal('UNAUTHENTICATED', 'This address is only for the gateway.') };
export const notWellFormed: Refusal = { status: 400, body: refusal('BAD_USER_INPUT', 'The HTTP request is not well formed.') };
const tooLate: Refusal = { status: 503, body: refusal('DEADLINE_EXCEEDED', 'The deadline of this request has passed.') };
const tooLarge: Refusal = { status: 413, body: refusal('BAD_USER_INPUT', 'The request is too large.') };
const notJson: Refusal = { status: 400, body: refusal('BAD_USER_INPUT', 'The request is not JSON.') };
const ourFault: Refusal = { status: 500, body: refusal('INTERNAL', 'Something went wrong on our side.') };

/** How whatever was thrown before or around GraphQL is told. What is a bug of ours is logged. */
export function refusalFor(error: unknown, log: Log): Refusal {
  if (error instanceof TokenRefused) {
    log.warn({ reason: error.message }, 'a request without a valid identity was refused');
    return onlyForTheGateway;
  }
  if (error instanceof TooLate) return tooLate;
  if (error instanceof InvalidInput) return { status: 400, body: refusal('BAD_USER_INPUT', error.message) };
  const { statusCode: status, code } = error as { statusCode?: number; code?: string };
  if (status === 413) return tooLarge;
  if (error instanceof SyntaxError || code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || (status !== undefined && status < 500))
    return notJson;
  log.error({ err: error }, 'a request failed');
  return ourFault;
}
