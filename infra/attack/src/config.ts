import { parseArgs } from 'node:util';

export interface AttackSettings {
  readonly seed: number;
  readonly generated: number;
  /** The id of one case, or the beginning of several. */
  readonly only: string | undefined;
}

/** Reads `--seed N --generated N --case A1.3`; a seed is drawn and told when none is given. */
export function readSettings(args: readonly string[] = process.argv.slice(2)): AttackSettings {
  const { values } = parseArgs({
    args: [...args],
    options: { seed: { type: 'string' }, generated: { type: 'string', default: '2000' }, case: { type: 'string' } },
  });
  return {
    seed: wholeNumber('--seed', values.seed ?? String(Math.floor(Math.random() * 1_000_000))),
    generated: values.case === undefined ? wholeNumber('--generated', values.generated) : 0,
    only: values.case,
  };
}

/** @throws Error with what to write instead */
function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} takes a whole number, e.g. ${name} 42`);
  return Number(text);
}
