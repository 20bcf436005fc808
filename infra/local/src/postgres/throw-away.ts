import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemEnvironment } from '../config.ts';
import { identityOf, isAlive } from '../processes/process-identity.ts';
import { canReach, postgresAccount } from './account.ts';
import { Cluster } from './cluster.ts';
import { clearLockFile } from './lock-file.ts';

export const throwAwayPrefix = 'leader-throw-away-postgres-';
const ownerFile = 'owner.json';

/** A PostgreSQL for one run of the tests: in a temporary folder, without forced writes, gone afterwards. */
export async function startThrowAway(): Promise<{ adminUrl: string; home: string; remove: () => Promise<void> }> {
  const account = postgresAccount();
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canReach(account, folder)) ?? tmpdir();
  await removeLeftOvers(parent);
  const home = mkdtempSync(path.join(parent, throwAwayPrefix));
  const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  try {
    writeFileSync(path.join(home, ownerFile), JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
    if (account) chownSync(home, account.uid, account.gid);
    chmodSync(home, 0o700);
    const cluster = await Cluster.start({
      home,
      logFile: path.join(home, 'postgres.log'),
      password: randomBytes(18).toString('base64url'),
      passwordIsNew: false,
      durable: false,
      environment: systemEnvironment(),
      announce: () => {},
    });
    const remove = async () => {
      await cluster.stop();
      removeHome();
    };
    return { adminUrl: cluster.adminUrl, home, remove };
  } catch (error) {
    removeHome();
    throw error;
  }
}

/** Runs that were killed could not clean up: whatever belongs to no living process goes now. */
async function removeLeftOvers(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(throwAwayPrefix))) {
    const home = path.join(parent, name);
    try {
      if (isAlive(JSON.parse(readFileSync(path.join(home, ownerFile), 'utf8')))) continue;
      await clearLockFile(path.join(home, 'data'));
      rmSync(home, { recursive: true, force: true });
    } catch {
      // Another user's, or one that is being made at this moment.
    }
  }
}
