import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

/** More of them find more: `ORACLE_RUNS=20000`; others: `ORACLE_SEED` or `PROPERTY_SEED`. */
const runs = Number(process.env['ORACLE_RUNS'] ?? 200);
const seed = Math.abs(Number(process.env['ORACLE_SEED'] ?? process.env['PROPERTY_SEED'] ?? 1));

test(`${runs} random operations answer the same, compiled and carried out by the library (seed ${seed})`, async () => {
  const script = fileURLToPath(new URL('oracle-run.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, String(runs), String(seed)], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const { failing, ...found } = JSON.parse(stdout);
  expect(found).toEqual({ checked: expect.any(Number), unheard: 0, differences: [] });
  expect(found.checked).toBeGreaterThanOrEqual(runs);
  expect(failing).toBeGreaterThan(runs / 10);
  expect(failing).toBeLessThan(runs);
});
