import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Machine } from './machine.ts';

export const resultsFolder = path.resolve(import.meta.dirname, '../../results');

/** Keeps what a part has shown: by its day, and as the latest of this part. */
export function keepResult(part: string, machine: Machine, shown: object): void {
  const day = new Date().toISOString().slice(0, 10);
  const result = { day, machine, ...shown };
  mkdirSync(resultsFolder, { recursive: true });
  write(`${part}-${day}.json`, result);
  write('latest.json', { ...latestResults(), [part]: result });
}

/** The latest result of each part. */
export function latestResults(): Record<string, unknown> {
  const file = path.join(resultsFolder, 'latest.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function write(name: string, result: object): void {
  writeFileSync(path.join(resultsFolder, name), `${JSON.stringify(result, null, 2)}\n`);
}
