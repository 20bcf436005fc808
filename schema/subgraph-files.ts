import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');
export const supergraphFile = join(root, 'schema/supergraph.graphql');

/** A subgraph's name and what it shows to the graph. */
export interface SubgraphSdl {
  readonly name: string;
  readonly sdl: string;
}

/** Every service that shows a schema to the graph, by name. */
export async function subgraphNames(): Promise<string[]> {
  const names = await readdir(join(root, 'services'));
  return names.filter((name) => existsSync(join(root, 'services', name, 'src/graphql/schema.ts'))).sort();
}

export function subgraphFile(name: string): string {
  return join(root, 'schema/subgraphs', `${name}.graphql`);
}

/** The SDL as it is committed; empty where there is none yet. */
export async function committedSubgraphs(): Promise<SubgraphSdl[]> {
  return Promise.all((await subgraphNames()).map(async (name) => ({ name, sdl: await readOrEmpty(subgraphFile(name)) })));
}

export async function readOrEmpty(file: string): Promise<string> {
  return existsSync(file) ? readFile(file, 'utf8') : '';
}
