import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { yearOf } from '@leader/subgraph-kit/values/local-date';
import { type AnnualFigures, figuresKnownOn, isStale, type KnownFigures } from '../annual-figures.ts';
import { countUnlessFew } from '../few.ts';
import type { FigureGap } from './figure-gap.ts';

/** Growth from one closed year to the next: 0.042 is 4.2 % more. Null where the two cannot be compared. */
export interface Growth {
  readonly turnover: number | null;
  readonly fte: number | null;
}

/**
 * How much a company grew in its last closed year, by what was known. Only whole years are compared, amounts only in one currency,
 * and figures that are stale say nothing. Persistence says the same for everybody at once: a test asks both.
 */
export function growthOf(reports: readonly KnownFigures[], asOf: LocalDate, knownAt: LocalDate): Growth {
  const [latest, ...earlier] = figuresKnownOn(reports, asOf, knownAt);
  if (!latest || !isWholeYear(latest) || isStale(latest.closedOn, asOf)) return { turnover: null, fte: null };
  const before = earlier.find((year) => isWholeYear(year) && yearOf(year.closedOn) === yearOf(latest.closedOn) - 1);
  const isOneCurrency = before?.currency === latest.currency;
  return {
    turnover: isOneCurrency ? more(before.turnover, latest.turnover) : null,
    fte: more(before?.fte, latest.fte),
  };
}

function isWholeYear({ months }: AnnualFigures): boolean {
  return months === 12;
}

function more(before: number | bigint | null | undefined, now: number | bigint | null): number | null {
  if (before == null || now === null || Number(before) === 0) return null;
  return (Number(now) - Number(before)) / Number(before);
}

/** The middle of what many companies did, and the quarters below and above it. */
export interface Spread {
  /** How many companies it is drawn from. */
  readonly companies: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly gap: FigureGap | null;
}

export type Quartiles = readonly [lower: number, median: number, upper: number];

/** Quartiles in tenths of a percent, unless they come from so few companies that they would point at one. */
export function spreadOf(companies: number, quartiles: Quartiles | null): Spread {
  const told = countUnlessFew(companies);
  if (!told || !quartiles) {
    const gap = companies === 0 ? 'NOBODY' : 'TOO_FEW';
    return { companies: told, lowerQuartile: null, median: null, upperQuartile: null, gap };
  }
  const [lowerQuartile, median, upperQuartile] = quartiles.map((growth) => Math.round(growth * 1000) / 1000) as [number, number, number];
  return { companies: told, lowerQuartile, median, upperQuartile, gap: null };
}
