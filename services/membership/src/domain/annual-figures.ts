import { addDays, addMonths, type LocalDate, monthsBetween, yearOf } from '@leader/subgraph-kit/values/local-date';
import type { CurrencyCode } from '@leader/subgraph-kit/values/money';

export const figuresSources = ['DECLARED', 'FILED', 'AUDITED'] as const;
export type FiguresSource = (typeof figuresSources)[number];

/** What a company reported for one closed fiscal year. Amounts in minor units of the currency; null is what nobody knows. */
export interface AnnualFigures {
  readonly closedOn: LocalDate;
  /** Length of the fiscal year. */
  readonly months: number;
  readonly currency: CurrencyCode;
  readonly turnover: bigint | null;
  readonly exportTurnover: bigint | null;
  readonly balanceTotal: bigint | null;
  /** Full-time equivalents. */
  readonly fte: number | null;
  readonly source: FiguresSource;
}

/** Figures with the day on which the network learned of them. */
export interface KnownFigures extends AnnualFigures {
  readonly enteredOn: LocalDate;
  /** Orders two entries of the same day, ascending. */
  readonly enteredAt: Date;
}

export type FiguresRefusal =
  | 'CLOSES_IN_THE_FUTURE'
  | 'CLOSED_BEFORE_1950'
  | 'YEAR_TOO_LONG'
  | 'NEGATIVE_VALUE'
  | 'EXPORT_EXCEEDS_TURNOVER'
  | 'NOTHING_STATED';

export type FiguresDecision = { readonly accepted: AnnualFigures } | { readonly refused: FiguresRefusal };

const staleAfterMonths = 18;
const longestYear = 24;
const oldestClosing = '1950-01-01';

/** Takes the figures of a closed year as they are stated, or says why they cannot be those of a closed year. */
export function declareFigures(stated: AnnualFigures, today: LocalDate): FiguresDecision {
  if (stated.closedOn > today) return { refused: 'CLOSES_IN_THE_FUTURE' };
  if (stated.closedOn < oldestClosing) return { refused: 'CLOSED_BEFORE_1950' };
  if (stated.months < 1 || stated.months > longestYear) return { refused: 'YEAR_TOO_LONG' };
  const values = [stated.turnover, stated.exportTurnover, stated.balanceTotal, stated.fte];
  if (values.some((value) => value !== null && value < 0)) return { refused: 'NEGATIVE_VALUE' };
  if (stated.turnover !== null && stated.exportTurnover !== null && stated.exportTurnover > stated.turnover)
    return { refused: 'EXPORT_EXCEEDS_TURNOVER' };
  if (values.every((value) => value === null)) return { refused: 'NOTHING_STATED' };
  return { accepted: stated };
}

/** Whether two reports of the same closed year state the same: then the second is no correction. */
export function statesTheSame(left: AnnualFigures, right: AnnualFigures): boolean {
  return (
    left.closedOn === right.closedOn &&
    left.currency === right.currency &&
    left.turnover === right.turnover &&
    left.exportTurnover === right.exportTurnover &&
    left.balanceTotal === right.balanceTotal &&
    left.fte === right.fte
  );
}

/**
 * One report per closed year that a day looks back on, the latest that was known; newest year first.
 *
 * @param knownAt the day of knowledge, when it is a later one
 */
export function figuresKnownOn<Figures extends KnownFigures>(reports: readonly Figures[], day: LocalDate, knownAt = day): Figures[] {
  const byYear = new Map<LocalDate, Figures>();
  for (const report of reports) {
    if (report.enteredOn > knownAt || report.closedOn > day) continue;
    const other = byYear.get(report.closedOn);
    if (!other || report.enteredAt >= other.enteredAt) byYear.set(report.closedOn, report);
  }
  return [...byYear.values()].sort((left, right) => (left.closedOn > right.closedOn ? -1 : 1));
}

/** Whether figures are too old to decide by: more than eighteen months have passed since that year closed. */
export function isStale(closedOn: LocalDate, today: LocalDate): boolean {
  return addMonths(closedOn, staleAfterMonths) < today;
}

/** The first closing day whose figures are not stale yet. */
export function freshSince(today: LocalDate): LocalDate {
  const day = addMonths(today, -staleAfterMonths);
  // Back from the last day of a long month leads to one that is too short.
  return isStale(day, today) ? addDays(day, 1) : day;
}

/** The year whose figures should be there by now: a company that closed in June 2023 should have closed in June 2026. */
export function yearMissingAfter(closedOn: LocalDate, today: LocalDate): number {
  return yearOf(addMonths(closedOn, Math.floor(monthsBetween(closedOn, today) / 12) * 12));
}

/** The last calendar year that has ended: the one asked for when nothing at all is known. */
export function lastEndedYear(today: LocalDate): number {
  return yearOf(today) - (today.endsWith('-12-31') ? 0 : 1);
}

/** The year that growth is measured from: the one that closed three calendar years before the latest. */
export function referenceYear<Figures extends AnnualFigures>(figures: readonly Figures[], latest: Figures): Figures | undefined {
  return figures.find((candidate) => yearOf(candidate.closedOn) === yearOf(latest.closedOn) - 3 && candidate.currency === latest.currency);
}
