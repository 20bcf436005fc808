import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { type Account, canReach } from './account.ts';

/**
 * Makes the folder for PostgreSQL's files: inside the data folder where the account can get to it (a checkout under /root keeps
 * it out), else one that outlives a restart of the machine, else a temporary one. Refuses when there is none.
 */
export function clusterHome(directory: string, account: Account | undefined): string {
  for (const home of candidates(directory)) {
    if (ownFolder(home, account)) return home;
  }
  throw new CannotStart(
    `PostgreSQL runs as ${account?.name ?? 'you'} and finds no folder it may enter: set DATA_DIR to a folder such as /var/lib/leader.`,
  );
}

/** Where an earlier start has put PostgreSQL's files, if one has. */
export function existingClusterHome(directory: string): string | undefined {
  return candidates(directory).find((home) => existsSync(home));
}

function candidates(directory: string): string[] {
  const name = `leader-occitanie-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`;
  return [path.join(directory, 'postgres'), path.join('/var/lib', name), path.join(tmpdir(), name), path.join('/tmp', name)];
}

/** Makes the folder the account's own; false where that cannot be, or where someone else has put one of that name. */
function ownFolder(folder: string, account: Account | undefined): boolean {
  try {
    if (!canReach(account, path.dirname(folder))) return false;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const owner = process.getuid?.();
    if (!found.isDirectory() || (owner !== undefined && found.uid !== owner && found.uid !== account?.uid)) return false;
    if (account) chownSync(folder, account.uid, account.gid);
    return true;
  } catch {
    return false;
  }
}
