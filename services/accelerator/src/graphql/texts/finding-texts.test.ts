import { describe, expect, test } from '@jest/globals';
import { moneyOf } from '@leader/subgraph-kit/values/money';
import { albiCompany, day, euros, judgementOf, pmeAssessment, smallWorkshop, today, tpeRules } from '../../../test/builders.ts';
import type { CriterionKind } from '../../domain/criterion.ts';
import { assess, type Eligibility } from '../../domain/eligibility.ts';
import { findingText } from './finding-texts.ts';

function bothLanguages(eligibility: Eligibility, kind: CriterionKind): [string, string] {
  const judgement = judgementOf(eligibility, kind);
  return [findingText(judgement, 'en'), findingText(judgement, 'fr')];
}

describe('The sentence about', () => {
  test('a turnover of 2.9 M€ says 0.1 M€ short', () => {
    const [en, fr] = bothLanguages(pmeAssessment({ turnover: euros('2900000') }), 'TURNOVER');
    expect(en).toBe('0.1 M€ short: must be more than 3 M€; turnover of the year closed 2025 was 2.9 M€.');
    expect(fr).toBe("Chiffre d'affaires : il manque 0,1 M€ ; il faut plus de 3 M€, l'exercice clos en 2025 compte 2,9 M€.");
  });

  test('a turnover of exactly 3 M€ says 0 € short', () => {
    expect(bothLanguages(pmeAssessment({ turnover: euros('3000000') }), 'TURNOVER')[0]).toContain('0 € short: must be more than 3 M€');
  });

  test('figures of 2018 names the year that is missing', () => {
    const [en, fr] = bothLanguages(pmeAssessment({ closedOn: day('2018-12-31') }), 'TURNOVER');
    expect(en).toContain('figures for the year closed 2025 are missing; the last known are of 2018');
    expect(fr).toContain("Les chiffres de l'exercice clos en 2025 manquent ; les derniers connus sont de 2018.");
  });

  test('a company without any figures does not pretend to know older ones', () => {
    expect(bothLanguages(pmeAssessment({ closedOn: null }), 'TURNOVER')[0]).toBe(
      'The figures for the year closed 2025 are missing. Report them to settle this.',
    );
  });

  test('an uncertain size names what remains possible', () => {
    const [en, fr] = bothLanguages(pmeAssessment({ possibleSizes: ['MIC', 'PME'] }), 'SIZE_CATEGORY');
    expect(en).toContain('(micro or PME)');
    expect(fr).toContain('(micro ou PME)');
  });

  test('figures in dirhams names the currency', () => {
    const moroccan = pmeAssessment({ currency: 'MAD', turnover: moneyOf('43000000', 'MAD') });
    expect(bothLanguages(moroccan, 'TURNOVER')).toEqual([expect.stringContaining('in MAD'), expect.stringContaining('en MAD')]);
  });

  test('a young company says from when on it is old enough', () => {
    const young = assess(tpeRules, smallWorkshop({ foundedOn: day('2022-03-15') }), today);
    expect(bothLanguages(young, 'COMPANY_AGE')).toEqual([
      '4 months too young: possible from 15 March 2027.',
      "Il manque 4 mois d'existence : possible dès le 15 mars 2027.",
    ]);
  });

  test.each([
    ['PROSPECT', 'apply for membership'],
    ['LAPSED', 'the membership has lapsed: your branch will gladly'],
    ['SUSPENDED', 'the membership is suspended: your branch will gladly'],
    ['RESIGNED', 'the company has left the network: your branch will gladly'],
    ['EXCLUDED', 'the membership was ended: your branch will gladly'],
    ['GRACE', 'dues are still to be paid'],
  ] as const)('a membership that is %s stays kind: %s', (membershipStatus, words) => {
    expect(bothLanguages(pmeAssessment({ membershipStatus }), 'MEMBERSHIP')[0]).toContain(words);
  });

  test('something unknown never sounds like a refusal, in either language', () => {
    const nothingKnown = {
      foundedOn: null,
      closedOn: null,
      turnover: null,
      possibleSizes: ['MIC', 'PME'] as const,
      membershipStatus: 'PROSPECT' as const,
    };
    const someKnown = albiCompany({ turnover: null, possibleSizes: ['MIC', 'PME'], foundedOn: null });
    const all = [
      pmeAssessment(nothingKnown),
      assess(tpeRules, albiCompany(nothingKnown), today),
      pmeAssessment(someKnown),
      assess(tpeRules, someKnown, today),
    ];
    const unknown = all.flatMap(({ judgements }) => judgements).filter(({ finding }) => finding.result === 'UNKNOWN');
    expect(unknown.length).toBeGreaterThan(10);
    for (const judgement of unknown) {
      for (const language of ['en', 'fr'] as const)
        expect(findingText(judgement, language)).not.toMatch(/refus|not eligible|short|inéligible|il manque|undefined|null/i);
    }
  });
});
