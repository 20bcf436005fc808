import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Builds a client's `dist/` with vite, unless it was built from the very same files; answers where it is.
 *
 * @param folder of the client
 * @param inputs files and folders that the build reads, seen from there
 */
export async function buildOnce(folder: string, inputs: readonly string[]): Promise<string> {
  const stamp = path.join(folder, 'dist/built-from.txt');
  const sources = fingerprint(folder, inputs);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
    // A process of its own: whoever calls may be a test or in development, and what people get is neither.
    const vite = path.join(path.dirname(createRequire(path.join(folder, 'package.json')).resolve('vite/package.json')), 'bin/vite.js');
    await run(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: folder, env: { NODE_ENV: 'production' } });
    writeFileSync(stamp, sources);
  }
  return path.join(folder, 'dist');
}

function fingerprint(folder: string, inputs: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(path.join(folder, input)))) {
    hash.update(path.relative(folder, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  const entries = readdirSync(path.dirname(place), { withFileTypes: true });
  if (entries.find(({ name }) => name === path.basename(place))?.isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
