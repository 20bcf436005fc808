import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityOf } from '../src/processes/process-identity.ts';
import { waitUntil } from '../src/processes/wait.ts';
import { runTypeScript } from '../src/stack/programs.ts';
import { type RunningStack, runningStack } from '../src/stack/stack-file.ts';

let folder: string;
const started: ChildProcessWithoutNullStreams[] = [];

beforeAll(() => {
  folder = mkdtempSync('/tmp/leader-start-test-');
  chmodSync(folder, 0o711);
});
afterAll(async () => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

interface Run {
  readonly child: ChildProcessWithoutNullStreams;
  readonly said: () => string;
  readonly code: Promise<number | null>;
}

function start(settings: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, runTypeScript(path.join(import.meta.dirname, 'stand-in/start.ts')), {
    env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: path.join(folder, 'data'), ...settings },
  });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += part));
  return { child, said: () => text, code: new Promise((resolve) => child.once('exit', resolve)) };
}

async function startUntilReady(settings: Record<string, string> = {}): Promise<Run & { stack: RunningStack }> {
  const run = start(settings);
  await waitUntil(() => /^ready {2}/m.test(run.said()) || run.child.exitCode !== null, 110_000);
  const stack = runningStack(path.join(folder, 'data'));
  if (!stack) throw new Error(`The stack did not start: ${run.said()}`);
  return { ...run, stack };
}

async function notes(stack: RunningStack, method = 'GET'): Promise<number> {
  const answer = await fetch(stack.subgraphs['membership'] ?? '', { method });
  return ((await answer.json()) as { notes: number }).notes;
}

describe('npm start', () => {
  test('ends with one line that says where the network is, and Ctrl-C stops everything and loses nothing', async () => {
    const first = await startUntilReady();
    expect(first.said().trimEnd().split('\n').at(-1)).toBe(`ready  ${first.stack.url}`);
    expect(await notes(first.stack, 'POST')).toBe(1);
    const postgres = Number.parseInt(readFileSync(path.join(folder, 'data/postgres/data/postmaster.pid'), 'utf8'), 10);
    first.child.kill('SIGINT');
    first.child.kill('SIGINT');
    expect(await first.code).toBe(0);
    expect(first.said()).toContain('stopped');
    expect(identityOf(postgres)).toBeUndefined();
    await expect(fetch(first.stack.url)).rejects.toThrow();

    const second = await startUntilReady();
    expect(await notes(second.stack)).toBe(1);
    expect(second.stack.url).toBe(first.stack.url);
    second.child.kill('SIGTERM');
    expect(await second.code).toBe(0);
  });

  test('after a kill -9 the processes go too, and the next start finds every row', async () => {
    const first = await startUntilReady();
    await notes(first.stack, 'POST');
    first.child.kill('SIGKILL');
    const isGone = () =>
      fetch(first.stack.url).then(
        () => false,
        () => true,
      );
    expect(await waitUntil(isGone, 60_000)).toBe(true);

    const second = await startUntilReady();
    expect(second.said()).toContain('a PostgreSQL left over by an earlier run was stopped');
    expect(await notes(second.stack)).toBe(2);

    const third = start();
    expect(await third.code).toBe(1);
    expect(third.said()).toMatch(/The stack is already running on .* \(process \d+\): use it/);
    expect(await notes(second.stack)).toBe(2);
    second.child.kill('SIGINT');
    expect(await second.code).toBe(0);
  });

  test('keeps its secrets and addresses where only their owner can read them', () => {
    for (const name of ['secrets.json', 'issuer-keys.json', 'logs/membership.log']) {
      expect(statSync(path.join(folder, 'data', name)).mode & 0o077).toBe(0);
    }
  });

  test('can be stopped while it is still starting', async () => {
    const run = start({ DATA_DIR: path.join(folder, 'interrupted') });
    await waitUntil(() => run.said().includes('PostgreSQL'), 60_000);
    run.child.kill('SIGINT');
    expect(await run.code).toBe(0);
    expect(run.said()).not.toContain('ready');
  });

  test('says in one sentence that the port is taken, and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const run = start({ PORT: String(port) });
    expect(await run.code).toBe(1);
    expect(run.said()).toContain(
      `Port ${port} is taken by another program: stop that program, or choose another port with PORT, e.g. PORT=${port + 1} npm start.`,
    );
    other.close();
  });

  const mistakes: [string, Record<string, string>, RegExp][] = [
    ['a PORT that is none', { PORT: 'forty' }, /^PORT is "forty", which is no port: give a number from 1 to 65535/m],
    ['a DATABASE_URL that is no address', { DATABASE_URL: 'localhost' }, /^DATABASE_URL is not the address of a PostgreSQL: write it as/m],
    [
      'a DATABASE_URL where nothing answers',
      { DATABASE_URL: 'postgresql://a:b@127.0.0.1:9/x' },
      /^PostgreSQL at 127\.0\.0\.1:9\/x refuses .*: no PostgreSQL answers there: start it, or correct the address\.$/m,
    ],
    [
      'a service’s own database that is no address',
      { ACCELERATOR_DATABASE_URL: 'x' },
      /^ACCELERATOR_DATABASE_URL is not the address of a PostgreSQL/m,
    ],
    [
      'a data folder that cannot be',
      { DATA_DIR: '/dev/null/data' },
      /^The data folder \/dev\/null\/data cannot be written \(ENOTDIR\): correct its permissions, or set DATA_DIR/m,
    ],
  ];
  test.each(mistakes)('explains %s in one sentence', async (_title, settings, sentence) => {
    const run = start({ DATA_DIR: path.join(folder, 'mistaken'), ...settings });
    expect(await run.code).toBe(1);
    expect(run.said()).toMatch(sentence);
    expect(run.said()).not.toMatch(/^\s+at /m);
  });
});

describe('a PostgreSQL of your own', () => {
  test('is used in place of the embedded one, also by a service whose database someone else prepared', async () => {
    const adminUrl = process.env['TEST_ADMIN_DATABASE_URL'] ?? '';
    const own = new URL(adminUrl);
    own.pathname = '/own_fund';
    const { default: pg } = await import('pg');
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query('CREATE DATABASE own_fund');
    const run = await startUntilReady({ DATABASE_URL: adminUrl, INVESTMENT_FUND_DATABASE_URL: own.href });
    const { rows } = await admin.query(
      "SELECT datname FROM pg_database WHERE datname IN ('membership', 'accelerator', 'export_advisor', 'investment_fund') ORDER BY 1",
    );
    expect(rows.map(({ datname }) => datname)).toEqual(['accelerator', 'export_advisor', 'membership']);
    expect((await fetch(run.stack.subgraphs['investment-fund'] ?? '')).status).toBe(200);
    run.child.kill('SIGTERM');
    expect(await run.code).toBe(0);
    await admin.end();
  });
});
