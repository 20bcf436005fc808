import { exitCode, NoAnswer, WrongUse } from './sentences.ts';

type Command = (args: readonly string[]) => Promise<number>;

/** Every command lies in the file of its name, and is loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  token: async () => (await import('./token.ts')).token,
  query: async () => (await import('./query.ts')).query,
  import: async () => (await import('./import.ts')).importList,
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new WrongUse(`There is no command "${name}": there are ${Object.keys(commands).join(', ')}.`);
  return (await command())(args);
}

// Whoever reads us may stop early, as `| head` does.
process.stdout.on('error', () => process.exit(exitCode.done));

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    if (!(error instanceof WrongUse || error instanceof NoAnswer)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof WrongUse ? exitCode.wrongUse : exitCode.noAnswer;
  },
);
