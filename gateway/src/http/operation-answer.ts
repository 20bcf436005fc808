import type { HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { CostReport } from '../cost/charge.ts';
import type { ErrorCode } from '../errors/known-error.ts';
import { type Listener, maskError } from '../errors/mask.ts';
import type { OperationResult } from '../execution/operation.ts';
import { contentTypeOf, statusOfRefusal } from './media-type.ts';

/** An answer as it goes out. */
export interface OperationAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly outcome: ErrorCode | 'OK' | 'PARTIAL';
}

interface Head {
  readonly status?: number;
  readonly headers?: HeaderMap;
}

/**
 * Writes the answer to an operation as Apollo Server would.
 *
 * @param accept the request's Accept header
 */
export function answerTo({ data, errors }: OperationResult, cost: CostReport, accept: string | undefined, to: Listener): OperationAnswer {
  const told = errors.map((error) => maskError(error.toJSON(), error, to));
  const heads = errors.map(({ extensions }) => (extensions['http'] ?? {}) as Head);
  const status = heads.findLast((head) => head.status !== undefined)?.status ?? (data === undefined ? statusOfRefusal(accept) : 200);
  return {
    status,
    headers: Object.assign({ 'content-type': contentTypeOf(accept) }, ...heads.map(({ headers = [] }) => Object.fromEntries(headers))),
    body: bodyOf(data, told, cost),
    outcome: outcomeOf(data, told),
  };
}

/** The answer to an operation that broke down: our fault, whatever it was. */
export function answerToFault(fault: unknown, cost: CostReport, accept: string | undefined, to: Listener): OperationAnswer {
  const error = new GraphQLError('', { originalError: fault as Error, extensions: { http: { status: 500 } } });
  return answerTo({ errors: [error] }, cost, accept, to);
}

function bodyOf(data: string | undefined, errors: readonly GraphQLFormattedError[], cost: CostReport): string {
  const told = errors.length > 0 ? `"errors":${JSON.stringify(errors)},` : '';
  const found = data === undefined ? '' : `"data":${data},`;
  return `{${told}${found}"extensions":{"cost":${JSON.stringify(cost)}}}\n`;
}

/** With data that is null there is still data: the operation was carried out. */
function outcomeOf(data: string | undefined, [first]: readonly GraphQLFormattedError[]): OperationAnswer['outcome'] {
  if (!first) return 'OK';
  return data === undefined || data === 'null' ? ((first.extensions?.['code'] as ErrorCode | undefined) ?? 'INTERNAL') : 'PARTIAL';
}
