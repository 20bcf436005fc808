import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import type { CompanyFacts } from './company-facts.ts';
import { albiCompany, criteria, today, year } from './fund-fit.builders.ts';
import { fundFitOf } from './fund-fit.ts';

const money = fc.option(
  fc.integer({ min: 0, max: 1_000_000_000 }).map((minor) => ({ minor: BigInt(minor), currency: 'EUR' })),
  { nil: null },
);
const closedYear = (closedOn: string) =>
  fc.option(
    fc.record({
      closedOn: fc.constant(parseLocalDate(closedOn)),
      turnover: money,
      fte: fc.option(fc.integer({ min: 0, max: 5_000_000 }).map(BigInt), { nil: null }),
      source: fc.constant('FILED' as const),
    }),
    { nil: null },
  );
const anyCompany: fc.Arbitrary<CompanyFacts> = fc.record({
  country: fc.constant('FR'),
  activitySection: fc.constantFrom(null, 'A', 'C', 'J'),
  siteDepartments: fc.subarray(['31', '75', '81']),
  latestYear: closedYear('2025-12-31'),
  referenceYear: closedYear('2022-12-31'),
});

const forgetful: Record<string, (company: CompanyFacts) => CompanyFacts> = {
  activity: (company) => ({ ...company, activitySection: null }),
  sites: (company) => ({ ...company, siteDepartments: [] }),
  'the last year': (company) => ({ ...company, latestYear: null }),
  'the earlier year': (company) => ({ ...company, referenceYear: null }),
  turnover: (company) => ({ ...company, latestYear: company.latestYear && { ...company.latestYear, turnover: null } }),
  staff: (company) => ({ ...company, latestYear: company.latestYear && { ...company.latestYear, fte: null } }),
  'earlier turnover': (company) => ({ ...company, referenceYear: company.referenceYear && { ...company.referenceYear, turnover: null } }),
  'earlier staff': (company) => ({ ...company, referenceYear: company.referenceYear && { ...company.referenceYear, fte: null } }),
};

describe('for every company', () => {
  test.each(Object.entries(forgetful))('forgetting its %s makes criteria unknown and never turns one around', (_what, forget) => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const known = fundFitOf(company, criteria, today);
        const forgotten = fundFitOf(forget(company), criteria, today);
        forgotten.assessments.forEach(({ result }, index) => {
          expect(['UNKNOWN', known.assessments[index]?.result]).toContain(result);
        });
        expect(forgotten.bestScore).toBeGreaterThanOrEqual(known.score);
      }),
    );
  });

  test('the verdict follows from its criteria, the score from its points, and the same facts give the same answer', () => {
    fc.assert(
      fc.property(anyCompany, (company) => {
        const fit = fundFitOf(company, criteria, today);
        const results = fit.assessments.map(({ result }) => result);
        expect(fit.verdict === 'FIT').toBe(results.every((result) => result === 'PASS'));
        expect(fit.verdict === 'NO_FIT').toBe(results.includes('FAIL'));
        expect(fit.score === fit.outOf).toBe(fit.verdict === 'FIT');
        expect(fit.gaps.length > 0).toBe(results.includes('UNKNOWN'));
        expect(fundFitOf(company, criteria, today)).toEqual(fit);
      }),
    );
  });

  test('more turnover in the last year never makes growth worse', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (before, after, more) => {
          const withTurnover = (minor: bigint) =>
            albiCompany({
              latestYear: { ...year('2025-12-31', null, 32), turnover: { minor, currency: 'EUR' } },
              referenceYear: { ...year('2022-12-31', null, 28), turnover: { minor: before, currency: 'EUR' } },
            });
          const passes = (minor: bigint) => fundFitOf(withTurnover(minor), criteria, today).verdict === 'FIT';
          expect(passes(after)).toBe(after * 10n >= before * 11n);
          if (passes(after)) expect(passes(after + more)).toBe(true);
        },
      ),
    );
  });
});
