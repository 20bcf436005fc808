import { formatDecimal } from '@leader/subgraph-kit/values/decimal';
import { type LocalDate, yearOf } from '@leader/subgraph-kit/values/local-date';
import { isStale, yearDue } from './closed-year.ts';
import type { ClosedYear, CompanyFacts, FiguresSource } from './company-facts.ts';
import type { ChangeCriterion, CodeCriterion, WeighedCriterion } from './criteria.ts';
import { changeInTenths } from './relative-change.ts';

type PassReason = 'INDUSTRIAL_ACTIVITY' | 'SITE_IN_THE_REGION' | 'JOBS_KEPT' | 'TURNOVER_GREW';
type FailReason = 'OTHER_ACTIVITY' | 'NO_SITE_IN_THE_REGION' | 'JOBS_LOST' | 'TURNOVER_GREW_TOO_LITTLE';
export type GapReason =
  | 'ACTIVITY_UNKNOWN'
  | 'SITES_UNKNOWN'
  | 'FIGURES_MISSING'
  | 'FIGURES_STALE'
  | 'FTE_MISSING'
  | 'TURNOVER_MISSING'
  | 'REFERENCE_FTE_MISSING'
  | 'REFERENCE_TURNOVER_MISSING'
  | 'NOTHING_TO_COMPARE_WITH';

/** The two figures a change was computed from. */
interface Comparison {
  readonly before: bigint;
  readonly after: bigint;
  /** Currency of both when they are money. */
  readonly currency: string | null;
}

interface Assessed<Kind extends WeighedCriterion = WeighedCriterion> {
  readonly criterion: Kind;
  /** What was found, in the unit of the threshold; null when unknown. */
  readonly value: string | null;
  readonly threshold: string;
  /** Year the figures are of, and the year they were compared with. */
  readonly closedOn: LocalDate | null;
  readonly referenceClosedOn: LocalDate | null;
  readonly source: FiguresSource | 'COMPANY_RECORD' | null;
  readonly comparison: Comparison | null;
  /** What lacks to the threshold of a change, in tenths of a percentage point. */
  readonly shortBy: bigint | null;
  /** The year somebody would have to tell us about. */
  readonly missingYear: number | null;
}

export type CriterionAssessment = Assessed &
  (
    | { readonly result: 'PASS'; readonly reason: PassReason }
    | { readonly result: 'FAIL'; readonly reason: FailReason }
    | { readonly result: 'UNKNOWN'; readonly reason: GapReason }
  );

/** Judges one criterion. What nobody knows is UNKNOWN and never speaks against a company. */
export function assessCriterion(
  criterion: WeighedCriterion,
  company: CompanyFacts,
  figuresMaxAgeMonths: number,
  today: LocalDate,
): CriterionAssessment {
  switch (criterion.kind) {
    case 'INDUSTRIAL':
      return assessActivity(criterion, company);
    case 'ANCHORED':
      return assessSites(criterion, company);
    case 'LONG_TERM_JOBS':
    case 'GROWTH':
      return assessChange(criterion, company, figuresMaxAgeMonths, today);
  }
}

/** Passes a company whose activity is industry by its NACE section. */
function assessActivity(criterion: CodeCriterion, company: CompanyFacts): CriterionAssessment {
  const section = company.activitySection;
  const assessed = { ...byRecord(criterion), value: section };
  if (section === null) return { ...assessed, result: 'UNKNOWN', reason: 'ACTIVITY_UNKNOWN' };
  if (!criterion.accepted.includes(section)) return { ...assessed, result: 'FAIL', reason: 'OTHER_ACTIVITY' };
  return { ...assessed, result: 'PASS', reason: 'INDUSTRIAL_ACTIVITY' };
}

/** Passes a company with at least one site in the region. Only a French company's sites are all on record. */
function assessSites(criterion: CodeCriterion, company: CompanyFacts): CriterionAssessment {
  const departments = [...new Set(company.siteDepartments)].sort();
  const assessed = { ...byRecord(criterion), value: departments.length > 0 ? departments.join(', ') : null };
  if (departments.some((department) => criterion.accepted.includes(department)))
    return { ...assessed, result: 'PASS', reason: 'SITE_IN_THE_REGION' };
  if (departments.length === 0 && company.country === 'FR') return { ...assessed, result: 'UNKNOWN', reason: 'SITES_UNKNOWN' };
  return { ...assessed, result: 'FAIL', reason: 'NO_SITE_IN_THE_REGION' };
}

/** Compares the last closed year with an earlier one; each missing figure is named with its year instead of being guessed. */
function assessChange(
  criterion: ChangeCriterion,
  company: CompanyFacts,
  figuresMaxAgeMonths: number,
  today: LocalDate,
): CriterionAssessment {
  const words = wordsOf[criterion.kind];
  const assessed = { ...unassessed(criterion), threshold: formatDecimal(criterion.minimumChange, 1) };
  const { latestYear: latest, referenceYear: reference } = company;
  if (!latest) return { ...assessed, result: 'UNKNOWN', reason: 'FIGURES_MISSING', missingYear: yearDue(null, today) };
  const dated = { ...assessed, closedOn: latest.closedOn, source: latest.source };
  if (isStale(latest.closedOn, figuresMaxAgeMonths, today)) {
    return { ...dated, result: 'UNKNOWN', reason: 'FIGURES_STALE', missingYear: yearDue(latest.closedOn, today) };
  }
  const after = words.figureOf(latest);
  if (after === null) return { ...dated, result: 'UNKNOWN', reason: words.missing, missingYear: yearOf(latest.closedOn) };

  const referenceYear = yearOf(latest.closedOn) - criterion.overYears;
  const isRightYear = reference !== null && yearOf(reference.closedOn) === referenceYear;
  const before = isRightYear ? words.figureOf(reference) : null;
  if (before === null) return { ...dated, result: 'UNKNOWN', reason: words.referenceMissing, missingYear: referenceYear };
  const compared = {
    ...dated,
    referenceClosedOn: (reference as ClosedYear).closedOn,
    comparison: { before, after, currency: words.currencyOf(latest) },
  };
  if (before <= 0n) return { ...compared, result: 'UNKNOWN', reason: 'NOTHING_TO_COMPARE_WITH', missingYear: null };

  const change = changeInTenths(before, after);
  const found = { ...compared, value: formatDecimal(change, 1) };
  if (change < criterion.minimumChange) {
    return { ...found, result: 'FAIL', reason: words.failed, shortBy: criterion.minimumChange - change };
  }
  return { ...found, result: 'PASS', reason: words.passed };
}

const wordsOf = {
  LONG_TERM_JOBS: {
    figureOf: (year: ClosedYear) => year.fte,
    currencyOf: () => null,
    missing: 'FTE_MISSING',
    referenceMissing: 'REFERENCE_FTE_MISSING',
    passed: 'JOBS_KEPT',
    failed: 'JOBS_LOST',
  },
  GROWTH: {
    figureOf: (year: ClosedYear) => year.turnover?.minor ?? null,
    currencyOf: (year: ClosedYear) => year.turnover?.currency ?? null,
    missing: 'TURNOVER_MISSING',
    referenceMissing: 'REFERENCE_TURNOVER_MISSING',
    passed: 'TURNOVER_GREW',
    failed: 'TURNOVER_GREW_TOO_LITTLE',
  },
} as const;

function byRecord(criterion: CodeCriterion) {
  return { ...unassessed(criterion), threshold: criterion.accepted.join(', '), source: 'COMPANY_RECORD' as const };
}

function unassessed(criterion: WeighedCriterion) {
  return {
    criterion,
    value: null,
    closedOn: null,
    referenceClosedOn: null,
    source: null,
    comparison: null,
    shortBy: null,
    missingYear: null,
  };
}
