import { writeFile } from 'node:fs/promises';
import { printedSubgraphs } from './printing.ts';
import { subgraphFile } from './subgraph-files.ts';

for (const { name, sdl } of await printedSubgraphs()) {
  await writeFile(subgraphFile(name), sdl);
  console.info(`schema/subgraphs/${name}.graphql  ${sdl.split('\n').length} lines`);
}
