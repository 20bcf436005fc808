import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@leader/subgraph-kit/testing/test-database';
import { seedDir } from './running-accelerator.ts';

const serviceDir = path.resolve(import.meta.dirname, '..');
let empty: TestDatabase;
beforeAll(async () => {
  empty = await openTestDatabase({ name: 'accelerator-empty', rows: [], migrations: [] });
});
afterAll(() => empty.drop());

/** Runs one of the service's two programs as an operator would. */
async function run(file: string, environment: Record<string, string>): Promise<{ code: number | null; out: string; err: string }> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: serviceDir,
    env: { ...(PATH && { PATH }), ...(HOME && { HOME }), NODE_ENV: 'test', ...environment },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out, err };
}

const identityKeys = `test:${Buffer.alloc(32, 7).toString('base64url')}`;
const migrating = () => ({ OWNER_DATABASE_URL: empty.url, SEED_DIR: seedDir, FIXED_TODAY: '2026-11-23' });

describe('Setting up the service', () => {
  test('refuses to start before its migrations have run, in one sentence', async () => {
    const { code, out, err } = await run('src/main.ts', {
      DATABASE_URL: empty.url,
      IDENTITY_KEYS: identityKeys,
      PORT: '0',
      LOG_LEVEL: 'error',
    });
    expect([code, out]).toEqual([1, '']);
    expect(err.trim()).toMatch(/^The database lacks 2 migration\(s\).*first\.$/);
  });

  test('migrates and seeds an empty database, and changes nothing the second time', async () => {
    expect(await run('src/migrate.ts', migrating())).toEqual({ code: 0, out: 'accelerator: 2 migration(s) run, seeded\n', err: '' });
    const everything = () =>
      empty.database.query(`SELECT (SELECT jsonb_agg(p ORDER BY id) FROM program p) p, (SELECT jsonb_agg(v ORDER BY id) FROM program_version v) v,
        (SELECT jsonb_agg(c ORDER BY version_id, position) FROM criterion c) c, (SELECT jsonb_agg(h ORDER BY id) FROM cohort h) h`);
    const before = await everything();
    expect(await run('src/migrate.ts', migrating())).toEqual({ code: 0, out: 'accelerator: nothing to migrate\n', err: '' });
    expect(await everything()).toEqual(before);
  });

  test('answers once it has started, and ends well when it is told to stop', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: serviceDir,
      // Not in test mode: there the server library would leave signals alone, and here it must too.
      env: { PATH: process.env['PATH'], NODE_ENV: 'development', DATABASE_URL: empty.url, IDENTITY_KEYS: identityKeys, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve([code, signal])));
    const url = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout.on('data', (chunk) => {
        out += chunk;
        const address = /"url":"([^"]+)"/.exec(out)?.[1];
        if (address) resolve(address);
      });
      child.once('exit', () => reject(new Error('the service ended before it listened')));
    });
    const status = async (address: string, options = {}) => (await fetch(url + address, options)).status;
    expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 200]);
    expect(
      await status('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{programs{code}}"}' }),
    ).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  test('says what is missing when it is not told where its database is', async () => {
    const { code, err } = await run('src/migrate.ts', {});
    expect(code).toBe(1);
    expect(err).toContain('OWNER_DATABASE_URL is missing');
    expect(err).not.toContain('    at ');
  });

  test('says what to mend when the folder of the story holds no story', async () => {
    await empty.database.query('TRUNCATE program CASCADE');
    const { code, err } = await run('src/migrate.ts', { ...migrating(), SEED_DIR: '/nowhere' });
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(/^SEED_DIR must hold a readable accelerator\.json/)]);
  });
});
