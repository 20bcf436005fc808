/** SQLSTATEs after which the whole transaction may be tried again: serialization failure, deadlock. */
const again = new Set(['40001', '40P01']);

/** Too many connections, lock not available, query cancelled or transaction ended by a time-out, shutting down or starting up. */
const busy = new Set(['25P03', '53300', '55P03', '57014', '57P01', '57P02', '57P03', '08006', '08001', '08003']);

const constraint = new Map([
  ['23505', 'duplicate'],
  ['23P01', 'overlap'],
  ['23503', 'missing-reference'],
] as const);

export type FaultKind = 'again' | 'busy' | 'duplicate' | 'overlap' | 'missing-reference' | undefined;

/** PostgreSQL ended the session of a transaction, e.g. since the process stood still in it for too long: nothing of it was done. */
export class SessionLost extends Error {
  readonly code = '08006';
}

/** What a failed statement means to the code that sent it; undefined for everything that is a bug. */
export function faultKind(error: unknown): FaultKind {
  const code = stateOf(error);
  if (code === undefined) return isConnectionTimeout(error) ? 'busy' : undefined;
  if (again.has(code)) return 'again';
  if (busy.has(code) || code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'busy';
  return constraint.get(code as '23505');
}

/** Name of the constraint a failed statement ran into, e.g. `registration_scheme_value_key`. */
export function violatedConstraint(error: unknown): string | undefined {
  return read(error, 'constraint') ?? read(read(error, 'driverError'), 'constraint');
}

function stateOf(error: unknown): string | undefined {
  return read(error, 'code') ?? read(read(error, 'driverError'), 'code');
}

function isConnectionTimeout(error: unknown): boolean {
  const message = error instanceof Error ? error.message : '';
  return message.includes('timeout exceeded when trying to connect') || message.includes('Connection terminated');
}

function read<T = string>(value: unknown, key: string): T | undefined {
  return typeof value === 'object' && value !== null ? ((value as Record<string, unknown>)[key] as T | undefined) : undefined;
}
