import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MigrationsPending } from '@leader/subgraph-kit/postgres/migrations';
import { openTestDatabase, patienceWithData, type TestDatabase } from '@leader/subgraph-kit/testing/test-database';
import { testIdentityKey } from '@leader/subgraph-kit/testing/test-subgraph';
import { parseCountryCode } from '@leader/subgraph-kit/values/country-codes';
import { startExportAdvisor } from '../src/main.ts';
import { seedWhenEmpty } from '../src/seed.ts';
import { runningAdvisor, seedDir, today } from './export-advisor.ts';

const service = path.join(seedDir, '../../../services/export-advisor');

/** Runs the migration step as the local stack does. */
async function migrateAgain(url: string): Promise<string> {
  const environment = { OWNER_DATABASE_URL: url, SEED_DIR: seedDir, FIXED_TODAY: today, LOG_LEVEL: 'silent' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', path.join(service, 'src/migrate.ts')], {
    cwd: service,
    env: environment,
  });
  return stdout;
}

describe('the service', () => {
  let empty: TestDatabase;
  beforeAll(async () => {
    empty = await openTestDatabase({ name: 'export-advisor-empty', rows: [], migrations: [] });
  });
  afterAll(() => empty.drop());

  test('does not start on a database that lacks migrations, starts after them, and is seeded once', async () => {
    const config = {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: 0,
      DATABASE_URL: empty.url,
      IDENTITY_KEYS: [testIdentityKey],
      ...patienceWithData,
      FIXED_TODAY: today,
    } as const;
    const start = () => startExportAdvisor({ ...config, IDENTITY_KEYS: [...config.IDENTITY_KEYS] });
    await expect(start()).rejects.toThrow(MigrationsPending);
    expect(await migrateAgain(empty.url)).toBe('export-advisor: 3 migration(s) run, story told\n');
    expect(await migrateAgain(empty.url)).toBe('export-advisor: 0 migration(s) run, data left as it was\n');
    const server = await start();
    const ready = await fetch(`${server.url}/health/ready`);
    expect(ready.status).toBe(200);
    await server.close();
  });

  test('tells the same story twice without changing a row', async () => {
    const advisor = await runningAdvisor();
    const rows = () =>
      advisor.data.database.query(
        'SELECT (SELECT count(*) FROM position) p, (SELECT count(*) FROM review) r, (SELECT count(*) FROM premises) s',
      );
    const before = await rows();
    expect(await seedWhenEmpty(advisor.data.database, seedDir, today)).toBe(false);
    expect(await rows()).toEqual(before);
    expect(before).toEqual([{ p: '67', r: '125', s: '40' }]);
    await advisor.stop();
  });

  test('knows the middle of every country of ISO 3166-1, and no other', async () => {
    const advisor = await runningAdvisor();
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const countries = letters.flatMap((one) => letters.map((other) => one + other)).filter(isCountry);
    const known = await advisor.data.database.query<{ code: string }>('SELECT code FROM country ORDER BY code');
    expect(known.map((row) => row.code)).toEqual(countries);
    await advisor.stop();
  });
});

function isCountry(code: string): boolean {
  try {
    return parseCountryCode(code) === code;
  } catch {
    return false;
  }
}
