import { rename, writeFile } from 'node:fs/promises';
import { compose } from './composition.ts';
import { committedSubgraphs, supergraphFile } from './subgraph-files.ts';

const subgraphs = await committedSubgraphs();
const unprinted = subgraphs
  .filter(({ sdl }) => sdl === '')
  .map(({ name }) => `schema/subgraphs/${name}.graphql is missing: run "npm run schema:print" first`);
const composition = unprinted.length > 0 ? { problems: unprinted } : compose(subgraphs);
if ('problems' in composition) {
  console.error(`The subgraphs do not compose:\n${composition.problems.map((problem) => `  ${problem}`).join('\n')}`);
  process.exitCode = 1;
} else {
  // A running gateway watches this file: it must never see half of it.
  await writeFile(`${supergraphFile}.new`, composition.supergraph);
  await rename(`${supergraphFile}.new`, supergraphFile);
  console.info(`schema/supergraph.graphql  ${composition.supergraph.split('\n').length} lines`);
}
