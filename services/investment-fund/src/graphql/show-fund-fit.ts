import { formatDecimal } from '@leader/subgraph-kit/values/decimal';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { CriterionAssessment } from '../domain/criterion-assessment.ts';
import { neverCounted } from '../domain/fund-fit.ts';
import type { JudgedFundFit } from '../use-cases/judge-fund-fit.ts';
import type { PublishedCriterion } from '../use-cases/views.ts';
import { showCriterion, showFund, showVersion, units } from './show-fund.ts';
import { assessmentSentence, verdictSentences } from './texts.ts';
import type { FundCriterionAssessmentType, FundFitType } from './types/fund-fit.type.ts';

/** Shows a judgement in the language of the request. */
export function showFundFit(judged: JudgedFundFit, day: LocalDate, language: Language): FundFitType {
  const { fit, criteria } = judged;
  const fund = showFund(judged.fund, day, language);
  const nameOf = namesIn(criteria.criteria, language);
  const uncounted = neverCounted(criteria).map((criterion) => showCriterion(criterion, language));
  const deciding = fit.assessments.filter(({ result }) => result === decidingResult[fit.verdict]);
  const verdict = verdictSentences[fit.verdict](deciding.map(nameOf).join(', '))[language];
  const show = (assessment: CriterionAssessment) => showAssessment(assessment, nameOf(assessment), language);
  return {
    fund,
    criteriaVersion: showVersion(criteria, language),
    assessedOn: day,
    verdict: fit.verdict,
    score: fit.score,
    bestScore: fit.bestScore,
    outOf: fit.outOf,
    message: [verdict, fund.statusMeaning, ...uncounted.map(({ explanation }) => explanation)].join(' '),
    criteria: fit.assessments.map(show),
    nearestMiss: fit.nearestMiss && show(fit.nearestMiss),
    neverCountedAgainst: uncounted,
    gaps: fit.gaps.map(({ reason, assessment }) => ({ code: reason, message: assessmentSentence(assessment, language) })),
  };
}

const decidingResult = { FIT: 'PASS', NO_FIT: 'FAIL', UNKNOWN: 'UNKNOWN' } as const;

function showAssessment(assessment: CriterionAssessment, name: string, language: Language): FundCriterionAssessmentType {
  const { criterion, result, value, threshold, closedOn, referenceClosedOn, source, shortBy, missingYear } = assessment;
  return {
    kind: criterion.kind,
    name,
    weight: criterion.weight,
    result,
    value,
    threshold,
    unit: units[criterion.kind],
    closedOn,
    referenceClosedOn,
    source,
    shortBy: shortBy === null ? null : formatDecimal(shortBy, 1),
    missingYear,
    message: assessmentSentence(assessment, language),
  };
}

function namesIn(published: readonly PublishedCriterion[], language: Language): (assessment: CriterionAssessment) => string {
  const names = new Map(published.map(({ kind, name }) => [kind, name[language]]));
  return ({ criterion }) => names.get(criterion.kind) ?? criterion.kind;
}
