import { spawn } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import { lastWords, openLogFile } from './log-file.ts';

/** A program that does one thing and ends. */
export interface Errand {
  readonly name: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** Runs it to its end and answers the last line it printed; refuses with its last words when it fails. */
export function runErrand(errand: Errand, signal?: AbortSignal): Promise<string> {
  const { descriptor, offset } = openLogFile(errand.logFile);
  return new Promise<string>((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', path.join(import.meta.dirname, 'leash.mjs'), ...errand.args], {
      cwd: errand.folder,
      env: errand.environment,
      stdio: ['ignore', 'pipe', descriptor, 'ipc'],
      detached: true,
    });
    let printed = '';
    child.stdout?.on('data', (text: Buffer) => {
      printed = `${printed}${text}`.slice(-4_000);
      writeSync(descriptor, text);
    });
    // The whole group: a build has children of its own.
    const abort = () => child.pid && process.kill(-child.pid, 'SIGTERM');
    signal?.addEventListener('abort', abort, { once: true });
    child.once('error', (error) => reject(new CannotStart(`${errand.name} cannot be run: ${error.message}`)));
    child.once('close', (code) => {
      signal?.removeEventListener('abort', abort);
      if (code === 0) resolve(printed.trim().split('\n').at(-1) ?? '');
      else reject(new CannotStart(`${errand.name} failed: ${lastWords(errand.logFile, offset)} (its log: ${errand.logFile})`));
    });
  }).finally(() => closeSync(descriptor));
}
