import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';

const run = promisify(execFile);
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** Names of the rules that find nothing in a copy of the planted violations. In a process of its own: the tool is not made for jest. */
async function sleepingRulesAfter(change: (folder: string) => Promise<void>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'planted-'));
  folders.push(folder);
  await cp(join(import.meta.dirname, 'planted-violations'), folder, { recursive: true });
  await change(folder);
  const boundaries = join(import.meta.dirname, 'boundaries.mjs');
  const script = `import { sleepingRules } from ${JSON.stringify(boundaries)}; process.stdout.write(JSON.stringify(await sleepingRules(${JSON.stringify(folder)})))`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
  return JSON.parse(stdout);
}

test('every rule finds the violation planted for it', async () => {
  expect(await sleepingRulesAfter(async () => {})).toEqual([]);
});

test('a rule whose violation is gone is noticed', async () => {
  const asleep = await sleepingRulesAfter(async (folder) => {
    await writeFile(join(folder, 'services/alpha/src/domain/rule.ts'), 'export const rule = true;\n');
    await writeFile(join(folder, 'services/alpha/src/default.ts'), 'export const nothing = true;\n');
  });
  expect(asleep).toEqual([
    'domain imports only the domain and the values of the kit',
    'no default exports',
    'no process.env outside config.ts',
  ]);
});
