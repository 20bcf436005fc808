import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { descriptionOf, identityOf, numberIsTaken } from '../processes/process-identity.ts';
import { waitUntil } from '../processes/wait.ts';

/**
 * Clears the way for a new start: stops a PostgreSQL that a killed run left over, and removes the lock file of one that is gone,
 * also when its number now belongs to a foreign process (PostgreSQL itself would refuse to start then).
 */
export async function clearLockFile(dataFolder: string): Promise<'nothing' | 'stale file removed' | 'left-over stopped'> {
  const file = path.join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return 'nothing';
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (Number.isInteger(pid) && pid > 0 && isPostgresOf(dataFolder, pid)) {
    await stopPostgres(pid);
    rmSync(file, { force: true });
    return 'left-over stopped';
  }
  rmSync(file, { force: true });
  return 'stale file removed';
}

/** Whether this process is a PostgreSQL that has this very data folder open. */
export function isPostgresOf(dataFolder: string, pid: number): boolean {
  if (!numberIsTaken(pid)) return false;
  const running = descriptionOf(pid);
  if (!running || !/postgres/.test(running.command)) return false;
  // PostgreSQL works inside its data folder; where the system does not tell, the command line names it.
  if (running.folder !== undefined) return running.folder === realpathSync(dataFolder);
  return running.command.includes(dataFolder);
}

async function stopPostgres(pid: number): Promise<void> {
  // SIGINT: sessions are ended and everything is written down. SIGQUIT: leave at once, the log repeats the rest at the next start.
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitUntil(() => identityOf(pid) === undefined, patience)) return;
  }
  throw new CannotStart(`A PostgreSQL left over by an earlier run (process ${pid}) does not stop: end it by hand with \`kill -9 ${pid}\`.`);
}
