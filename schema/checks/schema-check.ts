import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { contractFile, contracts } from '../contracts/contracts.ts';
import { root, supergraphFile } from '../subgraph-files.ts';
import { fileAt, isKnown, usualBase } from './base.ts';
import { type Changes, changesBetween } from './changes.ts';
import { type OperationFile, operationFiles } from './operations.ts';

/** npm run schema:check [-- <commit, branch or tag | file of an older supergraph>] */
const [given] = process.argv.slice(2);
const base = given ?? (await usualBase());

if (base === undefined) console.info('There is no history to compare with: what clients see was compared with nothing.');
else if (given !== undefined && !existsSync(given) && !(await isKnown(given))) {
  console.error(`There is no commit, branch, tag or file "${given}". Name one that is here, for example: npm run schema:check -- main`);
  process.exitCode = 2;
} else report(await changesSince(base), base);

async function changesSince(from: string): Promise<Changes[]> {
  const isFile = existsSync(from);
  const before = isFile ? await readFile(from, 'utf8') : await fileAt(from, 'schema/supergraph.graphql');
  if (before === '') return [];
  const found = [await changesBetween('what clients see', api(before), api(await readFile(supergraphFile, 'utf8')), await documents(''))];
  for (const { name, clients } of isFile ? [] : contracts) {
    const old = await fileAt(from, `schema/contracts/${name}.graphql`);
    if (old === '') continue;
    const sent = (await Promise.all(clients.map((client) => documents(client)))).flat();
    found.push(
      await changesBetween(`the contract ${name}`, buildSchema(old), buildSchema(await readFile(contractFile(name), 'utf8')), sent),
    );
  }
  return found;
}

function report(changes: readonly Changes[], from: string): void {
  for (const sentence of changes.flatMap(({ told }) => told)) console.info(sentence);
  const breaking = changes.flatMap((one) => one.breaking);
  for (const sentence of breaking) console.error(sentence);
  if (breaking.length === 0) {
    console.info(`Nothing that our clients send is broken since ${from.slice(0, 40)}.`);
    return;
  }
  console.error('Keep what is used (deprecate it, and add the new one beside it), or change the documents in schema/operations first.');
  process.exitCode = 1;
}

function api(supergraph: string): GraphQLSchema {
  return Supergraph.build(supergraph, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES }).apiSchema().toGraphQLJSSchema();
}

async function documents(client: string): Promise<OperationFile[]> {
  const files = await operationFiles(join(root, 'schema/operations', client));
  return files.map(({ file, text }) => ({ file: join(client, file), text }));
}
