import { spawn } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

interface Making {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly password: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Creates PostgreSQL's data folder; it appears under its name only when it is whole. */
export async function createDataFolder(dataFolder: string, making: Making): Promise<void> {
  const unfinished = `${dataFolder}.${process.pid}.partial`;
  const passwordFile = `${unfinished}.password.partial`;
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, making.password, { mode: 0o600 });
  if (making.account) for (const place of [unfinished, passwordFile]) chownSync(place, making.account.uid, making.account.gid);
  try {
    // The built-in C.UTF-8 sorts alike on every system; French order is asked for where it is wanted.
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await runToEnd(making.binaries.initdb, ['-D', unfinished, ...locale, ...access, '--data-checksums', '--no-instructions'], making);
    renameSync(unfinished, dataFolder);
  } finally {
    for (const place of [unfinished, passwordFile]) rmSync(place, { recursive: true, force: true });
  }
}

/** Gives the administrator this password without knowing the old one: whoever owns the files may. */
export async function setPassword(dataFolder: string, making: Making): Promise<void> {
  await runToEnd(
    making.binaries.postgres,
    ['--single', '-D', dataFolder, 'postgres'],
    making,
    `ALTER ROLE postgres PASSWORD '${making.password}'\n`,
  );
}

function runToEnd(command: string, args: readonly string[], { account, environment }: Making, input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: path.parse(command).root,
      env: environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said = `${said}${text}`.slice(-8_000)));
    child.once('error', (error) => reject(new CannotStart(`PostgreSQL's program ${command} cannot be run: ${error.message}`)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(explain(path.basename(command), said))));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

function explain(program: string, said: string): CannotStart {
  if (/No space left/i.test(said))
    return new CannotStart(
      'The disk is full, so that PostgreSQL cannot create its data folder: free some space, or set DATA_DIR to a folder on another disk.',
    );
  const reasons = said.split('\n').filter((line) => /error|FATAL|PANIC|could not/i.test(line));
  return new CannotStart(`PostgreSQL's ${program} failed: ${reasons.at(-1)?.trim() ?? said.trim().split('\n').at(-1)}`);
}
