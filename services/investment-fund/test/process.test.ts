import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@leader/subgraph-kit/testing/test-database';
import { testIdentityKey } from '@leader/subgraph-kit/testing/test-subgraph';
import { seedDir } from './running-fund.ts';

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const started: ChildProcess[] = [];
/** Each process takes seconds to start when the machine is busy. */
const patience = 180_000;
let empty: TestDatabase;

beforeAll(async () => {
  empty = await openTestDatabase({ name: 'investment-fund-empty', rows: [], migrations: [] });
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await empty?.drop();
});

function run(file: string, environment: Record<string, string>) {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', `src/${file}`], {
    cwd: home,
    env: { PATH, NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function ended(child: ReturnType<typeof run>) {
  const [output, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { output, complaint, code };
}

const serviceEnvironment = () => ({
  PORT: '0',
  DATABASE_URL: empty.url,
  IDENTITY_KEYS: `${testIdentityKey.kid}:${testIdentityKey.secret.toString('base64url')}`,
});

test(
  'the service names every missing setting and stops',
  async () => {
    const { code, complaint } = await ended(run('main.ts', {}));
    expect(code).toBe(1);
    for (const name of ['PORT', 'DATABASE_URL', 'IDENTITY_KEYS']) expect(complaint).toContain(name);
  },
  patience,
);

test(
  'the service refuses an older database, runs once it is migrated, and ends well when told to',
  async () => {
    const refused = await ended(run('main.ts', serviceEnvironment()));
    expect(refused).toMatchObject({
      code: 1,
      complaint: 'The database lacks 2 migration(s): run "npm run migrate" for this service first.\n',
    });

    const twice = await Promise.all([1, 2].map(() => ended(run('migrate.ts', { OWNER_DATABASE_URL: empty.url, SEED_DIR: seedDir }))));
    expect(twice.map(({ code }) => code)).toEqual([0, 0]);
    // Whichever comes first, the work is done once.
    const said = twice.map(({ output }) => output).join('');
    expect(said.match(/ 2 migration\(s\)/g)).toHaveLength(1);
    expect(said.match(/, seeded\n/g)).toHaveLength(1);

    const service = run('main.ts', { ...serviceEnvironment(), LOG_LEVEL: 'info' });
    const url = await addressOf(service);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const stranger = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ fund { id } }"}',
    });
    expect(stranger.status).toBe(401);
    service.kill('SIGTERM');
    expect(await once(service, 'exit')).toEqual([0, null]);
  },
  patience,
);

async function addressOf(service: ReturnType<typeof run>): Promise<string> {
  for await (const chunk of service.stdout) {
    const url = /"url":"([^"]+)"/.exec(String(chunk))?.[1];
    if (url) return url;
  }
  throw new Error('the service ended before it listened');
}
