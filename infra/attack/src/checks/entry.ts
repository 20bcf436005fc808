import { lateEntry } from '../wire/entries.ts';
import type { Check } from './observation.ts';

/** Without the gateway's word for this very request a subgraph says one thing, whatever else is asked. */
export const entry: Check = ({ sending, seen, answer }) => {
  if (sending.door === 'gateway' || sending.entry === 'own' || sending.case.pieces || seen.fate !== 'answered') return undefined;
  if (sending.entry === lateEntry && seen.status === 503) return undefined;
  // Too large to be looked at, or an address or method that nobody has to prove anything for.
  if ([400, 404, 405, 408, 413, 431].includes(seen.status) && answer?.codes[0] === 'BAD_USER_INPUT') return undefined;
  if (sending.case.message?.path?.startsWith('/health')) return undefined;
  return seen.status === 401 ? undefined : `it was let in with ${sending.entry}: status ${seen.status}`;
};
