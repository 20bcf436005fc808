import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildPrograms } from '../src/stack/build.ts';
import { filesOf, programsOfTheHouse } from '../src/stack/programs.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'leader-build-test-'));
  mkdirSync(path.join(folder, 'source'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function source(name: string, text: string): string {
  const file = path.join(folder, 'source', name);
  writeFileSync(file, text);
  return file;
}

test('a built program finds its files where the source lies, keeps the names of its classes unless it needs none, and names the source in errors', async () => {
  source('beside.ts', 'export const place = import.meta.dirname;\nexport class Kept {}\n');
  source('again.ts', "export class Kept {}\nexport const fail = () => { throw new Error('at the source'); };\n");
  const main = source(
    'main.ts',
    `import { Kept, place } from './beside.ts';
import { fail, Kept as Other } from './again.ts';
console.log(JSON.stringify([place, Kept.name, Other.name]));
fail();
`,
  );
  const fileOf = await buildPrograms({ program: main }, path.join(folder, 'out'));
  const { stdout, stderr } = spawnSync(process.execPath, ['--enable-source-maps', fileOf('program')], { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual([path.join(folder, 'source'), 'Kept', 'Kept']);
  expect(stderr).toMatch(/source\/again\.ts:2/);
  const unnamedFileOf = await buildPrograms({ program: main, other: main }, path.join(folder, 'unnamed'), ['program']);
  const namesIn = (file: string) => JSON.parse(spawnSync(process.execPath, [file], { encoding: 'utf8' }).stdout).slice(1);
  expect([namesIn(unnamedFileOf('program')), namesIn(unnamedFileOf('other'))]).toEqual([
    ['Kept', 'Kept2'],
    ['Kept', 'Kept'],
  ]);
});

test('a mistake in a program is told with its place', async () => {
  const main = source('wrong.ts', 'const right = 1;\nconst = 2;\n');
  await expect(buildPrograms({ program: main }, path.join(folder, 'out'))).rejects.toThrow(
    /^A program cannot be built: .*wrong\.ts:2: .*\. Correct it and start again\.$/,
  );
});

test('every program of the house can be built', async () => {
  const files = filesOf(programsOfTheHouse);
  const fileOf = await buildPrograms(files, path.join(folder, 'house'));
  for (const name of Object.keys(files)) {
    const { status, stderr } = spawnSync(process.execPath, ['--check', fileOf(name)], { encoding: 'utf8' });
    expect([name, status, stderr]).toEqual([name, 0, '']);
  }
});
