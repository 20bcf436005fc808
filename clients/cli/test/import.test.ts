import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stack } from '@leader/local-stack/stack/stack';
import { startTestStack } from '@leader/local-stack/testing/test-stack';

const fixtures = path.resolve(import.meta.dirname, '../../../services/membership/test/fixtures');
const ecoter2018 = path.join(fixtures, 'ecoter-adherents-2018.csv');

let folder: string;
let stack: Stack;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'leader-import-test-'));
  stack = await startTestStack('import', { dataDirectory: path.join(folder, 'running') });
});
afterAll(async () => {
  await stack?.close();
  rmSync(folder, { recursive: true, force: true });
});

function importList(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const starter = path.resolve(import.meta.dirname, '../../../infra/local/bin/cli.mjs');
  const child = spawn(process.execPath, [starter, 'import', ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: path.join(folder, 'running') },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  child.stdin.end();
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, out, err: err.trim() })));
}

function file(name: string, content: string | Buffer): string {
  const full = path.join(folder, name);
  writeFileSync(full, content);
  return full;
}

describe('npm run import', () => {
  test('tells on a dry run what it would do, row by row, then does it, and the second time changes nothing', async () => {
    const trial = await importList(ecoter2018, '--branch', 'tarn', '--dry-run');
    expect(trial.err).toBe('');
    expect(trial.out).toMatch(/^ +2 {2}ADDED +Atelier Mécanique du Séquestre$/m);
    expect(trial.out).toMatch(/^ +10 {2}ADDED +Composites de l'Albigeois +A zero lost in front of the number was put back\.$/m);
    expect(trial.out).toMatch(/^ +17 {2}MATCHED +CISALB AEROSTRUCTURES SAS +Same company as line 3\.$/m);
    expect(trial.out).toMatch(/^ +18 {2}REFUSED +Forge du Viaur +The number is no valid SIREN/m);
    expect(trial.out).toContain('Tarn branch: 15 ADDED, 1 MATCHED, 0 SUSPECT, 2 REFUSED (dry run: nothing was entered)');

    const real = await importList(ecoter2018, '--branch', 'tarn');
    expect(real.out).toContain('Tarn branch: 15 ADDED, 1 MATCHED, 0 SUSPECT, 2 REFUSED\n');
    const again = await importList(ecoter2018, '--branch', 'tarn');
    expect(again.out).toContain('Tarn branch: 0 ADDED, 16 MATCHED, 0 SUSPECT, 2 REFUSED\n');
    expect([trial.code, real.code, again.code]).toEqual([0, 0, 0]);
  });

  test('prints the report for machines, and speaks French when asked', async () => {
    const { out } = await importList(ecoter2018, '--branch', 'tarn', '--dry-run', '--json', '--lang', 'fr');
    const report = JSON.parse(out);
    expect(report).toMatchObject({ dryRun: true, branch: { code: 'tarn', name: 'Antenne du Tarn' }, encoding: 'WINDOWS_1252' });
    expect(report.rows).toHaveLength(18);
  });

  test.each([
    ['no file', [], 2, 'Name one file with a list.'],
    ['no branch', [ecoter2018], 2, 'Say which branch the list joins, for example --branch tarn.'],
    [
      'a file that is not there',
      ['nowhere.csv', '--branch', 'tarn'],
      2,
      'nowhere.csv: there is no such file. Give the path of a list saved as CSV.',
    ],
    ['a folder', [fixtures, '--branch', 'tarn'], 2, 'it is a folder'],
    ['an unknown option', [ecoter2018, '--branche', 'tarn'], 2, 'There is no option --branche.'],
    ['an unknown branch', [ecoter2018, '--branch', 'atlantide'], 1, 'There is no such branch: take one of ales,'],
    [
      'the branch of another lead',
      [ecoter2018, '--branch', 'toulouse'],
      1,
      'You import lists for your own branch (tarn), not for toulouse.',
    ],
    ['an unknown persona', [ecoter2018, '--branch', 'tarn', '--as', 'pilot'], 2, 'There is no persona "pilot"'],
    [
      'a persona without the right',
      [ecoter2018, '--branch', 'tarn', '--as', 'auditor'],
      1,
      'needs a right that your access lacks: members:write and branch:manage.',
    ],
    [
      'a persona whose contract has no import',
      [ecoter2018, '--branch', 'tarn', '--as', 'member'],
      1,
      'For member the graph knows no import of lists: take --as branch-lead or --as staff.',
    ],
  ])('says what to do when it is given %s', async (_, args, code, words) => {
    const outcome = await importList(...args);
    expect(outcome.err).toContain(words);
    expect(outcome.err.split('\n')).toHaveLength(1);
    expect([outcome.code, outcome.out]).toEqual([code, '']);
  });

  test('says what to do with a list that is too large, and one that is no list', async () => {
    const large = await importList(file('large.csv', Buffer.alloc(200_000, 0x61)), '--branch', 'tarn');
    expect(large.err).toMatch(/large\.csv has 196 KB, and a list may have 160: split it into several lists\.$/);
    const none = await importList(file('letter.csv', 'Bonjour, voici la liste.'), '--branch', 'tarn');
    expect(none.err).toMatch(/letter\.csv was not imported\. A list needs a column for the name/);
  });
});
