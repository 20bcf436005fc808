import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildFailure, build, type Plugin, stop } from 'esbuild';
import { CannotStart } from '../cannot-start.ts';

/**
 * Writes each program as one file that Node runs as it is, and answers the file of a name. Loading some hundred TypeScript files
 * one by one through a loader takes each process twice the time, and eleven of them start at once.
 *
 * @param programs TypeScript files by name
 * @param unnamed programs that need no names of classes at run time. To keep them costs a call for each function that is made,
 *   a fiftieth of a small request to the gateway.
 * @throws CannotStart naming the place in the source that cannot be read
 */
export async function buildPrograms(
  programs: Readonly<Record<string, string>>,
  folder: string,
  unnamed: readonly string[] = [],
): Promise<(name: string) => string> {
  const sources = new Set(Object.values(programs));
  try {
    await Promise.all([write(false), write(true)]);
  } catch (error) {
    throw explain(error as BuildFailure);
  } finally {
    await stop();
  }
  return (name) => path.join(folder, `${name}.mjs`);

  async function write(keepNames: boolean): Promise<void> {
    const asked = Object.entries(programs).filter(([name]) => unnamed.includes(name) !== keepNames);
    await build({
      entryPoints: asked.map(([name, file]) => ({ in: file, out: name })),
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // Resolving exactly as Node does: bundlers would prefer other files of some packages.
      conditions: [],
      mainFields: ['main'],
      // Migrations are known by the names of their classes.
      keepNames,
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: true, verbatimModuleSyntax: true } },
      sourcemap: 'linked',
      logLevel: 'silent',
      plugins: [packagesAsTheyAre, placesOfSources(sources)],
    });
  }
}

const asked = Symbol('asked');

/** Packages stay where they are, named by their place, since the written file lies elsewhere. */
const packagesAsTheyAre: Plugin = {
  name: 'packages as they are',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^[^./]/ }, async ({ path: name, pluginData, kind, importer, resolveDir }) => {
      if (pluginData === asked || name.startsWith('node:')) return undefined;
      const found = await esbuild.resolve(name, { kind, importer, resolveDir, pluginData: asked });
      if (found.errors.length > 0) return { errors: found.errors };
      if (found.external || !found.path.includes(`${path.sep}node_modules${path.sep}`)) return found;
      return { path: kind === 'require-call' ? found.path : pathToFileURL(found.path).href, external: true };
    });
  },
};

/** A file that asks where it lies hears the place of its source; a program's own file is the one that was started. */
function placesOfSources(programs: ReadonlySet<string>): Plugin {
  return {
    name: 'places of sources',
    setup(esbuild) {
      esbuild.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        if (programs.has(file)) return undefined;
        const text = readFileSync(file, 'utf8');
        if (!text.includes('import.meta')) return undefined;
        const places = { url: pathToFileURL(file).href, dirname: path.dirname(file), filename: file };
        const contents = text.replace(/\bimport\.meta\.(url|dirname|filename)\b/g, (_all, name: keyof typeof places) =>
          JSON.stringify(places[name]),
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}

function explain({ errors }: BuildFailure): CannotStart {
  const [first] = errors ?? [];
  if (!first) return new CannotStart('The programs could not be built: run `npm install`, then `npm run doctor`.');
  const place = first.location ? `${first.location.file}:${first.location.line}: ` : '';
  return new CannotStart(`A program cannot be built: ${place}${first.text}. Correct it and start again.`);
}
