import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CompanyFacts } from './company-facts.ts';
import type { CriteriaVersion, Criterion, RefusalCriterion, WeighedCriterion } from './criteria.ts';
import { assessCriterion, type CriterionAssessment, type GapReason } from './criterion-assessment.ts';

export type FundVerdict = 'FIT' | 'NO_FIT' | 'UNKNOWN';

/** Something nobody told us, once, however many criteria wait for it. */
interface Gap {
  readonly reason: GapReason;
  readonly missingYear: number | null;
  readonly assessment: CriterionAssessment;
}

/** How well a company fits the fund's published criteria, explained criterion by criterion. */
export interface FundFit {
  readonly verdict: FundVerdict;
  readonly assessments: readonly CriterionAssessment[];
  /** Points of the criteria that passed. */
  readonly score: number;
  /** Points it would have if everything unknown turned out well. */
  readonly bestScore: number;
  readonly outOf: number;
  /** The failed criterion that lacks least. Null when nothing failed, or nothing that a better year would mend. */
  readonly nearestMiss: CriterionAssessment | null;
  readonly gaps: readonly Gap[];
}

/** Says whether a company fits: one failed criterion means no, otherwise one unknown means nobody can tell yet. */
export function fundFitOf(company: CompanyFacts, version: CriteriaVersion, today: LocalDate): FundFit {
  const weighed = version.criteria.filter(isWeighed);
  const assessments = weighed.map((criterion) => assessCriterion(criterion, company, version.figuresMaxAgeMonths, today));
  const failed = assessments.filter(({ result }) => result === 'FAIL');
  const unknown = assessments.filter(({ result }) => result === 'UNKNOWN');
  const score = pointsOf(assessments.filter(({ result }) => result === 'PASS'));
  return {
    verdict: failed.length > 0 ? 'NO_FIT' : unknown.length > 0 ? 'UNKNOWN' : 'FIT',
    assessments,
    score,
    bestScore: score + pointsOf(unknown),
    outOf: pointsOf(assessments),
    nearestMiss: nearestOf(failed),
    gaps: gapsOf(assessments),
  };
}

/** Criteria that are published only to say that they never count against a company. */
export function neverCounted<Published extends Criterion>(version: CriteriaVersion<Published>): Published[] {
  return version.criteria.filter((criterion) => !isWeighed(criterion));
}

function isWeighed(criterion: Criterion): criterion is WeighedCriterion {
  return criterion.kind !== ('CLASSICAL_REFUSAL' satisfies RefusalCriterion['kind']);
}

function pointsOf(assessments: readonly CriterionAssessment[]): number {
  return assessments.reduce((points, { criterion }) => points + criterion.weight, 0);
}

function nearestOf(failed: readonly CriterionAssessment[]): CriterionAssessment | null {
  const near = failed.filter(({ shortBy }) => shortBy !== null);
  return near.reduce<CriterionAssessment | null>((nearest, one) => (lack(one) < lack(nearest) ? one : nearest), near[0] ?? null);
}

function lack(assessment: CriterionAssessment | null): bigint {
  return assessment?.shortBy ?? 0n;
}

function gapsOf(assessments: readonly CriterionAssessment[]): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const assessment of assessments) {
    if (assessment.result !== 'UNKNOWN') continue;
    const { reason, missingYear } = assessment;
    gaps.set(`${reason} ${missingYear}`, { reason, missingYear, assessment });
  }
  return [...gaps.values()];
}
