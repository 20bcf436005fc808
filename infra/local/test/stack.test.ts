import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import pg from 'pg';
import { waitUntil } from '../src/processes/wait.ts';
import { services } from '../src/stack/services.ts';
import type { Stack } from '../src/stack/stack.ts';
import { startStack } from '../src/stack/start-stack.ts';
import { standIns } from './stand-in/programs.ts';
import { testAdminUrl } from './test-admin.ts';

let stack: Stack;
const sentences: string[] = [];

beforeAll(async () => {
  stack = await startStack({
    adminUrl: testAdminUrl(),
    databasePrefix: 'stack_test_',
    fixedToday: '2026-03-01',
    programs: standIns,
    progress: { begin() {}, done() {}, note: (sentence) => sentences.push(sentence) },
  });
});
afterAll(() => stack?.close());

async function ask(address: string): Promise<{ pid: number; notes: number; today: string }> {
  return (await fetch(address)).json() as never;
}

test('the gateway of a started stack is ready, and every service knows which day it is to take for today', async () => {
  expect((await fetch(`${stack.url}/health/ready`)).status).toBe(200);
  expect((await ask(stack.addressOf('accelerator'))).today).toBe('2026-03-01');
});

describe('databases', () => {
  test('no service can read or even enter the database of another', async () => {
    for (const owner of services) {
      for (const stranger of services.filter((service) => service !== owner)) {
        for (const url of [stack.databaseOf(stranger).appUrl, stack.databaseOf(stranger).ownerUrl]) {
          const target = new URL(url);
          target.pathname = new URL(stack.databaseOf(owner).appUrl).pathname;
          const client = new pg.Client({ connectionString: target.href });
          await expect(client.connect()).rejects.toThrow('permission denied for database');
        }
      }
    }
  });

  test('the app reads and writes rows, and cannot change tables', async () => {
    const app = new pg.Client({ connectionString: stack.databaseOf('membership').appUrl });
    await app.connect();
    await app.query("INSERT INTO note (text) VALUES ('a row')");
    await expect(app.query('ALTER TABLE note ADD extra text')).rejects.toThrow('must be owner');
    await expect(app.query('CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
    await app.end();
  });
});

describe('processes', () => {
  test('a service that is killed is started again, and that is said', async () => {
    const before = await ask(stack.addressOf('export-advisor'));
    process.kill(before.pid, 'SIGKILL');
    const isBack = () =>
      ask(stack.addressOf('export-advisor')).then(
        ({ pid }) => pid !== before.pid,
        () => false,
      );
    expect(await waitUntil(isBack, 60_000)).toBe(true);
    expect(sentences).toContain('export-advisor ended by SIGKILL and is started again');
  });

  test('a service that was stopped on purpose stays stopped until it is started', async () => {
    await stack.stopService('investment-fund');
    await expect(fetch(stack.addressOf('investment-fund'))).rejects.toThrow();
    expect((await fetch(`${stack.url}/health/ready`)).status).toBe(503);
    await stack.startService('investment-fund');
    expect((await fetch(`${stack.url}/health/ready`)).status).toBe(200);
  });
});

test('a token of the stack is verified with the keys its issuer publishes', async () => {
  const token = await stack.token('member');
  const keys = (await (await fetch(`${stack.issuer}/jwks`)).json()) as JSONWebKeySet;
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
    issuer: stack.issuer,
    audience: 'network-api',
    typ: 'at+jwt',
    algorithms: ['ES256'],
  });
  expect(decodeProtectedHeader(token).typ).toBe('at+jwt');
  expect(payload['contract']).toBe('member');
});

test('a service that cannot start is explained in its own words, without its stack, and nothing is left running', async () => {
  const programs = {
    ...standIns,
    service: (name: string) => ({ ...standIns.service('membership'), main: name === 'accelerator' ? 'refusing-service.ts' : 'service.ts' }),
  };
  await expect(startStack({ adminUrl: testAdminUrl(), databasePrefix: 'refusing_', programs })).rejects.toThrow(
    /^accelerator could not start: cannot start: the calendar is broken \(its log: /,
  );
});
