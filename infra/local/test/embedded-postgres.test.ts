import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { postgresAccount } from '../src/postgres/account.ts';
import { packageFolder, prepareBinaries } from '../src/postgres/binaries.ts';
import { Cluster } from '../src/postgres/cluster.ts';
import { clusterHome } from '../src/postgres/cluster-home.ts';
import { identityOf } from '../src/processes/process-identity.ts';
import { waitUntil } from '../src/processes/wait.ts';
import { runTypeScript } from '../src/stack/programs.ts';
import { clusterSettings } from './cluster-settings.ts';

let folder: string;
let home: string;
let running: Cluster | undefined;
const sentences: string[] = [];

beforeAll(() => {
  folder = mkdtempSync('/tmp/leader-cluster-test-');
  chmodSync(folder, 0o711);
  home = clusterHome(folder, postgresAccount());
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  sentences.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(changes = {}): Promise<Cluster> {
  running = await Cluster.start(clusterSettings(home, { announce: (sentence) => sentences.push(sentence), ...changes }));
  return running;
}

async function ask(cluster: Cluster, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: cluster.adminUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process of the user that PostgreSQL runs as: the one kind whose number PostgreSQL takes for another PostgreSQL. */
function foreignProcess(): ChildProcess {
  const account = postgresAccount();
  return spawn('sleep', ['60'], account ? { uid: account.uid, gid: account.gid, stdio: 'ignore' } : { stdio: 'ignore' });
}

describe('an embedded PostgreSQL', () => {
  test('begins with checksums and forced writes, and keeps its rows and its port over a restart', async () => {
    const first = await start();
    const settings = "SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync";
    expect(await ask(first, settings)).toEqual([{ checksums: 'on', fsync: 'on' }]);
    await ask(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(await ask(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(second.port).toBe(first.port);
    expect(sentences).toEqual([]);
  });

  test('starts again after it was killed, with every row that was acknowledged', async () => {
    const cluster = await start();
    await ask(cluster, 'INSERT INTO kept VALUES (43)');
    const killed = cluster.pid as number;
    process.kill(killed, 'SIGKILL');
    const isBack = () =>
      ask(cluster, 'SELECT 1').then(
        () => cluster.pid !== killed,
        () => false,
      );
    expect(await waitUntil(isBack, 60_000)).toBe(true);
    expect(await ask(cluster, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 2 }]);
    expect(sentences).toContain('postgresql ended by SIGKILL and is started again');
  });

  test('left over by a run that was killed is stopped first, and loses nothing', async () => {
    const keeper = spawn(process.execPath, [...runTypeScript(path.join(import.meta.dirname, 'stand-in/cluster-keeper.ts')), home], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => keeper.stdout.once('data', resolve));
    keeper.kill('SIGKILL');
    const leftOver = Number.parseInt(readFileSync(path.join(home, 'data/postmaster.pid'), 'utf8'), 10);
    expect(identityOf(leftOver)).toBeDefined();
    const cluster = await start();
    expect(sentences).toContain('a PostgreSQL left over by an earlier run was stopped');
    expect(identityOf(leftOver)).toBeUndefined();
    expect(await ask(cluster, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 2 }]);
  });

  test('is not kept from starting by a postmaster.pid whose number now belongs to another living process', async () => {
    const foreign = foreignProcess();
    writeFileSync(path.join(home, 'data/postmaster.pid'), `${foreign.pid}\n${home}/data\n1\n5432\n\n127.0.0.1\n  1\n`);
    const cluster = await start();
    expect(await ask(cluster, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(sentences).toContain('a stale postmaster.pid was removed');
    expect(identityOf(foreign.pid as number)).toBeDefined();
    foreign.kill();
  });

  test('takes a new password when the old one was lost', async () => {
    const cluster = await start({ password: 'second-password', passwordIsNew: true });
    expect(cluster.adminUrl).toContain('second-password');
    expect(await ask(cluster, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('sweeps away a data folder that was cut short while it was made', async () => {
    mkdirSync(path.join(home, 'data.1.partial/base'), { recursive: true });
    await start({ password: 'second-password' });
    expect(readdirSync(home)).not.toContain('data.1.partial');
  });

  test('refuses data of another major version in one sentence, and leaves them alone', async () => {
    const old = path.join(folder, 'old');
    mkdirSync(path.join(old, 'data'), { recursive: true });
    writeFileSync(path.join(old, 'data/PG_VERSION'), '16\n');
    await expect(Cluster.start(clusterSettings(old))).rejects.toThrow(
      /was written by PostgreSQL 16 and this project runs 18: move that folder away/,
    );
    expect(readFileSync(path.join(old, 'data/PG_VERSION'), 'utf8')).toBe('16\n');
  });

  test('explains damaged data with PostgreSQL’s own words', async () => {
    const damaged = path.join(folder, 'damaged');
    cpSync(path.join(home, 'data'), path.join(damaged, 'data'), { recursive: true });
    rmSync(path.join(damaged, 'data/global/pg_control'));
    await expect(Cluster.start(clusterSettings(damaged))).rejects.toThrow(/^postgresql could not start: .*(pg_control|control file)/);
  });
});

describe('PostgreSQL’s programs', () => {
  test('run although install scripts were blocked: library links and permissions are put right', async () => {
    const bare = path.join(folder, 'package');
    cpSync(packageFolder(), bare, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(readFileSync(path.join(bare, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
    for (const { target } of links) rmSync(path.join(bare, target));
    for (const name of ['initdb', 'postgres']) chmodSync(path.join(bare, 'native/bin', name), 0o644);
    const { initdb } = prepareBinaries(postgresAccount(), folder, bare);
    expect(initdb.startsWith(bare)).toBe(true);
    expect(links.every(({ target }) => existsSync(path.join(bare, target)))).toBe(true);
    const child = spawn(initdb, ['--version'], { stdio: 'ignore' });
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });

  test('are copied where the user that runs PostgreSQL can reach them', () => {
    if (!postgresAccount()) return expect(clusterHome(folder, undefined)).toBe(path.join(folder, 'postgres'));
    const closed = path.join(folder, 'closed');
    cpSync(packageFolder(), path.join(closed, 'package'), { recursive: true, verbatimSymlinks: true });
    chmodSync(closed, 0o700);
    const { postgres } = prepareBinaries(postgresAccount(), folder, path.join(closed, 'package'));
    expect(postgres.startsWith(path.join(folder, 'postgresql-18'))).toBe(true);
  });
});
