import type { IncomingHttpHeaders } from 'node:http';
import { type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema, getVariableValues } from 'graphql';
import type { DeclaredRights } from '../federation/declared-rights.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { type Answer, headersFrom } from './answer.ts';
import type { CompiledOperations } from './compiled-operations.ts';
import { type FormatError, told } from './told.ts';
import type { Question } from './verified-questions.ts';

export interface FastLaneParts<Context> {
  readonly schema: GraphQLSchema;
  readonly operations: CompiledOperations;
  readonly rights: DeclaredRights;
  readonly contextFor: (viewer: Viewer) => Context;
  readonly formatError: FormatError;
  /** Told of the errors of an answer. */
  readonly observe: (errors: readonly GraphQLFormattedError[]) => void;
}

interface Asked {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Carries out what is known, and leaves everything else, above all every refusal, to Apollo Server: what is new, what
 * lacks a right, what has a wrong variable, what is asked for in another form than the gateway's.
 *
 * @returns nothing when the request is not for this lane; it has done nothing then
 */
export function fastLane<Context>(
  parts: FastLaneParts<Context>,
): (question: Question, headers: IncomingHttpHeaders) => Promise<Answer> | undefined {
  const { schema, operations, rights } = parts;
  const answer = async (type: string, result: ExecutionResult | PromiseLike<ExecutionResult>): Promise<Answer> => {
    const executed = await result;
    const ofType = ['content-type', type];
    if (!executed.errors) return { status: 200, headers: ofType, text: `${JSON.stringify({ data: executed.data })}\n` };
    const { errors, data, status = 200, headers } = told(executed, parts.formatError);
    if (errors) parts.observe(errors);
    return { status, headers: [...ofType, ...headersFrom(headers)], text: `${JSON.stringify({ errors, data })}\n` };
  };
  return ({ viewer, body }, headers) => {
    const type = answerType(headers);
    const asked = type && askedBy(body);
    if (!type || !asked) return undefined;
    const compiled = operations.find(asked.query, asked.operationName);
    if (!compiled) return undefined;
    const { operation, document } = compiled;
    if (rights.unmet(document, operation.name?.value, viewer).length > 0) return undefined;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables, { maxErrors: 1 });
    if (!coerced) return undefined;
    return answer(type, compiled.execute(parts.contextFor(viewer), coerced));
  };
}

const plain = 'application/json; charset=utf-8';
const graphql = 'application/graphql-response+json; charset=utf-8';
const typeOfAccepted: ReadonlyMap<string, string> = new Map([
  ['application/json', plain],
  ['application/graphql-response+json, application/json', graphql],
]);

/** In which form the answer is due, when the request is of the usual form. */
function answerType(headers: IncomingHttpHeaders): string | undefined {
  if (headers['content-type'] !== 'application/json') return undefined;
  return headers.accept === undefined ? plain : typeOfAccepted.get(headers.accept);
}

function askedBy(body: unknown): Asked | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { query, operationName, variables, extensions } = body as Record<string, unknown>;
  if (typeof query !== 'string' || (extensions !== undefined && extensions !== null)) return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return undefined;
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
  return { query, operationName: operationName ?? undefined, variables: (variables ?? {}) as Record<string, unknown> };
}
