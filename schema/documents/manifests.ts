import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Kind, parse, print } from 'graphql';
import { staleFiles } from '../checks/comparison.ts';
import { type OperationFile, operationFiles } from '../checks/operations.ts';
import { readOrEmpty, root } from '../subgraph-files.ts';
import { type Client, clients } from './clients.ts';

const operationsFolder = join(root, 'schema/operations');

export function manifestFile(name: string): string {
  return join(root, 'schema/documents', `${name}.json`);
}

/** The manifest of one client, as it is committed and as the gateway reads it. */
export function manifestOf({ name, clientIds, contracts, adoption }: Client, files: readonly OperationFile[]): string {
  const documents = files.map(({ text }) => trusted(text)).sort((left, right) => (left.name < right.name ? -1 : 1));
  const byHash = Object.fromEntries(documents.map(({ hash, ...document }) => [hash, document]));
  return `${JSON.stringify({ client: name, clientIds, contracts, adoption, documents: byHash }, null, 2)}\n`;
}

/** Every manifest, by client. */
export async function manifests(): Promise<ReadonlyMap<string, string>> {
  const made = await Promise.all(
    clients.map(async (client) => [client.name, manifestOf(client, await operationFiles(join(operationsFolder, client.name)))] as const),
  );
  return new Map(made);
}

/** Sentences about manifests that are not what the documents say, and about folders of documents that belong to nobody. */
export async function manifestProblems(): Promise<string[]> {
  const compared = await Promise.all(
    [...(await manifests())].map(async ([name, actual]) => {
      const file = manifestFile(name);
      return { file: relative(root, file), committed: await readOrEmpty(file), actual };
    }),
  );
  const stale = staleFiles(compared);
  if (stale.length > 0) stale.push('  Run "npm run schema:documents", look at what clients may send by hash, and commit it.');
  return [...stale, ...nobodys(await readdir(operationsFolder))];
}

export function nobodys(folders: readonly string[]): string[] {
  const known = new Set(clients.map(({ name }) => name));
  return folders.flatMap((folder) =>
    known.has(folder) ? [] : [`schema/operations/${folder}: whose documents are these? Say so in schema/documents/clients.ts.`],
  );
}

/** As GraphQL prints it, so that a comment or the layout of a file moves no hash, and clients that print at run time agree. */
function trusted(text: string): { hash: string; name: string; text: string } {
  const document = parse(text, { noLocation: true });
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? ''] : [],
  );
  const printed = print(document);
  return { hash: createHash('sha256').update(printed).digest('hex'), name: names.join(' '), text: printed };
}
