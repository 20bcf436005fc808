import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import path from 'node:path';
import { postgresAccount } from '../postgres/account.ts';
import { packageFolder } from '../postgres/binaries.ts';
import { type Finding, fine, notice, trouble } from './finding.ts';

const wantedCores = 2;
const wantedMemory = 1_500;
const wantedDisk = 500;

/** Whether the machine is strong enough: less still works, only more slowly. */
export function lookAtMachine(dataDirectory: string): Finding[] {
  return [cores(), memory(), disk(dataDirectory)];
}

/** Whether there is a PostgreSQL for this system and someone to run it. */
export function lookAtPostgres(): Finding {
  try {
    const folder = packageFolder();
    const account = postgresAccount();
    return fine('PostgreSQL', `${path.basename(folder)}, run by ${account ? `the user ${account.name}` : 'you'}`);
  } catch (error) {
    return trouble('PostgreSQL', 'there is none to start', (error as Error).message);
  }
}

function cores(): Finding {
  const count = availableParallelism();
  if (count >= wantedCores) return fine('cores', String(count));
  return notice('cores', String(count), `starting takes longer than with ${wantedCores}`);
}

function memory(): Finding {
  const megabytes = Math.floor(freemem() / 1024 / 1024);
  if (megabytes >= wantedMemory) return fine('free memory', `${megabytes} MB`);
  return notice('free memory', `${megabytes} MB`, `close other programs: the stack takes about ${wantedMemory} MB`);
}

function disk(dataDirectory: string): Finding {
  let folder = path.resolve(dataDirectory);
  while (!existsSync(folder)) folder = path.dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
  if (megabytes >= wantedDisk) return fine('free disk', `${megabytes} MB at ${folder}`);
  return trouble(
    'free disk',
    `${megabytes} MB at ${folder}`,
    `free some: ${wantedDisk} MB are needed, or set DATA_DIR to a folder on another disk`,
  );
}
