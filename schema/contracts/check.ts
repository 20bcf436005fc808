import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staleFiles } from '../checks/comparison.ts';
import { type OperationFile, operationFiles, operationProblems } from '../checks/operations.ts';
import { committedSubgraphs, readOrEmpty, root, type SubgraphSdl } from '../subgraph-files.ts';
import { composeContract } from './contract.ts';
import { contractFile, contracts } from './contracts.ts';

/** What is committed of one contract, and the documents of the clients that are held to it. */
export interface CommittedContract {
  readonly name: string;
  readonly file: string;
  readonly committed: string;
  readonly documents: readonly OperationFile[];
}

/** Sentences about a contract that does not compose, was not composed anew, or cannot answer what its clients ask. */
export function contractProblems({ name, file, committed, documents }: CommittedContract, subgraphs: readonly SubgraphSdl[]): string[] {
  const contract = composeContract(name, subgraphs);
  if ('problems' in contract) return [...contract.problems];
  const stale = staleFiles([{ file, committed, actual: contract.sdl }]);
  if (stale.length > 0) stale.push('  Run "npx tsx schema/contracts/compose.ts", look at what outsiders would see, and commit it.');
  return [...stale, ...operationProblems(documents, contract.schema).map((problem) => `outside the contract ${name}: ${problem}`)];
}

/** What is wrong with the contracts as they are committed. */
export async function committedContractProblems(): Promise<string[]> {
  const subgraphs = await committedSubgraphs();
  const found = await Promise.all(
    contracts.map(async ({ name, clients }) => {
      const file = contractFile(name);
      const documents = await Promise.all(clients.map((client) => documentsOf(client)));
      return contractProblems(
        { name, file: relative(root, file), committed: await readOrEmpty(file), documents: documents.flat() },
        subgraphs,
      );
    }),
  );
  return found.flat();
}

async function documentsOf(client: string): Promise<OperationFile[]> {
  const files = await operationFiles(join(root, 'schema/operations', client));
  return files.map(({ file, text }) => ({ file: `${client}/${file}`, text }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await committedContractProblems();
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
