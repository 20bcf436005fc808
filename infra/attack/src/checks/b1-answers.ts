import type { Check } from './observation.ts';

const allowed = new Set([200, 204, 400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 417, 429, 431]);
const shedding = new Set(['OVERLOADED', 'DEADLINE_EXCEEDED']);

/** B1: every input is answered, and never with a failure of ours. */
export const answers: Check = ({ seen, answer, sending }) => {
  if (seen.fate === 'reset' && sending.case.mayBeCut) return undefined;
  if (seen.fate !== 'answered') return seen.fate === 'hung' ? 'no answer came' : 'the connection was cut without an answer';
  if (allowed.has(seen.status)) return undefined;
  if (seen.status === 503 && answer?.codes.every((code) => shedding.has(code))) return undefined;
  return `status ${seen.status}`;
};
