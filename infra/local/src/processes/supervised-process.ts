import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.ts';
import { lastWords, openLogFile } from './log-file.ts';
import { waitUntil } from './wait.ts';

export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Another user of the system to run as. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  /** A Node program ends by itself when we are gone (see leash.mjs). */
  readonly onLeash: boolean;
  /** Asks politely; the process may finish what it has in hand. */
  readonly stopSignal: NodeJS.Signals;
  /** Done before every start. */
  beforeStart?(): Promise<unknown>;
  isReady(): Promise<boolean>;
}

const startPatience = 60_000;
const stopPatience = 15_000;
const shortestPause = 250;
const longestPause = 10_000;
/** Whoever ran this long is well again, and the next fall is treated as the first. */
const steadyAfter = 30_000;

/** One process of the stack. Once it was ready it is started again whenever it dies, until it is stopped. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private isWanted = false;
  private nextPause = shortestPause;

  constructor(
    private readonly program: Program,
    private readonly announce: (sentence: string) => void,
  ) {}

  get name(): string {
    return this.program.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts the process and waits until it answers; refuses with its last words when it cannot start. */
  async start(signal?: AbortSignal): Promise<void> {
    this.isWanted = true;
    const { child, offset } = await this.launch();
    let isReady = false;
    await waitUntil(async () => {
      isReady = !hasEnded(child) && (await this.program.isReady());
      return isReady || hasEnded(child) || signal?.aborted === true;
    }, startPatience);
    if (signal?.aborted) return;
    if (!isReady) throw await this.failure(child, offset);
    this.watch(child);
  }

  /** Asks the process to end, waits for it, and insists when it takes too long. */
  async stop(): Promise<void> {
    this.isWanted = false;
    await this.end();
  }

  /** Ends the process at once, asking nothing. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.isWanted = false;
    this.child?.kill(signal);
  }

  private async end(): Promise<void> {
    const child = this.child;
    if (!child?.pid || hasEnded(child)) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(this.program.stopSignal);
    const insist = setTimeout(() => child.kill('SIGKILL'), stopPatience);
    await ended;
    clearTimeout(insist);
  }

  private async launch(): Promise<{ child: ChildProcess; offset: number }> {
    const { program } = this;
    await program.beforeStart?.();
    const { descriptor, offset } = openLogFile(program.logFile);
    const leash = program.onLeash ? ['--import', path.join(import.meta.dirname, 'leash.mjs')] : [];
    const child = spawn(program.command, [...leash, ...program.args], {
      cwd: program.folder,
      env: program.environment,
      stdio: ['ignore', descriptor, descriptor, ...(program.onLeash ? ['ipc' as const] : [])],
      // In a group of its own, so that Ctrl-C reaches only us and we stop everything in order.
      detached: true,
      ...(program.account ? { uid: program.account.uid, gid: program.account.gid } : {}),
    });
    closeSync(descriptor);
    child.on('error', (error) => appendFileSync(program.logFile, `Error: ${error.message}\n`));
    this.child = child;
    return { child, offset };
  }

  private async failure(child: ChildProcess, offset: number): Promise<CannotStart> {
    const { name, logFile } = this.program;
    if (hasEnded(child)) return new CannotStart(`${name} could not start: ${lastWords(logFile, offset)} (its log: ${logFile})`);
    await this.end();
    return new CannotStart(
      `${name} did not answer within ${startPatience / 1000} s; the last it said: ${lastWords(logFile, offset)} (its log: ${logFile})`,
    );
  }

  private watch(child: ChildProcess): void {
    const since = Date.now();
    const fallen = (code: number | null, signal: NodeJS.Signals | null) => {
      if (!this.isWanted || this.child !== child) return;
      if (Date.now() - since > steadyAfter) this.nextPause = shortestPause;
      this.announce(`${this.name} ended ${signal ? `by ${signal}` : `with code ${code}`} and is started again`);
      void this.revive();
    };
    if (hasEnded(child)) fallen(child.exitCode, child.signalCode);
    else child.once('exit', fallen);
  }

  private async revive(): Promise<void> {
    while (this.isWanted) {
      await pause(this.nextPause, undefined, { ref: false });
      this.nextPause = Math.min(this.nextPause * 2, longestPause);
      if (!this.isWanted) return;
      try {
        await this.start();
        this.announce(`${this.name} answers again`);
        return;
      } catch (error) {
        // A start that was refused leaves the wish standing: another try follows after a longer pause.
        if (this.isWanted || !(error instanceof CannotStart)) this.announce((error as Error).message);
      }
    }
  }
}

/** Whether the process is over, or never came to be. */
function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
