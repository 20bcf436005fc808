import { join, relative } from 'node:path';
import { compose } from '../composition.ts';
import { printedSubgraphs } from '../printing.ts';
import { readOrEmpty, root, subgraphFile, supergraphFile } from '../subgraph-files.ts';
import { staleFiles } from './comparison.ts';
import { conventionProblems } from './conventions.ts';
import { operationFiles, operationProblems } from './operations.ts';
import { owners } from './owners.ts';
import { rightsProblems } from './rights.ts';

const printed = await printedSubgraphs();
const composition = compose(printed);
const compared = await Promise.all(printed.map(({ name, sdl }) => against(subgraphFile(name), sdl)));
if ('supergraph' in composition) compared.push(await against(supergraphFile, composition.supergraph));
const stale = staleFiles(compared);

const problems = [
  ...stale,
  ...(stale.length > 0 ? ['  Run "npm run schema:print && npm run schema:compose", look at the change, and commit it.'] : []),
  ...('problems' in composition
    ? composition.problems
    : operationProblems(await operationFiles(join(root, 'schema/operations')), composition.api)),
  ...conventionProblems(printed, owners),
  ...rightsProblems(printed),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;

async function against(file: string, actual: string) {
  return { file: relative(root, file), committed: await readOrEmpty(file), actual };
}
