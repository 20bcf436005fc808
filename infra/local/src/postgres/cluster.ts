import { chownSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { freePort } from '../processes/free-port.ts';
import { type Program, SupervisedProcess } from '../processes/supervised-process.ts';
import { type Account, postgresAccount } from './account.ts';
import { type Binaries, prepareBinaries } from './binaries.ts';
import { createDataFolder, setPassword } from './data-folder.ts';
import { clearLockFile } from './lock-file.ts';

export interface ClusterSettings {
  /** Folder of the cluster's own: data, port, and where needed a copy of the programs. */
  readonly home: string;
  readonly logFile: string;
  readonly password: string;
  /** Set when the password was made anew and the data folder may still have another. */
  readonly passwordIsNew: boolean;
  /** Off only for data that nobody will miss: writes are then not forced to the disk. */
  readonly durable: boolean;
  readonly environment: NodeJS.ProcessEnv;
  readonly announce: (sentence: string) => void;
}

/** A PostgreSQL of our own on a free port of this machine. */
export class Cluster {
  private constructor(
    readonly adminUrl: string,
    readonly version: string,
    readonly port: number,
    readonly dataFolder: string,
    private readonly process: SupervisedProcess,
  ) {}

  /** Creates the data folder when there is none, clears away what a killed run left, and starts; refuses with one sentence. */
  static async start(settings: ClusterSettings, signal?: AbortSignal): Promise<Cluster> {
    const { home, announce } = settings;
    const account = postgresAccount();
    const binaries = prepareBinaries(account, home);
    const dataFolder = path.join(home, 'data');
    await prepareData(dataFolder, binaries, account, settings);

    const port = await freePort(rememberedPort(home));
    rememberPort(home, port);
    const adminUrl = `postgresql://postgres:${settings.password}@127.0.0.1:${port}/postgres`;
    const process = new SupervisedProcess(programOf({ binaries, account, dataFolder, port, adminUrl, settings }), announce);
    await process.start(signal);
    return new Cluster(adminUrl, binaries.version, port, dataFolder, process);
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  /** Ends every session and writes everything down. */
  stop(): Promise<void> {
    return this.process.stop();
  }

  /** Leaves at once; PostgreSQL's log repeats at the next start what was not yet in its files. */
  kill(): void {
    this.process.kill('SIGQUIT');
  }
}

async function prepareData(dataFolder: string, binaries: Binaries, account: Account | undefined, settings: ClusterSettings): Promise<void> {
  const { home, announce, password } = settings;
  for (const name of readdirSync(home)) if (name.endsWith('.partial')) rmSync(path.join(home, name), { recursive: true, force: true });
  if (!existsSync(dataFolder)) {
    await createDataFolder(dataFolder, { binaries, account, password, environment: settings.environment });
    return;
  }
  requireSameVersion(dataFolder, binaries);
  giveTo(account, dataFolder);
  const cleared = await clearLockFile(dataFolder);
  if (cleared === 'left-over stopped') announce('a PostgreSQL left over by an earlier run was stopped');
  if (cleared === 'stale file removed') announce('a stale postmaster.pid was removed');
  if (settings.passwordIsNew) await setPassword(dataFolder, { binaries, account, password, environment: settings.environment });
}

/** Refuses a data folder that another major version of PostgreSQL wrote. */
function requireSameVersion(dataFolder: string, binaries: Binaries): void {
  const ours = binaries.version.split('.')[0];
  const file = path.join(dataFolder, 'PG_VERSION');
  const theirs = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'an unknown version';
  if (theirs === ours) return;
  throw new CannotStart(
    `The data in ${dataFolder} was written by PostgreSQL ${theirs} and this project runs ${ours}: move that folder away to begin anew, or set DATA_DIR to another folder.`,
  );
}

/** The account may be another than last time, e.g. since a user postgres was added to the system. */
function giveTo(account: Account | undefined, folder: string): void {
  if (!account || statSync(folder).uid === account.uid) return;
  chownSync(folder, account.uid, account.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(path.join(folder, name), account.uid, account.gid);
}

function programOf(parts: {
  binaries: Binaries;
  account: Account | undefined;
  dataFolder: string;
  port: number;
  adminUrl: string;
  settings: ClusterSettings;
}): Program {
  const { binaries, account, dataFolder, port, adminUrl, settings } = parts;
  const options = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // TCP only: the path of a socket may be longer than systems allow.
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A statement or its details may hold personal data: neither goes to the log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(settings.durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return {
    name: 'postgresql',
    command: binaries.postgres,
    args: ['-D', dataFolder, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    folder: settings.home,
    environment: settings.environment,
    logFile: settings.logFile,
    account,
    onLeash: false,
    stopSignal: 'SIGINT',
    beforeStart: () => clearLockFile(dataFolder),
    isReady: () => answers(adminUrl),
  };
}

/** Whether PostgreSQL takes connections; a wrong password is no reason to wait. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function rememberedPort(home: string): number | undefined {
  const file = path.join(home, 'port');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined : undefined;
}

function rememberPort(home: string, port: number): void {
  writeFileSync(path.join(home, 'port'), `${port}\n`, { mode: 0o600 });
}
