import { tokenOf } from './network.ts';
import { readOptions } from './options.ts';
import { exitCode, WrongUse } from './sentences.ts';

const usage = 'npm run -s token -- <persona>';

/** Prints an access token of a persona and nothing else. */
export async function token(args: readonly string[]): Promise<number> {
  const [persona, ...rest] = readOptions(args, [], usage).positionals;
  if (!persona || rest.length > 0) throw new WrongUse(`Name one persona. Usage: ${usage}`);
  console.log(await tokenOf(persona));
  return exitCode.done;
}
