import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { throwAwayPrefix } from '../src/postgres/throw-away.ts';
import { identityOf } from '../src/processes/process-identity.ts';
import { runTypeScript } from '../src/stack/programs.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync('/tmp/leader-guard-test-');
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** The process that keeps PostgreSQL for a test run, as jest starts it. */
async function guard(): Promise<ChildProcess> {
  const program = path.resolve(import.meta.dirname, '../src/postgres/test-guard.ts');
  const child = spawn(process.execPath, runTypeScript(program), {
    env: { PATH: process.env['PATH'], TMPDIR: folder },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const message = (await new Promise((resolve) => child.once('message', resolve))) as { adminUrl: string };
  expect(message.adminUrl).toMatch(/^postgresql:\/\/postgres:/);
  return child;
}

const gone = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));
const clusters = () => readdirSync(folder).filter((name) => name.startsWith(throwAwayPrefix));

describe('the PostgreSQL of a test run', () => {
  test('is removed when the run is gone, however it went', async () => {
    const child = await guard();
    expect(clusters()).toHaveLength(1);
    const exit = gone(child);
    child.disconnect();
    expect(await exit).toBe(0);
    expect(clusters()).toEqual([]);
  });

  test('is removed by the next run when even its guard was killed', async () => {
    const killed = await guard();
    const [leftOver = ''] = clusters();
    const postgres = Number.parseInt(readFileSync(path.join(folder, leftOver, 'data/postmaster.pid'), 'utf8'), 10);
    const exit = gone(killed);
    killed.kill('SIGKILL');
    await exit;
    expect(identityOf(postgres)).toBeDefined();

    const next = await guard();
    expect(clusters()).not.toContain(leftOver);
    expect(identityOf(postgres)).toBeUndefined();
    const end = gone(next);
    next.disconnect();
    await end;
  });
});
