import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ComposedContract, composedContracts } from '../contracts/contract.ts';

/** One version of the graph as it is delivered: the supergraph, and what each contract shows of it. */
export interface GraphVersion {
  readonly supergraph: string;
  readonly contracts: ReadonlyMap<ComposedContract, string>;
}

/** Where the files of a version lie. They come together and are taken over together. */
export interface GraphFiles {
  readonly supergraph: string;
  /** Folder with one file for each contract, by its name. */
  readonly contracts: string;
}

/** @throws Error with the path of the first file that cannot be read. */
export async function readVersion(files: GraphFiles): Promise<GraphVersion> {
  const [supergraph = '', ...contracts] = await Promise.all(pathsOf(files).map(readText));
  return { supergraph, contracts: new Map(composedContracts.map((contract, index) => [contract, contracts[index] ?? ''])) };
}

/** Changes whenever one of the files is written. */
export async function lastChange(files: GraphFiles): Promise<string> {
  const stats = await Promise.all(pathsOf(files).map((path) => stat(path)));
  return stats.map(({ mtimeMs }) => mtimeMs).join(' ');
}

function pathsOf({ supergraph, contracts }: GraphFiles): string[] {
  return [supergraph, ...composedContracts.map((contract) => join(contracts, `${contract}.graphql`))];
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`${path} cannot be read`, { cause });
  });
}
