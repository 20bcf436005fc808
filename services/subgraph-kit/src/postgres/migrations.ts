import type { Database } from './database.ts';

/** Any number does, as long as every process of every version uses the same one. */
const migrationLock = 7_120_251_123;

export class MigrationsPending extends Error {
  override readonly name = 'MigrationsPending';
}

/**
 * Runs what has not run yet. Two processes that start together take turns: the second finds nothing left to do.
 *
 * @returns names of the migrations that ran.
 */
export async function migrate(database: Database): Promise<string[]> {
  const holder = database.source.createQueryRunner();
  try {
    // A session lock outlives each migration's transaction, and falls when the session dies. Waiting for it may take longer than a statement may.
    await holder.query('SET lock_timeout = 0');
    await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const done = await database.source.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined);
    await holder.query('RESET lock_timeout').catch(() => undefined);
    await holder.release();
  }
}

/** @throws MigrationsPending when the database is older than the code: a service must not run on it. */
export async function refusePendingMigrations(database: Database): Promise<void> {
  const known = database.source.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const [table] = await database.query<{ present: boolean }>(`SELECT to_regclass('migration') IS NOT NULL AS present`);
  const done = table?.present ? await database.query<{ name: string }>('SELECT name FROM migration') : [];
  const names = new Set(done.map((row) => row.name));
  const pending = known.filter((name) => !names.has(name));
  if (pending.length > 0) {
    throw new MigrationsPending(`The database lacks ${pending.length} migration(s): run "npm run migrate" for this service first.`);
  }
}
