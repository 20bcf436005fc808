import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type EntityManager, type MixedList } from 'typeorm';
import type { Log } from '../log/log.ts';
import { withSpan } from '../telemetry/traces.ts';
import { SqlLogger } from './sql-logger.ts';

/** Anything that runs one SQL statement with bound parameters: the database itself, or a transaction. */
export interface Sql {
  query<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** How a pool of sessions is used right now. */
export interface Sessions {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

type Classes = MixedList<new () => unknown>;

export interface DatabaseSettings {
  readonly url: string;
  /** Shown by PostgreSQL beside every session. */
  readonly applicationName: string;
  readonly rows: Classes;
  readonly migrations: Classes;
  readonly log: Log;
  /** Called before each statement is sent, with its text and never its parameters. For tests that count. */
  readonly onStatement?: ((text: string) => void) | undefined;
  /** Sessions at most, 8 by default; the four services together stay below what PostgreSQL allows. */
  readonly poolSize?: number;
  /** Longest wait for one of the sessions in milliseconds, 2,000 by default. */
  readonly sessionTimeout?: number;
  /** Longest statement in milliseconds, 1,000 by default; 0 for none, as migrations need. */
  readonly statementTimeout?: number;
}

/** One service's own PostgreSQL database, with time-outs on everything that could wait for ever. */
export class Database implements Sql {
  private readonly pool: pg.Pool;

  constructor(
    readonly source: DataSource,
    private readonly onStatement: (text: string) => void,
  ) {
    this.pool = (source.driver as unknown as { master: pg.Pool }).master;
  }

  /** Straight through the pool: what TypeORM does around each statement costs more than reading a hundred rows. */
  async query<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    this.onStatement(text);
    return traced(text, () => this.run(text, parameters as unknown[]));
  }

  private async run<Row>(text: string, parameters: unknown[]): Promise<Row[]> {
    const session = await this.pool.connect();
    try {
      const rows = await ask<Row>(session, text, parameters);
      session.release();
      return rows;
    } catch (error) {
      // To whoever asked, and not to where the answer was read.
      Error.captureStackTrace(error as Error);
      // The pool ends a session that it is given back with an error, and a refused statement is no fault of its session.
      session.release(endsSession(error));
      this.source.logger.logQueryError(error as Error, text);
      // For whoever logs it whole: which statement it was, and never its parameters.
      throw Object.assign(error as Error, { query: text });
    }
  }

  get sessions(): Sessions {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  /** A view of a transaction that still reports its statements. */
  within(manager: EntityManager): Sql {
    return {
      query: async (text, parameters = []) => {
        this.onStatement(text);
        return traced(text, async () => rowsOf(await manager.query(text, parameters as unknown[])));
      },
    };
  }

  /** Whether the database answers right now. */
  async answers(): Promise<boolean> {
    try {
      await this.source.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/**
 * A session that PostgreSQL ends in the moment it is opened belongs to nobody yet, and without anybody who hears of it Node would end
 * the whole process. Whoever gets it hears of it by its first statement.
 */
class Session extends pg.Client {
  constructor(config: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** By a callback: what pg's own promises of an answer hold outlives the small garbage collections, all rows and what was made of them. */
function ask<Row>(session: pg.PoolClient, text: string, parameters: unknown[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    session.query(text, parameters, (error: Error | null, result) => (error ? reject(error) : resolve(result.rows as Row[])));
  });
}

/** Whether nothing more can be asked in the session in which a statement failed: PostgreSQL ends it, or it is gone. */
function endsSession(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || /^(57P|08)/.test(error.code ?? '');
}

/** A span that shows the statement and never its parameters: those are people's data. */
async function traced<Row>(text: string, run: () => Promise<Row[]>): Promise<Row[]> {
  const [verb = ''] = /\w+/.exec(text) ?? [];
  return withSpan(verb.toUpperCase(), 'client', { 'db.system.name': 'postgresql', 'db.query.text': text }, run);
}

/** TypeORM answers UPDATE and DELETE with the rows and their number instead of the rows. A row itself is never a list. */
function rowsOf<Row>(answer: Row[] | [rows: Row[], count: number]): Row[] {
  const [first] = answer;
  return Array.isArray(first) ? first : (answer as Row[]);
}

/** Opens the database and waits until it answers. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName,
    entities: settings.rows,
    migrations: settings.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logger: new SqlLogger(settings.log),
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolErrorHandler: (error: unknown) => settings.log.warn({ err: error }, 'an idle database session was lost'),
    extra: {
      Client: Session,
      max: settings.poolSize ?? 8,
      connectionTimeoutMillis: settings.sessionTimeout ?? 2_000,
      statement_timeout: settings.statementTimeout ?? 1_000,
      lock_timeout: 500,
      idle_in_transaction_session_timeout: 5_000,
      keepAlive: true,
    },
  });
  await source.initialize();
  return new Database(source, settings.onStatement ?? (() => undefined));
}
