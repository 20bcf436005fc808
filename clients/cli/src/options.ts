import { parseArgs } from 'node:util';
import { WrongUse } from './sentences.ts';

/** Reads `--name value` options and what stands beside them; refuses an option it does not know, with the usage. */
export function readOptions<Name extends string>(args: readonly string[], names: readonly Name[], usage: string) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Partial<Record<Name, string>>, positionals };
  } catch (error) {
    throw new WrongUse(`${sentenceOf(error as NodeJS.ErrnoException, names)} Usage: ${usage}`);
  }
}

function sentenceOf(error: NodeJS.ErrnoException, names: readonly string[]): string {
  const option = /'(-[^' ]*)/.exec(error.message)?.[1] ?? 'this';
  if (error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `The option ${option} needs a value.`;
  const known = names.map((name) => `--${name}`).join(', ');
  return known ? `There is no option ${option}: there are ${known}.` : `There is no option ${option}: this command takes none.`;
}
