import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const stamp = path.join(folder, 'dist/built-from.txt');
const inputs = ['src', 'index.html', 'vite.config.ts', 'package.json', '../../package-lock.json'];

/** Builds `dist/` unless it was built from the very same files; answers where it is. */
export async function buildConsole(): Promise<string> {
  const sources = fingerprint();
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
    // Loaded only when needed: a start with nothing to build should not wait for a bundler.
    const { build } = await import('vite');
    await build({ root: folder, configFile: path.join(folder, 'vite.config.ts'), logLevel: 'error' });
    writeFileSync(stamp, sources);
  }
  return path.join(folder, 'dist');
}

function fingerprint(): string {
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildConsole();
