import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { MixedList } from 'typeorm';
import { openLog } from '../log/log.ts';
import { type Database, openDatabase } from '../postgres/database.ts';
import { migrate } from '../postgres/migrations.ts';
import { testAdminDatabaseUrl } from './config.ts';
import { SqlCounter } from './sql-counter.ts';

export interface TestDatabaseParts {
  /** Name of the service, for its template. */
  readonly name: string;
  readonly rows: MixedList<new () => unknown>;
  readonly migrations: readonly (new () => unknown)[];
  /** Fills the template once; every test file then starts from a copy of it. */
  readonly seed?: (database: Database) => Promise<void>;
  /** Tells two seeds of the same service apart, and anew when its input changed. */
  readonly seedName?: string;
}

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  readonly statements: SqlCounter;
  drop(): Promise<void>;
}

const silent = openLog('test', 'silent');

/** A busy machine may take its time: whoever asks in a crowd waits for their turn. What these limits do has tests of its own. */
export const patienceWithData = { SESSION_TIMEOUT: 60_000, STATEMENT_TIMEOUT: 10_000 } as const;
const templateLock = 511_020_261;

/**
 * A database of its own for one test file, on the real PostgreSQL that jest's global setup booted:
 * migrated (and seeded) once per run as a template, then copied in milliseconds.
 */
export async function openTestDatabase(parts: TestDatabaseParts): Promise<TestDatabase> {
  const admin = testAdminDatabaseUrl();
  const template = await templateFor(parts, admin);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(admin, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = databaseUrl(admin, name);
  const statements = new SqlCounter();
  const database = await openDatabase({
    url,
    applicationName: name,
    rows: parts.rows,
    migrations: parts.migrations as never,
    log: silent,
    sessionTimeout: patienceWithData.SESSION_TIMEOUT,
    statementTimeout: patienceWithData.STATEMENT_TIMEOUT,
    onStatement: (text) => statements.record(text),
  });
  return {
    database,
    url,
    statements,
    drop: async () => {
      await database.close();
      await administer(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

async function templateFor(parts: TestDatabaseParts, admin: string): Promise<string> {
  const content = parts.migrations.map((migration) => migration.toString()).join() + (parts.seedName ?? '') + String(parts.seed ?? '');
  const name = `template_${parts.name.replaceAll('-', '_')}_${createHash('sha256').update(content).digest('hex').slice(0, 10)}`;
  await administer(admin, async (client) => {
    // Several test files start at once: one makes the template, the others wait for it.
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${name}_draft`);
    await client.query(`CREATE DATABASE ${name}_draft`);
    const database = await openDatabase({
      url: databaseUrl(admin, `${name}_draft`),
      applicationName: name,
      rows: parts.rows,
      migrations: parts.migrations as never,
      log: silent,
      statementTimeout: 0,
    });
    try {
      await migrate(database);
      await parts.seed?.(database);
    } finally {
      await database.close();
    }
    await client.query(`ALTER DATABASE ${name}_draft RENAME TO ${name}`);
  });
  return name;
}

function databaseUrl(admin: string, name: string): string {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.toString();
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
