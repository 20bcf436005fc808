import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildOnce } from '@leader/local-stack/site/build-once';

const folder = fileURLToPath(new URL('.', import.meta.url));
const inputs = ['src', 'build-console.ts', 'index.html', 'vite.config.ts', 'package.json', '../../package-lock.json'];

/** Builds `dist/` unless it was built from the very same files; answers where it is. */
export function buildConsole(): Promise<string> {
  return buildOnce(folder, inputs);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildConsole();
