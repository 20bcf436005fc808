import { setTimeout as pause } from 'node:timers/promises';
import { type EntityManager, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import type { Database, Sql } from './database.ts';
import { faultKind, SessionLost } from './faults.ts';

/** What a use case works in: every statement through it stands or falls with the others. */
export interface Transaction {
  readonly sql: Sql;
  readonly manager: EntityManager;
}

const attempts = 3;

/**
 * Runs work in one transaction. When PostgreSQL gives up on it because of a parallel one (serialization failure,
 * deadlock), the whole work runs again, up to three times: a single statement repeated would decide on stale facts.
 */
export async function inTransaction<Result>(database: Database, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.source.transaction((manager) => work({ sql: database.within(manager), manager }));
    } catch (error) {
      // So TypeORM says of a session that was ended between two statements of this work.
      if (error instanceof QueryRunnerProviderAlreadyReleasedError)
        throw new SessionLost('the session of a transaction was ended', { cause: error });
      if (faultKind(error) !== 'again' || attempt === attempts) throw error;
      // Jitter, so that the two that met do not meet again.
      await pause(Math.random() * 20 * attempt);
    }
  }
}
