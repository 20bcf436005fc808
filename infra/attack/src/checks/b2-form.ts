import type { Check } from './observation.ts';

const codes = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'COST_EXCEEDED',
  'OVERLOADED',
  'DEADLINE_EXCEEDED',
]);
/** What a subgraph tells the gateway, and the gateway nobody. */
const betweenServices = 'BAD_REPRESENTATION';
const mostErrors = 5;
const longest = 4 * 1024;

/** B2: a refusal is GraphQL in JSON with few errors, short, each with a code of the list. INTERNAL is a bug, and so is a part that failed. */
export const form: Check = ({ seen, answer, sending }) => {
  if (seen.fate !== 'answered') return undefined;
  const isGraphQL = (sending.case.message?.path ?? '/graphql').startsWith('/graphql');
  if (seen.status < 400 && !isGraphQL) return undefined;
  if (sending.case.message?.method === 'HEAD') return undefined;
  // Node itself answers these, before any of our code is asked, and without a word.
  if (sending.case.pieces && seen.body.length < 10 && [400, 417].includes(seen.status)) return undefined;
  if (!answer) return `no GraphQL in JSON: ${seen.body.slice(0, 80)}`;
  const strange = answer.codes.find((code) => !codes.has(code) && (code !== betweenServices || sending.door === 'gateway'));
  if (strange !== undefined) return `code ${strange}`;
  if (answer.data !== undefined && answer.data !== null) return undefined;
  if (answer.codes.length === 0) return 'neither data nor an error';
  if (answer.codes.length > mostErrors) return `${answer.codes.length} errors`;
  return seen.body.length > longest ? `${seen.body.length} characters of errors` : undefined;
};
