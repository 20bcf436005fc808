import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { identityOf } from '../src/processes/process-identity.ts';
import { waitUntil } from '../src/processes/wait.ts';
import { startStack } from '../src/stack/start-stack.ts';
import { standIns } from './stand-in/programs.ts';
import { testAdminUrl } from './test-admin.ts';

let dataDirectory: string;
beforeAll(() => {
  dataDirectory = mkdtempSync('/tmp/leader-sites-test-');
  chmodSync(dataDirectory, 0o711);
});
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 10 }));

test('a start waits for the site that people open first, not for the others, and a stop leaves no build running', async () => {
  const said: string[] = [];
  const folder = path.join(import.meta.dirname, 'stand-in');
  const stack = await startStack({
    adminUrl: testAdminUrl(),
    databasePrefix: 'sites_test_',
    dataDirectory,
    buildSites: true,
    programs: {
      ...standIns,
      sites: [
        { name: 'later', folder, build: 'endless-site.ts', canWait: true },
        { name: 'first', folder, build: 'quick-site.ts' },
      ],
    },
    progress: {
      begin: (step) => said.push(`began ${step}`),
      done: (step) => said.push(`did ${step}`),
      note: (sentence) => said.push(sentence),
    },
  });
  expect(said).toContain('did first');
  expect((await fetch(`${stack.url}/health/ready`)).status).toBe(200);
  const log = path.join(dataDirectory, 'logs/later.log');
  const pids = () =>
    (existsSync(log) ? readFileSync(log, 'utf8') : '')
      .match(/building (\d+) (\d+)/)
      ?.slice(1)
      .map(Number) ?? [];
  expect(await waitUntil(() => pids().length === 2, 60_000)).toBe(true);
  expect(pids().map((pid) => identityOf(pid) !== undefined)).toEqual([true, true]);
  await stack.close();
  expect(await waitUntil(() => pids().every((pid) => identityOf(pid) === undefined), 30_000)).toBe(true);
  expect(said.filter((words) => words.includes('does without it'))).toEqual([]);
});
