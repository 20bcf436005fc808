import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { GraphQLError } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { explain } from './explanation.ts';

const usage = 'npm run -s explain -- <file.graphql> [--operation name] [--variables JSON] [--whole]';
const supergraph = path.resolve(import.meta.dirname, '../../../schema/supergraph.graphql');
const widest = 160;

/** Prints what an operation asks of whom, and answers the code to exit with. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { operation: { type: 'string' }, variables: { type: 'string' }, whole: { type: 'boolean' } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) return wrong(`Name one file with an operation. Usage: ${usage}`);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return wrong(`${file} cannot be read. Usage: ${usage}`);
  const variables = asObject(values.variables ?? '{}');
  if (!variables) return wrong(`--variables is an object in JSON, for example '{"country":"MA"}'.`);
  try {
    const { hops, tree, amounts, cost } = explain(await readFile(supergraph, 'utf8'), text, values.operation, variables);
    console.log(
      `${cost} points: ${Object.entries(amounts)
        .flatMap(([of, count]) => (count > 0 ? [`${count} ${of}`] : []))
        .join(', ')}`,
    );
    console.log(`${hops} hops behind one another, ${amounts.fetches} fetches\n`);
    for (const line of tree) console.log(values.whole || line.length <= widest ? line : `${line.slice(0, widest - 1)}…`);
    return 0;
  } catch (error) {
    if (error instanceof GraphQLError) return wrong(error.toString());
    if (error instanceof KnownError)
      return wrong(error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message);
    throw error;
  }
}

function asObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function wrong(sentence: string): number {
  console.error(sentence);
  return 2;
}

process.exitCode = await main();
