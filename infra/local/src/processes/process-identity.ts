import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process number is used again after a while: together with the moment of its start it names one process for good. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

export function identityOf(pid: number): ProcessIdentity | undefined {
  const startedAt = startOf(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return startOf(identity.pid) === identity.startedAt;
}

/** Whether some process, ours or not, has this number. */
export function numberIsTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process and the folder it works in, as far as the system tells. */
export function descriptionOf(pid: number): { command: string; folder: string | undefined } | undefined {
  if (process.platform === 'linux') {
    const command = readOrNothing(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim();
    return command === undefined ? undefined : { command, folder: folderOf(pid) };
  }
  const command = ps(pid, 'command');
  return command === undefined ? undefined : { command, folder: undefined };
}

function startOf(pid: number): string | undefined {
  if (!numberIsTaken(pid)) return undefined;
  if (process.platform === 'win32') return 'unknown';
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  const stat = readOrNothing(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name in parentheses may hold spaces; the state follows it, the start time is 19 fields later. A zombie (Z) has ended.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return undefined;
  return `${readOrNothing('/proc/sys/kernel/random/boot_id')?.trim()}:${fields[19]}`;
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return (
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() ||
      undefined
    );
  } catch {
    return undefined;
  }
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
