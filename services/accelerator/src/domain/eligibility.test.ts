import { describe, expect, test } from '@jest/globals';
import { moneyOf } from '@leader/subgraph-kit/values/money';
import {
  albiCompany,
  day,
  euros,
  judgementOf,
  pmeAssessment,
  pmeRules,
  pmeRulesOfJuly2019,
  smallWorkshop,
  today,
  tpeRules,
} from '../../test/builders.ts';
import { assess, nearestOf } from './eligibility.ts';

const turnoverIn = (amount: string) => judgementOf(pmeAssessment({ turnover: euros(amount) }), 'TURNOVER').finding;

describe('The accelerator for PME', () => {
  test('fits a member of 4 M€ that is a PME, although the audit is still to come', () => {
    const eligibility = pmeAssessment();
    expect(eligibility.verdict).toBe('PASS');
    expect(eligibility.nearestMiss).toBeNull();
    expect(judgementOf(eligibility, 'AUDIT')).toMatchObject({
      stage: 'BEFORE_START',
      finding: { result: 'UNKNOWN', reason: 'AUDIT_TO_COME' },
    });
  });

  test('asks for more than 3 M€: exactly 3 000 000.00 € is not more, by 0 €', () => {
    expect(turnoverIn('3000000.00')).toMatchObject({ result: 'FAIL', reason: 'TURNOVER_TOO_LOW', shortBy: euros('0') });
    expect(turnoverIn('3000000.01')).toMatchObject({ result: 'PASS' });
  });

  test('tells a company of 2.9 M€ that 100 000 € are missing, and judges everything else the same', () => {
    const [less, more] = [pmeAssessment({ turnover: euros('2900000') }), pmeAssessment()];
    expect(less.verdict).toBe('FAIL');
    expect(less.nearestMiss?.finding).toMatchObject({ reason: 'TURNOVER_TOO_LOW', shortBy: euros('100000') });
    expect(less.judgements.slice(1)).toEqual(more.judgements.slice(1));
  });

  test('does not fit a micro-company, even one of 3.5 M€', () => {
    const eligibility = pmeAssessment({ turnover: euros('3500000'), possibleSizes: ['MIC'] });
    expect(eligibility.verdict).toBe('FAIL');
    expect(eligibility.nearestMiss?.finding.reason).toBe('CATEGORY_DIFFERS');
  });

  test('cannot tell when a missing balance sheet leaves micro and PME possible, and names both', () => {
    const eligibility = pmeAssessment({ turnover: euros('3500000'), possibleSizes: ['MIC', 'PME'] });
    expect(eligibility.verdict).toBe('UNKNOWN');
    expect(judgementOf(eligibility, 'SIZE_CATEGORY').finding).toEqual({
      result: 'UNKNOWN',
      reason: 'CATEGORY_UNCERTAIN',
      possible: ['MIC', 'PME'],
    });
  });

  test('says no when none of the possible categories is the right one', () => {
    expect(judgementOf(pmeAssessment({ possibleSizes: ['ETI', 'GE'] }), 'SIZE_CATEGORY').finding.result).toBe('FAIL');
  });

  test('names the missing year when the last figures are of 2018, and refuses nobody for that', () => {
    const eligibility = pmeAssessment({ closedOn: day('2018-12-31'), turnover: euros('100') });
    expect(eligibility.verdict).toBe('UNKNOWN');
    for (const kind of ['TURNOVER', 'SIZE_CATEGORY', 'FIGURES_AGE'] as const) {
      const judgement = judgementOf(eligibility, kind);
      expect(judgement.finding).toEqual({ result: 'UNKNOWN', reason: 'FIGURES_MISSING', missingYear: 2025, lastKnownYear: 2018 });
      expect(judgement.closedOn).toBeNull();
    }
  });

  test('does not compare another currency with a threshold in euros, and names the currency', () => {
    const moroccan = pmeAssessment({ turnover: moneyOf('43000000', 'MAD'), currency: 'MAD', possibleSizes: ['MIC', 'PME', 'ETI', 'GE'] });
    expect(moroccan.verdict).toBe('UNKNOWN');
    expect(judgementOf(moroccan, 'TURNOVER').finding).toMatchObject({ result: 'UNKNOWN', reason: 'FOREIGN_CURRENCY', currency: 'MAD' });
    expect(judgementOf(moroccan, 'SIZE_CATEGORY').finding).toMatchObject({
      result: 'UNKNOWN',
      reason: 'FOREIGN_CURRENCY',
      currency: 'MAD',
    });
  });

  test('says no while collective proceedings are under way, and checks before the start when nobody has looked', () => {
    expect(pmeAssessment({ inCollectiveProceedings: true }).verdict).toBe('FAIL');
    expect(judgementOf(pmeAssessment({ inCollectiveProceedings: false }), 'COLLECTIVE_PROCEEDINGS')).toMatchObject({
      stage: 'ELIGIBILITY',
      finding: { result: 'PASS' },
    });
    expect(judgementOf(pmeAssessment(), 'COLLECTIVE_PROCEEDINGS')).toMatchObject({ stage: 'BEFORE_START', finding: { result: 'UNKNOWN' } });
  });

  test.each([
    ['ACTIVE', 'PASS'],
    ['GRACE', 'PASS'],
    ['PROSPECT', 'UNKNOWN'],
    ['LAPSED', 'FAIL'],
    ['SUSPENDED', 'FAIL'],
    ['RESIGNED', 'FAIL'],
    ['EXCLUDED', 'FAIL'],
  ] as const)(
    'shows a membership that is %s as %s, settled before the start, and still fits by its figures',
    (membershipStatus, result) => {
      const eligibility = pmeAssessment({ membershipStatus });
      expect(judgementOf(eligibility, 'MEMBERSHIP')).toMatchObject({ stage: 'BEFORE_START', finding: { result } });
      expect(eligibility.verdict).toBe('PASS');
    },
  );

  test('names the version of its rules and the year of the figures', () => {
    const eligibility = pmeAssessment();
    expect(eligibility.ruleVersion).toBe(2);
    expect(judgementOf(eligibility, 'TURNOVER').closedOn).toBe('2025-12-31');
    expect(judgementOf(eligibility, 'MEMBERSHIP').closedOn).toBeNull();
  });

  test('took from 2 to 12 M€, both included, by the rules of July 2019', () => {
    const verdicts = ['1999999.99', '2000000', '12000000', '12000000.01'].map(
      (amount) => assess(pmeRulesOfJuly2019, albiCompany({ turnover: euros(amount) }), today).verdict,
    );
    expect(verdicts).toEqual(['FAIL', 'PASS', 'PASS', 'FAIL']);
  });
});

describe('The accelerator for TPE', () => {
  test('fits a micro-company of 600 000 € that is ten years old', () => {
    expect(assess(tpeRules, smallWorkshop(), today).verdict).toBe('PASS');
  });

  test('asks for less than 2 M€: exactly 2 M€ is too much', () => {
    const eligibility = assess(tpeRules, smallWorkshop({ turnover: euros('2000000') }), today);
    expect(eligibility.nearestMiss?.finding).toMatchObject({ reason: 'TURNOVER_TOO_HIGH', shortBy: euros('0') });
  });

  test('takes a company from the day it is five years old', () => {
    const onFifthBirthday = assess(tpeRules, smallWorkshop({ foundedOn: day('2021-11-23') }), today);
    expect(judgementOf(onFifthBirthday, 'COMPANY_AGE').finding).toEqual({ result: 'PASS', reason: 'OLD_ENOUGH', years: 5 });
    const oneDayEarlier = assess(tpeRules, smallWorkshop({ foundedOn: day('2021-11-24') }), today);
    expect(judgementOf(oneDayEarlier, 'COMPANY_AGE').finding).toEqual({
      result: 'FAIL',
      reason: 'TOO_YOUNG',
      years: 4,
      shortByMonths: 1,
      oldEnoughOn: '2026-11-24',
    });
  });

  test('counts a started month as a month that is still missing', () => {
    const shortOf = (foundedOn: string) => assess(tpeRules, smallWorkshop({ foundedOn: day(foundedOn) }), today).nearestMiss?.finding;
    expect(shortOf('2022-01-23')).toMatchObject({ shortByMonths: 2 });
    expect(shortOf('2022-01-24')).toMatchObject({ shortByMonths: 3 });
  });

  test('cannot tell the age of a company whose founding day is unknown', () => {
    expect(assess(tpeRules, smallWorkshop({ foundedOn: null }), today).verdict).toBe('UNKNOWN');
  });
});

describe('When no accelerator fits', () => {
  const between = albiCompany({ turnover: euros('2400000') });
  const assessed = (facts = between) => [
    { name: 'tpe', eligibility: assess(tpeRules, facts, today) },
    { name: 'pme', eligibility: assess(pmeRules, facts, today) },
  ];

  test('a company of 2.4 M€ and 25 people is nearest to the one for PME, since it only lacks turnover', () => {
    expect(nearestOf(assessed())?.name).toBe('pme');
  });

  test('nothing is nearest while one of them fits or might fit', () => {
    expect(nearestOf(assessed(albiCompany()))).toBeUndefined();
    expect(nearestOf(assessed(albiCompany({ turnover: null })))).toBeUndefined();
  });

  test('the nearest miss of several is the one that misses by the least', () => {
    const young = smallWorkshop({ foundedOn: day('2022-01-10'), turnover: euros('4000000') });
    expect(assess(tpeRules, young, today).nearestMiss?.finding.reason).toBe('TOO_YOUNG');
  });
});
