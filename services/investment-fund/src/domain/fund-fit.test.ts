import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CompanyFacts } from './company-facts.ts';
import type { CriterionAssessment } from './criterion-assessment.ts';
import { albiCompany, criteria, today, year } from './fund-fit.builders.ts';
import { fundFitOf, neverCounted } from './fund-fit.ts';

function judged(company: CompanyFacts, kind: CriterionAssessment['criterion']['kind']): CriterionAssessment {
  const found = fundFitOf(company, criteria, today).assessments.find(({ criterion }) => criterion.kind === kind);
  if (!found) throw new Error(`${kind} was not judged`);
  return found;
}

describe('a company fits the fund', () => {
  test('when it is industry, sits in the region, kept its jobs and grew', () => {
    const fit = fundFitOf(albiCompany(), criteria, today);
    expect(fit).toMatchObject({ verdict: 'FIT', score: 100, bestScore: 100, outOf: 100, nearestMiss: null, gaps: [] });
    expect(fit.assessments.map(({ value }) => value)).toEqual(['C', '81', '14.2', '25.0']);
  });

  test('and a refusal by a bank is published as never counting, and is not even judged', () => {
    expect(neverCounted(criteria).map(({ kind }) => kind)).toEqual(['CLASSICAL_REFUSAL']);
    expect(fundFitOf(albiCompany(), criteria, today).assessments.map(({ criterion }) => criterion.kind)).not.toContain('CLASSICAL_REFUSAL');
  });
});

describe('industry', () => {
  test.each(['B', 'C', 'D', 'E'])('is NACE section %s', (activitySection) => {
    expect(judged(albiCompany({ activitySection }), 'INDUSTRIAL')).toMatchObject({
      result: 'PASS',
      value: activitySection,
      source: 'COMPANY_RECORD',
    });
  });

  test.each(['A', 'F', 'J', 'M'])('is not NACE section %s: farming, building and services fail', (activitySection) => {
    expect(judged(albiCompany({ activitySection }), 'INDUSTRIAL')).toMatchObject({
      result: 'FAIL',
      reason: 'OTHER_ACTIVITY',
      threshold: 'B, C, D, E',
    });
    expect(fundFitOf(albiCompany({ activitySection }), criteria, today)).toMatchObject({
      verdict: 'NO_FIT',
      score: 70,
      bestScore: 70,
      nearestMiss: null,
    });
  });

  test('is unknown while nobody told the activity', () => {
    expect(judged(albiCompany({ activitySection: null }), 'INDUSTRIAL')).toMatchObject({ result: 'UNKNOWN', reason: 'ACTIVITY_UNKNOWN' });
  });
});

describe('a company is anchored', () => {
  test('by one site in the region, wherever the others are', () => {
    expect(judged(albiCompany({ siteDepartments: ['75', '31', '75'] }), 'ANCHORED')).toMatchObject({ result: 'PASS', value: '31, 75' });
  });

  test('not by sites elsewhere in France', () => {
    expect(judged(albiCompany({ siteDepartments: ['75'] }), 'ANCHORED')).toMatchObject({ result: 'FAIL', reason: 'NO_SITE_IN_THE_REGION' });
  });

  test('not when it is a company abroad without a site here', () => {
    expect(judged(albiCompany({ country: 'MA', siteDepartments: [] }), 'ANCHORED')).toMatchObject({ result: 'FAIL' });
  });

  test('perhaps, when it is French and no site is on record', () => {
    expect(judged(albiCompany({ siteDepartments: [] }), 'ANCHORED')).toMatchObject({ result: 'UNKNOWN', reason: 'SITES_UNKNOWN' });
  });
});

describe('long-term jobs', () => {
  test('pass when staff is exactly what it was three years before', () => {
    const company = albiCompany({ latestYear: year('2025-12-31', '4000000', 28) });
    expect(judged(company, 'LONG_TERM_JOBS')).toMatchObject({
      result: 'PASS',
      value: '0.0',
      closedOn: '2025-12-31',
      referenceClosedOn: '2022-12-31',
    });
  });

  test('fail for a hundredth of a person less, and never read as zero', () => {
    const company = albiCompany({ latestYear: year('2025-12-31', '4000000', 27.99) });
    expect(judged(company, 'LONG_TERM_JOBS')).toMatchObject({ result: 'FAIL', value: '-0.1', shortBy: 1n });
  });

  test('are unknown when the staff of either year is missing, and the year is named', () => {
    expect(judged(albiCompany({ latestYear: year('2025-12-31', '4000000', null) }), 'LONG_TERM_JOBS')).toMatchObject({
      reason: 'FTE_MISSING',
      missingYear: 2025,
    });
    expect(judged(albiCompany({ referenceYear: year('2022-12-31', '3200000', null) }), 'LONG_TERM_JOBS')).toMatchObject({
      reason: 'REFERENCE_FTE_MISSING',
      missingYear: 2022,
    });
    expect(judged(albiCompany({ referenceYear: null }), 'LONG_TERM_JOBS')).toMatchObject({
      reason: 'REFERENCE_FTE_MISSING',
      missingYear: 2022,
    });
  });

  test('are not compared with a year other than the one the criterion names', () => {
    expect(judged(albiCompany({ referenceYear: year('2023-12-31', '3200000', 28) }), 'LONG_TERM_JOBS')).toMatchObject({
      result: 'UNKNOWN',
      missingYear: 2022,
    });
  });
});

describe('growth', () => {
  test('passes at exactly ten percent', () => {
    expect(judged(albiCompany({ latestYear: year('2025-12-31', '3520000', 32) }), 'GROWTH')).toMatchObject({
      result: 'PASS',
      value: '10.0',
    });
  });

  test('fails for one cent less, and never reads as ten percent', () => {
    const company = albiCompany({ latestYear: year('2025-12-31', '3519999.99', 32) });
    expect(judged(company, 'GROWTH')).toMatchObject({ result: 'FAIL', value: '9.9', shortBy: 1n });
    expect(fundFitOf(company, criteria, today)).toMatchObject({
      verdict: 'NO_FIT',
      score: 80,
      nearestMiss: { criterion: { kind: 'GROWTH' } },
    });
  });

  test('of 2.9 million after 3.2 million fails by 19.4 points', () => {
    expect(judged(albiCompany({ latestYear: year('2025-12-31', '2900000', 32) }), 'GROWTH')).toMatchObject({
      value: '-9.4',
      shortBy: 194n,
    });
  });

  test('is computed in dirhams for a company that counts in dirhams', () => {
    const company = albiCompany({
      latestYear: year('2025-12-31', '44000000', 32, 'MAD'),
      referenceYear: year('2022-12-31', '40000000', 28, 'MAD'),
    });
    expect(judged(company, 'GROWTH')).toMatchObject({ result: 'PASS', value: '10.0', comparison: { currency: 'MAD' } });
  });

  test('cannot be computed from a year without turnover', () => {
    expect(judged(albiCompany({ referenceYear: year('2022-12-31', '0', 28) }), 'GROWTH')).toMatchObject({
      result: 'UNKNOWN',
      reason: 'NOTHING_TO_COMPARE_WITH',
    });
  });

  test('is unknown without the turnover of either year', () => {
    expect(judged(albiCompany({ latestYear: year('2025-12-31', null, 32) }), 'GROWTH')).toMatchObject({
      reason: 'TURNOVER_MISSING',
      missingYear: 2025,
    });
    expect(judged(albiCompany({ referenceYear: year('2022-12-31', null, 28) }), 'GROWTH')).toMatchObject({
      reason: 'REFERENCE_TURNOVER_MISSING',
      missingYear: 2022,
    });
  });
});

test('the nearest miss is the failed criterion that lacks least', () => {
  const nearest = (turnover: string, fte: number) =>
    fundFitOf(albiCompany({ latestYear: year('2025-12-31', turnover, fte) }), criteria, today).nearestMiss;
  expect(nearest('3500000', 20)?.criterion.kind).toBe('GROWTH');
  expect(nearest('1000000', 27)?.criterion.kind).toBe('LONG_TERM_JOBS');
});

describe('what nobody knows', () => {
  test('is one gap that names the missing year, though two criteria wait for it', () => {
    const fit = fundFitOf(albiCompany({ latestYear: year('2018-12-31', '3050000', 26), referenceYear: null }), criteria, today);
    expect(fit).toMatchObject({ verdict: 'UNKNOWN', score: 55, bestScore: 100 });
    expect(fit.gaps.map(({ reason, missingYear }) => [reason, missingYear])).toEqual([['FIGURES_STALE', 2025]]);
  });

  test('is the last closed year for a company without any figures', () => {
    expect(judged(albiCompany({ latestYear: null, referenceYear: null }), 'GROWTH')).toMatchObject({
      reason: 'FIGURES_MISSING',
      missingYear: 2025,
    });
  });

  test('begins the day after the figures are eighteen months old', () => {
    const company = albiCompany({ latestYear: year('2025-05-23', '4000000', 32), referenceYear: year('2022-05-23', '3200000', 28) });
    expect(fundFitOf(company, criteria, today).verdict).toBe('FIT');
    expect(fundFitOf(company, criteria, parseLocalDate('2026-11-24'))).toMatchObject({
      verdict: 'UNKNOWN',
      gaps: [{ reason: 'FIGURES_STALE', missingYear: 2026 }],
    });
  });

  test('does not hide a criterion that fails', () => {
    expect(fundFitOf(albiCompany({ activitySection: 'A', latestYear: null }), criteria, today)).toMatchObject({
      verdict: 'NO_FIT',
      score: 25,
      bestScore: 70,
    });
  });
});
