import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root, type SubgraphSdl, subgraphNames } from './subgraph-files.ts';

const run = promisify(execFile);
const largestSdl = 16 * 1024 * 1024;

/** The SDL of every service as its code says now. Two at a time: each is a process that loads a whole service. */
export async function printedSubgraphs(): Promise<SubgraphSdl[]> {
  const names = await subgraphNames();
  const printed: SubgraphSdl[] = [];
  const waiting = [...names];
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) printed.push({ name, sdl: await printedSdl(name) });
  };
  await Promise.all([work(), work()]);
  return printed.sort((left, right) => names.indexOf(left.name) - names.indexOf(right.name));
}

async function printedSdl(name: string): Promise<string> {
  const folder = join(root, 'services', name);
  const schema = pathToFileURL(join(folder, 'src/graphql/schema.ts')).href;
  const { stdout } = await run(process.execPath, ['--import', 'tsx', join(root, 'schema/print-one.ts'), schema], {
    cwd: folder,
    maxBuffer: largestSdl,
  }).catch((failure: { stderr?: string }) => {
    const [, sentence] = /^\w*Error\b[^:]*: (.+)$/m.exec(failure.stderr ?? '') ?? [];
    throw new Error(`services/${name} shows no schema: ${sentence ?? failure.stderr}`);
  });
  return `${stdout.trim()}\n`;
}
