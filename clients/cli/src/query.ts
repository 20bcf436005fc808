import { requireStack, tokenOf } from './network.ts';
import { type Operation, readOperation } from './operation.ts';
import { readOptions } from './options.ts';
import { exitCode, NoAnswer, WrongUse } from './sentences.ts';

const usage = 'npm run -s query -- <file.graphql|-> [--as persona] [--variables JSON] [--operation name] [--lang fr|en] [--url address]';
const patience = 30_000;

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** Asks the graph and prints its answer, errors and all, as indented JSON. */
export async function query(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, ['as', 'variables', 'operation', 'lang', 'url'], usage);
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new WrongUse(`Name one file with an operation, or - for standard input. Usage: ${usage}`);
  if (values.lang && !['fr', 'en'].includes(values.lang)) throw new WrongUse(`--lang is fr or en, and not ${values.lang}.`);
  const operation = readOperation(file, values.operation, values.variables);
  const url = addressOf(values.url);
  const headers = {
    ...(values.as ? { authorization: `Bearer ${await tokenOf(values.as)}` } : {}),
    ...(values.lang ? { 'accept-language': values.lang } : {}),
  };
  const answer = await ask(url, operation, headers);
  console.log(JSON.stringify(answer, null, 2));
  return answer.errors && !answer.data ? exitCode.noAnswer : exitCode.done;
}

function addressOf(given: string | undefined): string {
  if (given === undefined) return requireStack().url;
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
  throw new WrongUse(`--url is not an address: write it as http://127.0.0.1:4000, and got ${given}.`);
}

async function ask(url: string, operation: Operation, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json', ...headers },
    body: JSON.stringify(operation),
    signal: AbortSignal.timeout(patience),
  }).catch((error: Error) => {
    const reason = error.name === 'TimeoutError' ? `did not answer within ${patience / 1000} s` : 'does not answer';
    throw new NoAnswer(`The gateway at ${url} ${reason}: is the stack running (\`npm start\`)?`);
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer;
  } catch {
    throw new NoAnswer(`What answers at ${url} is no GraphQL gateway (HTTP ${response.status}): check the address.`);
  }
}
