import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { archive } from './support/archive.ts';
import { eventually } from './support/eventually.ts';
import { SmallNetwork } from './support/small-network.ts';

let folder: string;
let file: string;
let network: SmallNetwork;
const now = () => Math.floor(Date.now() / 1000);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'denied-'));
  file = join(folder, 'denied.json');
  await writeFile(file, '{}');
  network = await SmallNetwork.start(archive, { DENIED_SUBJECTS_FILE: file, DENIED_SUBJECTS_POLL: '20' });
});
afterAll(async () => {
  await network.close();
  await rm(folder, { recursive: true, force: true });
});

async function listed(content: string, says: RegExp): Promise<void> {
  network.logged.length = 0;
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
  await eventually(() => network.logged.some((line) => says.test(line)));
}

async function statusFor(claims: Record<string, unknown>): Promise<number> {
  const headers = { authorization: `Bearer ${await network.issuer.token({ scope: 'papers:weigh', ...claims })}` };
  return (await network.ask('{ paper { weight } }', { headers })).status;
}

test('somebody whose rights were taken away loses what an earlier token gave them, and gets what a later one gives', async () => {
  const denied = now() - 30;
  const before = { sub: 'person-1', iat: denied - 30 };
  expect(await statusFor(before)).toBe(200);
  await listed(JSON.stringify({ 'person-1': new Date(denied * 1_000).toISOString() }), /a new list of denied subjects/);
  expect(await statusFor(before)).toBe(401);
  expect(await statusFor({ ...before, iat: denied })).toBe(401);
  expect(await statusFor({ ...before, iat: denied + 1 })).toBe(200);
  expect(await statusFor({ ...before, sub: 'person-2' })).toBe(200);
});

test('a list that cannot be read changes nothing, and the log says so', async () => {
  await listed(JSON.stringify({ 'person-3': new Date().toISOString() }), /a new list of denied subjects/);
  for (const broken of ['{"person-3":', '{"person-3":"yesterday"}', '[]']) {
    await listed(broken, /the last good one stays/);
    expect(await statusFor({ sub: 'person-3', iat: now() - 60 })).toBe(401);
  }
});

test('a list that is named and is not there keeps the gateway from starting', async () => {
  await expect(SmallNetwork.start(archive, { DENIED_SUBJECTS_FILE: join(folder, 'none.json') })).rejects.toThrow(/DENIED_SUBJECTS_FILE/);
});
