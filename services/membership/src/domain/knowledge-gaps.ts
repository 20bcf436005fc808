import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { yearOf } from '@leader/subgraph-kit/values/local-date';
import { type AnnualFigures, isStale, lastEndedYear, yearMissingAfter } from './annual-figures.ts';

export const registerGaps = ['FOUNDED_ON_MISSING', 'ACTIVITY_MISSING', 'PROCEEDINGS_NOT_CHECKED'] as const;
export const figuresGaps = [
  'NO_FIGURES',
  'FIGURES_STALE',
  'TURNOVER_MISSING',
  'EXPORT_TURNOVER_MISSING',
  'BALANCE_SHEET_MISSING',
  'FTE_MISSING',
  'NOT_IN_EUROS',
] as const;

export type GapCode = (typeof registerGaps)[number] | (typeof figuresGaps)[number];

/** Something nobody told the network, with the year it is missing for. */
export interface KnowledgeGap {
  readonly code: GapCode;
  readonly year: number | null;
}

export interface RegisterFacts {
  readonly foundedOn: string | null;
  readonly hasActivity: boolean;
  readonly inCollectiveProceedings: boolean | null;
}

/** What is not known of a company from its register. */
export function gapsInRegister(facts: RegisterFacts): KnowledgeGap[] {
  return gapsWhere([
    [facts.foundedOn === null, 'FOUNDED_ON_MISSING', null],
    [!facts.hasActivity, 'ACTIVITY_MISSING', null],
    [facts.inCollectiveProceedings === null, 'PROCEEDINGS_NOT_CHECKED', null],
  ]);
}

/** What is not known of a company's business; the year named is the one whose figures to ask for. */
export function gapsInFigures(latest: AnnualFigures | undefined, today: LocalDate): KnowledgeGap[] {
  if (!latest) return [{ code: 'NO_FIGURES', year: lastEndedYear(today) }];
  const year = yearOf(latest.closedOn);
  return gapsWhere([
    [isStale(latest.closedOn, today), 'FIGURES_STALE', yearMissingAfter(latest.closedOn, today)],
    [latest.turnover === null, 'TURNOVER_MISSING', year],
    [latest.exportTurnover === null, 'EXPORT_TURNOVER_MISSING', year],
    [latest.balanceTotal === null, 'BALANCE_SHEET_MISSING', year],
    [latest.fte === null, 'FTE_MISSING', year],
    // French size classes are set in euros, and nobody gave us the rate of that day.
    [latest.currency !== 'EUR', 'NOT_IN_EUROS', year],
  ]);
}

function gapsWhere(candidates: readonly (readonly [isMissing: boolean, code: GapCode, year: number | null])[]): KnowledgeGap[] {
  return candidates.filter(([isMissing]) => isMissing).map(([, code, year]) => ({ code, year }));
}
