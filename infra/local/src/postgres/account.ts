import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';

/** The user of the system that PostgreSQL runs as, when that is another one than we are. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: root lends it to `postgres` or `nobody`. Anyone else runs it as themselves. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    // Some systems write nobody as -2, which is the same bits as an unsigned number.
    if (uid && gid) return { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  }
  throw new CannotStart(
    'PostgreSQL refuses to run as root, and this system has neither a user postgres nor nobody: run this as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the account can get to this folder: every folder above it must let it through. */
export function canReach(account: Account | undefined, folder: string): boolean {
  if (!account) return true;
  for (let step = path.resolve(folder); ; step = path.dirname(step)) {
    const { mode, uid, gid } = statSync(step);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (step === path.dirname(step)) return true;
  }
}
