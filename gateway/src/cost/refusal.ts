import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { KnownError } from '../errors/known-error.ts';

/** Why a request may not have its points, and after how many seconds it may, if ever. */
export interface CostRefusal {
  readonly error: KnownError;
  readonly retryAfter?: number;
}

/** One request that asks for more than any request may. */
export function tooDear(requested: number, most: number): CostRefusal {
  return {
    error: new KnownError('COST_EXCEEDED', {
      fr: `Cette demande coûterait ${requested} points, et une demande peut en coûter ${most}. Demandez des pages plus courtes (first, last), moins de listes l'une dans l'autre, ou divisez-la.`,
      en: `This request would cost ${requested} points, and one request may cost ${most}. Ask for shorter pages (first, last), for fewer lists within one another, or split it.`,
    }),
  };
}

/** A request that comes too soon after others of the same client. */
export function tooSoon(requested: number, left: number, retryAfter: number): CostRefusal {
  return {
    retryAfter,
    error: new KnownError('RATE_LIMITED', {
      fr: `Il vous reste ${left} points et cette demande en coûte ${requested}. Renvoyez-la dans ${retryAfter} s, ou demandez moins.`,
      en: `You have ${left} points left and this request costs ${requested}. Send it again in ${retryAfter} s, or ask for less.`,
    }),
  };
}

/** The same for Apollo Server, with the status and the header of a refusal that time will mend. */
export function asGraphQLError({ error, retryAfter }: CostRefusal): GraphQLError {
  const http = retryAfter === undefined ? undefined : { status: 429, headers: new HeaderMap([['retry-after', String(retryAfter)]]) };
  return new GraphQLError(error.message, { originalError: error, ...(http && { extensions: { http } }) });
}
