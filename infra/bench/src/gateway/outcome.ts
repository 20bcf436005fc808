import { median, rounded } from '../measuring/figures.ts';
import type { Memory } from '../measuring/processor-time.ts';
import type { OperationName } from './graph/operations.ts';
import type { Turn } from './load/load.ts';
import type { PassName } from './passes.ts';

/** A turn, and how many requests reached the subgraphs for each of its own. */
export type CountedTurn = Turn & { readonly calls: number };

/** Medians over the rounds. */
export type Figures = Omit<CountedTurn, 'requests'> & { readonly rounds: number };

/** What one contender showed, or why it showed nothing. */
export interface Outcome {
  readonly name: string;
  readonly note: string;
  readonly void?: string;
  readonly memory?: Memory;
  readonly figures: Partial<Record<OperationName, Partial<Record<PassName, Figures>>>>;
}

export function figuresOf(turns: readonly CountedTurn[]): Figures {
  const middle = (figure: keyof CountedTurn, digits?: number) => rounded(median(turns.map((turn) => turn[figure])), digits);
  return {
    rounds: turns.length,
    cpu: middle('cpu', 3),
    perSecond: middle('perSecond', 0),
    p50: middle('p50'),
    p99: middle('p99'),
    calls: middle('calls', 1),
  };
}

/** Whether equal requests of the same moment cost the subgraphs less than different ones. */
export function deduplicates({ figures }: Outcome): boolean | undefined {
  const known = Object.values(figures).flatMap(({ varying, identical }) => (varying && identical ? [identical.calls / varying.calls] : []));
  return known.length === 0 ? undefined : median(known) < 0.9;
}

/** How the cost of a request compares: processor time of the other one over that of this one. More is better. */
export function ratio(of: Outcome, other: Outcome | undefined, operation: OperationName, pass: PassName = 'varying'): number | undefined {
  const [mine, theirs] = [of.figures[operation]?.[pass]?.cpu, other?.figures[operation]?.[pass]?.cpu];
  return mine && theirs ? rounded(theirs / mine) : undefined;
}
