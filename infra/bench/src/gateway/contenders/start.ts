import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemEnvironment } from '@leader/local-stack/config';
import { freePort } from '@leader/local-stack/processes/free-port';
import { lastWords } from '@leader/local-stack/processes/log-file';
import { waitUntil } from '@leader/local-stack/processes/wait';
import { bodyOf } from '../graph/operations.ts';
import { openPoster, type Poster } from '../load/post.ts';
import type { Contender, Surroundings } from './contender.ts';
import { onCore } from './cores.ts';

const patience = 60_000;
const leash = pathToFileURL(path.resolve(import.meta.dirname, '../../../../local/src/processes/leash.mjs')).href;

/** Flags with which the process can be asked from inside. */
export const openInside = ['--expose-gc', '--import', pathToFileURL(path.join(import.meta.dirname, 'inside.mjs')).href];

/** Flags of Node that every contender gets, unless it says more: without room for young objects most of them are busy with garbage. */
export const nodeFlags = ['--max-semi-space-size=64'];

export interface Running {
  readonly contender: Contender;
  readonly pid: number;
  readonly poster: Poster;
  /** Where its files lie. */
  readonly folder: string;
  /** Where it listens. */
  readonly origin: string;
  /** Asks the process itself, where `inside.mjs` is loaded into it. */
  askInside<Answer>(question: 'memory' | 'start profile' | 'stop profile'): Promise<Answer>;
  stop(): Promise<void>;
}

/**
 * @param extraFlags for Node, besides those that all get
 * @throws Error with its last words when it does not answer
 */
export async function start(
  contender: Contender,
  shared: Omit<Surroundings, 'folder' | 'port'> & { readonly home: string; readonly headers: readonly string[] },
  connections: number,
  extraFlags: readonly string[] = [],
): Promise<Running> {
  const folder = path.join(shared.home, contender.name.replaceAll(/\W+/g, '-'));
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const { args, environment } = await contender.command({ ...shared, folder, port });
  const logFile = path.join(folder, 'log');
  const log = openSync(logFile, 'a');
  const [command, ...first] = onCore('gateway', [process.execPath, ...nodeFlags, ...extraFlags, '--import', leash, ...args]);
  const child = spawn(command as string, first, {
    cwd: folder,
    env: { ...systemEnvironment(), NODE_ENV: 'production', ...environment },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const origin = `http://127.0.0.1:${port}`;
  const poster = openPoster(`${origin}${contender.path}`, connections);
  const isUp = () =>
    poster.post(bodyOf('middle', 0), shared.headers).then(
      ({ status }) => status === 200,
      () => false,
    );
  let answers = false;
  await waitUntil(async () => {
    answers = !hasEnded(child) && (await isUp());
    return answers || hasEnded(child);
  }, patience);
  const stop = async () => {
    await poster.close();
    await end(child);
  };
  if (answers) return { contender, pid: child.pid as number, poster, folder, origin, askInside: (question) => ask(child, question), stop };
  await stop();
  throw new Error(`it does not answer: ${lastWords(logFile, 0)}`);
}

function ask<Answer>(child: ChildProcess, question: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`the process ended before it answered "${question}"`));
    child.once('exit', gone).once('message', (answer) => {
      child.off('exit', gone);
      resolve(answer as Answer);
    });
    child.send(question);
  });
}

function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(insist);
}
