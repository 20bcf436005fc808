import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildOnce } from '@leader/local-stack/site/build-once';

const folder = fileURLToPath(new URL('.', import.meta.url));
const ownFiles = ['src', 'build-graphiql.ts', 'index.html', 'vite.config.ts', 'package.json'];
const inputs = [...ownFiles, '../../schema/operations', '../../package-lock.json'];

/** Builds `dist/` unless it was built from the very same files; answers where it is. */
export function buildGraphiql(): Promise<string> {
  return buildOnce(folder, inputs);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildGraphiql();
