import type { AttackSettings } from '../config.ts';
import { cases } from './cases.ts';
import { generatedCases } from './generated.ts';
import type { AttackCase } from './shapes.ts';

/** All named cases and as many generated ones as wanted; or those that one id means, generated ones like X42.7 included. */
export function chosenCases({ only, seed, generated }: AttackSettings): AttackCase[] {
  if (only === undefined) return [...cases, ...generatedCases(seed, generated, cases)];
  const [, ofSeed, number] = /^X(\d+)\.(\d+)$/.exec(only) ?? [];
  if (ofSeed !== undefined) return generatedCases(Number(ofSeed), Number(number), cases).slice(-1);
  const chosen = cases.filter(({ id }) => id === only || id.startsWith(`${only}.`) || (only.length === 1 && id.startsWith(only)));
  if (chosen.length === 0) throw new Error(`there is no case ${only}: ids are like A1.3, families like A1 or A`);
  return chosen;
}
