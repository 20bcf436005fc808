import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { services } from '../src/stack/services.ts';
import type { ReadyParts } from '../src/stack/start-stack.ts';
import { readyParts } from '../src/testing/ready-parts.ts';
import { testAdminUrl } from './test-admin.ts';

const today = '2026-11-23';
let one: ReadyParts;
let other: ReadyParts;

beforeAll(async () => {
  [one, other] = await Promise.all([readyParts('ready_one_', today), readyParts('ready_other_', today)]);
});

async function run<Row>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('two test files that need the whole network', () => {
  test('both find the story told, and neither sees what the other writes', async () => {
    const companies = 'SELECT count(*)::int AS count FROM company';
    const [before] = await run<{ count: number }>(other.access.membership.appUrl, companies);
    expect(before?.count).toBeGreaterThan(50);
    const added = "INSERT INTO company (id, legal_name, country) VALUES (gen_random_uuid(), 'Une de plus', 'FR')";
    await run(one.access.membership.appUrl, added);
    expect(await run(one.access.membership.appUrl, companies)).toEqual([{ count: (before?.count ?? 0) + 1 }]);
    expect(await run(other.access.membership.appUrl, companies)).toEqual([before]);
  });

  test('run the same programs', () => {
    expect(one.fileOf('gateway')).toBe(other.fileOf('gateway'));
  });
});

describe('a copied database', () => {
  test('lets its app read and write rows, and not change tables', async () => {
    for (const service of services) {
      const { appUrl, ownerUrl } = one.access[service];
      const [table] = await run<{ name: string }>(ownerUrl, "SELECT min(tablename) AS name FROM pg_tables WHERE schemaname = 'public'");
      await run(appUrl, `SELECT FROM ${table?.name}`);
      await expect(run(appUrl, `ALTER TABLE ${table?.name} ADD extra text`)).rejects.toThrow('must be owner');
      await expect(run(appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
      await run(ownerUrl, 'CREATE TABLE later (id int)');
      await run(appUrl, 'INSERT INTO later VALUES (1)');
    }
  });

  test('lets no other service in', async () => {
    for (const owner of services) {
      for (const stranger of services.filter((service) => service !== owner)) {
        const target = new URL(one.access[stranger].appUrl);
        target.pathname = new URL(one.access[owner].appUrl).pathname;
        await expect(run(target.href, 'SELECT 1')).rejects.toThrow('permission denied for database');
      }
    }
  });
});

test('another day is another story', async () => {
  const earlier = await readyParts('ready_earlier_', '2026-11-22');
  const roleOf = ({ access }: ReadyParts) => new URL(access.membership.appUrl).username;
  expect(roleOf(earlier)).not.toBe(roleOf(one));
});

afterAll(async () => {
  const made = await run<{ datname: string }>(testAdminUrl(), "SELECT datname FROM pg_database WHERE datname LIKE 'ready\\_%'");
  for (const { datname } of made) await run(testAdminUrl(), `DROP DATABASE ${datname}`);
});
