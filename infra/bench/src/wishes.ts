import { parseArgs } from 'node:util';

/** What whoever runs the bench asks for. */
export interface Wishes {
  readonly only: readonly string[];
  readonly rounds: number | undefined;
  /** Length of one turn of a gateway. */
  readonly seconds: number;
  /** Words of which one is in the name of each gateway that takes part; all without any. */
  readonly contenders: readonly string[] | undefined;
  /** Size of the largest directory. */
  readonly companies: number;
  /** Distinct operations, and versions of the graph, over which the memory is looked at. */
  readonly operations: number;
  readonly reloads: number;
  /** Whether the first page of the repository is to show the latest table. */
  readonly write: boolean;
  /** Whether to say where our gateway's time goes, instead of measuring. */
  readonly profile: boolean;
}

/** What cannot be done, in one sentence. */
export class WishRefused extends Error {
  override readonly name = 'WishRefused';
}

const options = {
  only: { type: 'string', multiple: true },
  rounds: { type: 'string' },
  seconds: { type: 'string', default: '1.5' },
  contender: { type: 'string', multiple: true },
  companies: { type: 'string', default: '1000000' },
  operations: { type: 'string', default: '100000' },
  reloads: { type: 'string', default: '300' },
  write: { type: 'boolean', default: false },
  profile: { type: 'boolean', default: false },
} as const;

/** @throws WishRefused when something is asked that there is not */
export function readWishes(words: readonly string[], parts: readonly string[]): Wishes {
  const values = parse(words);
  const only = values.only?.flatMap((text) => text.split(',')) ?? parts;
  const unknown = only.find((name) => !parts.includes(name));
  if (unknown !== undefined) throw new WishRefused(`There is no part "${unknown}" of the bench: choose from ${parts.join(', ')}.`);
  return {
    only,
    rounds: values.rounds === undefined ? undefined : positive('rounds', values.rounds, true),
    seconds: positive('seconds', values.seconds, false),
    contenders: values.contender,
    companies: positive('companies', values.companies, true),
    operations: positive('operations', values.operations, true),
    reloads: positive('reloads', values.reloads, true),
    write: values.write,
    profile: values.profile,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new WishRefused(`${(error as Error).message.split('.')[0]}: the bench knows ${known.join(', ')}.`);
  }
}

function positive(name: string, text: string, isWhole: boolean): number {
  const number = Number(text);
  if (number > 0 && Number.isFinite(number) && (!isWhole || Number.isInteger(number))) return number;
  throw new WishRefused(`--${name} is "${text}", and must be a ${isWhole ? 'whole ' : ''}number above 0.`);
}
