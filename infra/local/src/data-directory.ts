import { accessSync, constants, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CannotStart, systemCode } from './cannot-start.ts';
import { identityOf, isAlive, type ProcessIdentity } from './processes/process-identity.ts';

const leastFreeMegabytes = 200;

/** Opens the folder in which the stack keeps everything; refuses when nothing can be written there. */
export function openDataDirectory(folder: string): string {
  const directory = path.resolve(folder);
  try {
    // As root PostgreSQL runs as another user, who must pass through here but has nothing to read here.
    mkdirSync(path.join(directory, 'logs'), { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(directory, constants.W_OK);
  } catch (error) {
    throw new CannotStart(
      `The data folder ${directory} cannot be written (${systemCode(error)}): correct its permissions, or set DATA_DIR to a folder of yours.`,
    );
  }
  requireSpace(directory);
  return directory;
}

/** Refuses when the disk is too full for a database. */
function requireSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
  if (megabytes < leastFreeMegabytes) {
    throw new CannotStart(
      `The disk that holds ${folder} has only ${megabytes} MB free and ${leastFreeMegabytes} are needed: free some, or set DATA_DIR to a folder on another disk.`,
    );
  }
}

/** Takes the folder for this process; refuses while another living process has it. Gives it back by the returned function. */
export function takeDataDirectory(directory: string): () => void {
  const file = path.join(directory, 'running.lock');
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        // Linking is the one step that either makes the whole file or fails.
        linkSync(own, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (systemCode(error) !== 'EEXIST') throw error;
        removeDeadLock(file, directory);
      }
    }
    throw new CannotStart(`Another start of the stack is using ${directory} at this moment: try again.`);
  } finally {
    rmSync(own, { force: true });
  }
}

function removeDeadLock(file: string, directory: string): void {
  const owner = ownerIn(file);
  if (owner && isAlive(owner)) {
    throw new CannotStart(
      `The stack is already running on ${directory} (process ${owner.pid}): use it, stop it there with Ctrl-C, or set DATA_DIR to another folder.`,
    );
  }
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Between reading and renaming another start may have put its own lock there: that one goes back.
  const moved = ownerIn(aside);
  if (moved && isAlive(moved)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function ownerIn(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
