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

/** Flags of Node that every contender gets: without room for young objects most of them are busy with garbage. */
export const nodeFlags = ['--max-semi-space-size=64'];

export interface Running {
  readonly contender: Contender;
  readonly pid: number;
  readonly poster: Poster;
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
  const poster = openPoster(`http://127.0.0.1:${port}${contender.path}`, connections);
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
  if (answers) return { contender, pid: child.pid as number, poster, stop };
  await stop();
  throw new Error(`it does not answer: ${lastWords(logFile, 0)}`);
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
