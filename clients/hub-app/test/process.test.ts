import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const folder = path.resolve(import.meta.dirname, '..');
const settings = {
  ...{ GRAPH_URL: 'http://127.0.0.1:9', ISSUER: 'http://127.0.0.1:9', CLIENT_ID: 'hub-maroc', CLIENT_SECRET: 's', HUB_COUNTRY: 'MA' },
  PORT: '0',
};

/** Starts the app as a process, and stops it once it listens. */
function run(environment: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { cwd: folder, env: { PATH, ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text;
      if (said.includes('listening')) child.kill('SIGTERM');
    });
  }
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.trim() })));
}

test('the app starts while the graph is away, and ends well when it is told to', async () => {
  expect(await run(settings)).toMatchObject({ code: 0 });
});

test('an app without its settings says which, and how', async () => {
  const { code, said } = await run({ PORT: '0' });
  expect([code, said]).toEqual([1, expect.stringMatching(/^The app cannot start:\n {2}GRAPH_URL is missing.*README\.md\.$/s)]);
});

test('a port that is taken is said in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, said } = await run({ ...settings, PORT: String(port), LOG_LEVEL: 'silent' });
  other.close();
  expect([code, said]).toEqual([1, `Port ${port} is taken: choose another with PORT.`]);
});
