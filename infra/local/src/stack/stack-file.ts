import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf, isAlive, type ProcessIdentity } from '../processes/process-identity.ts';

/** Where a running stack can be reached: for the command line and other programs of this machine. Holds no secrets. */
export interface RunningStack {
  readonly url: string;
  readonly issuer: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  /** Where the gateway and each service let their figures be read, in the form of Prometheus. */
  readonly metrics: Readonly<Record<string, string>>;
  /** Addresses of the services' databases, without passwords. */
  readonly databases: Readonly<Record<string, string>>;
  readonly supervisor: ProcessIdentity | undefined;
}

const fileIn = (directory: string) => path.join(directory, 'stack.json');

export function announceStack(directory: string, stack: Omit<RunningStack, 'supervisor'>): void {
  const file = fileIn(directory);
  writeFileSync(`${file}.partial`, `${JSON.stringify({ ...stack, supervisor: identityOf(process.pid) }, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.partial`, file);
}

export function forgetStack(directory: string): void {
  rmSync(fileIn(directory), { force: true });
}

/** The stack that runs on this data folder now; one whose supervisor is gone does not count. */
export function runningStack(directory: string): RunningStack | undefined {
  try {
    const stack = JSON.parse(readFileSync(fileIn(directory), 'utf8')) as RunningStack;
    return stack.supervisor && isAlive(stack.supervisor) ? stack : undefined;
  } catch {
    return undefined;
  }
}
