import { addDays, addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import {
  type AnnualFigures,
  declareFigures,
  type FiguresSource,
  figuresKnownOn,
  type KnownFigures,
  statesTheSame,
} from './annual-figures.ts';
import { accept, type Decision, refuse } from './decision.ts';

const ofAnyReport = [
  'CLOSES_IN_THE_FUTURE',
  'CLOSED_BEFORE_1950',
  'YEAR_TOO_LONG',
  'NEGATIVE_VALUE',
  'EXPORT_EXCEEDS_TURNOVER',
  'NOTHING_STATED',
  'SOURCE_NOT_YOURS',
  'OVERLAPS_ANOTHER_YEAR',
] as const;

export const declarationRefusals = [...ofAnyReport, 'YEAR_KNOWN_ALREADY'] as const;
export type DeclarationRefusal = (typeof declarationRefusals)[number];

export const correctionRefusals = [...ofAnyReport, 'YEAR_NOT_KNOWN', 'NOTHING_CORRECTED', 'SOURCE_IS_WEAKER'] as const;
export type CorrectionRefusal = (typeof correctionRefusals)[number];

type AnyRefusal = (typeof ofAnyReport)[number];

/** Who reports: a company declares for itself; what was filed or audited is entered by the bureau, which has seen the paper. */
export interface Reporter {
  readonly isTheCompany: boolean;
}

export const strength: Record<FiguresSource, number> = { DECLARED: 0, FILED: 1, AUDITED: 2 };

/** Takes the figures of a closed year that nobody reported yet, or says why not. */
export function declareYear(
  reports: readonly KnownFigures[],
  stated: AnnualFigures,
  reporter: Reporter,
  today: LocalDate,
): Decision<DeclarationRefusal, AnnualFigures> {
  const known = figuresKnownOn(reports, today);
  if (known.some(({ closedOn }) => closedOn === stated.closedOn)) return refuse('YEAR_KNOWN_ALREADY');
  return readReport(known, stated, reporter, today);
}

/** Takes other figures of a year that is known, beside those that were known before: what counted on an earlier day still does. */
export function correctYear(
  reports: readonly KnownFigures[],
  stated: AnnualFigures,
  reporter: Reporter,
  today: LocalDate,
): Decision<CorrectionRefusal, AnnualFigures> {
  const known = figuresKnownOn(reports, today);
  const before = known.find(({ closedOn }) => closedOn === stated.closedOn);
  if (!before) return refuse('YEAR_NOT_KNOWN');
  if (strength[stated.source] < strength[before.source]) return refuse('SOURCE_IS_WEAKER');
  if (statesTheSame(before, stated) && before.months === stated.months && before.source === stated.source)
    return refuse('NOTHING_CORRECTED');
  return readReport(known, stated, reporter, today);
}

function readReport(
  known: readonly KnownFigures[],
  stated: AnnualFigures,
  { isTheCompany }: Reporter,
  today: LocalDate,
): Decision<AnyRefusal, AnnualFigures> {
  const read = declareFigures(stated, today);
  if ('refused' in read) return refuse(read.refused);
  if (isTheCompany && stated.source !== 'DECLARED') return refuse('SOURCE_NOT_YOURS');
  if (known.some((other) => other.closedOn !== stated.closedOn && overlap(other, stated))) return refuse('OVERLAPS_ANOTHER_YEAR');
  return accept(read.accepted);
}

/** A company has one fiscal year at a time, however long it is. */
export function overlap(left: AnnualFigures, right: AnnualFigures): boolean {
  return firstDay(left) <= right.closedOn && firstDay(right) <= left.closedOn;
}

function firstDay({ closedOn, months }: AnnualFigures): LocalDate {
  // Counted from the first day after it: back from the last day of a short month, a year would begin days too early.
  return addMonths(addDays(closedOn, 1), -months);
}
