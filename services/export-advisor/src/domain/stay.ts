import { addDays, addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';

/** Days someone wants to be there, both included. */
export interface Stay {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export type StayRefusal = 'END_BEFORE_START' | 'LONGER_THAN_A_YEAR' | 'TOO_FAR_AHEAD';
export type StayDecision = { readonly stay: Stay } | { readonly refused: StayRefusal };

/** Without an end a stay is two weeks, the first day included. */
const usualDays = 14;
const yearsAhead = 5;

/** Reads the days of a stay, two weeks from today unless told otherwise, or says why nobody can be asked for them. */
export function stayBetween(from: LocalDate | null | undefined, to: LocalDate | null | undefined, today: LocalDate): StayDecision {
  const first = from ?? today;
  if (first > addMonths(today, yearsAhead * 12)) return { refused: 'TOO_FAR_AHEAD' };
  const last = to ?? addDays(first, usualDays - 1);
  if (last < first) return { refused: 'END_BEFORE_START' };
  if (last >= addMonths(first, 12)) return { refused: 'LONGER_THAN_A_YEAR' };
  return { stay: { from: first, to: last } };
}

export function later<Day extends string>(one: Day, other: Day): Day {
  if (one > other) return one;
  return other;
}
