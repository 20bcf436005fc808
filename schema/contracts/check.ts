import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { personas } from '@leader/local-stack/personas';
import { parse } from 'graphql';
import { staleFiles } from '../checks/comparison.ts';
import { type OperationFile, operationFiles, operationProblems } from '../checks/operations.ts';
import { committedSubgraphs, readOrEmpty, root, type SubgraphSdl } from '../subgraph-files.ts';
import { composeContract } from './contract.ts';
import { contractFile, contracts } from './contracts.ts';
import { coordinatesIn, tagsIn } from './coordinates.ts';
import { type Asker, outOfReach } from './reach.ts';

/** What is committed of one contract, and the documents of the clients that are held to it. */
export interface CommittedContract {
  readonly name: string;
  readonly file: string;
  readonly committed: string;
  readonly documents: readonly OperationFile[];
  /** Who asks within it. */
  readonly askers: readonly Asker[];
}

/** Sentences about a contract that does not compose, was not composed anew, or whose callers cannot ask what they should or it shows. */
export function contractProblems(
  { name, file, committed, documents, askers }: CommittedContract,
  subgraphs: readonly SubgraphSdl[],
): string[] {
  const contract = composeContract(name, subgraphs);
  if ('problems' in contract) return [...contract.problems];
  const stale = staleFiles([{ file, committed, actual: contract.sdl }]);
  if (stale.length > 0) stale.push('  Run "npx tsx schema/contracts/compose.ts", look at what outsiders would see, and commit it.');
  return [
    ...stale,
    ...operationProblems(documents, contract.schema).map((problem) => `outside the contract ${name}: ${problem}`),
    ...outOfReach(contract.schema, subgraphs, askers).map(
      (coordinate) => `the contract ${name} shows ${coordinate}, and none of its callers has the rights to get there`,
    ),
  ];
}

/** Tags that name no contract, such as one misspelt: nobody would ever see what carries them. */
export function strayTags(known: readonly string[], subgraphs: readonly SubgraphSdl[]): string[] {
  return subgraphs.flatMap(({ name, sdl }) =>
    tagsIn(parse(sdl, { noLocation: true }))
      .filter((tag) => !known.includes(tag))
      .map((tag) => `${name}: "${tag}" is no contract; there are ${known.join(', ')}, and internal, which shows everything untagged`),
  );
}

/** What would go away for somebody who signs in. */
export function lostBySigningIn(everybody: string, member: string): string[] {
  const seen = new Set(coordinatesIn(parse(member, { noLocation: true })));
  return coordinatesIn(parse(everybody, { noLocation: true })).flatMap((coordinate) =>
    seen.has(coordinate) ? [] : [`the contract public shows ${coordinate}, and member does not: who signs in would lose it`],
  );
}

/** What is wrong with the contracts as they are committed. */
export async function committedContractProblems(): Promise<string[]> {
  const subgraphs = await committedSubgraphs();
  const texts = new Map<string, string>();
  const problems: string[] = [];
  for (const { name, clients } of contracts) {
    const committed = await readOrEmpty(contractFile(name));
    texts.set(name, committed);
    const documents = (await Promise.all(clients.map((client) => documentsOf(client)))).flat();
    const file = relative(root, contractFile(name));
    problems.push(...contractProblems({ name, file, committed, documents, askers: askersOf(name) }, subgraphs));
  }
  const known = contracts.map(({ name }) => name);
  return [...strayTags(known, subgraphs), ...problems, ...lostBySigningIn(texts.get('public') ?? '', texts.get('member') ?? '')];
}

function askersOf(contract: string): Asker[] {
  const withToken = personas.filter((persona) => persona.contract === contract);
  return [
    ...(contract === 'public' ? [{ isAnonymous: true, scopes: [] }] : []),
    ...withToken.map(({ scopes }) => ({ isAnonymous: false, scopes })),
  ];
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
