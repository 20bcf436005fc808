import { describe, expect, test } from '@jest/globals';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { day, pmeRules, pmeRulesOfJuly2019, today, tpeRules } from '../../test/builders.ts';
import type { CompanyFacts } from './company-facts.ts';
import { sizeCategories } from './criterion.ts';
import { assess } from './eligibility.ts';

const anyDay = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => day(date.toISOString().slice(0, 10)));
const orUnknown = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const nearTheThresholds = fc.constantFrom(0n, 199_999_999n, 200_000_000n, 240_000_000n, 300_000_000n, 300_000_001n, 1_200_000_001n);

const anyCompany: fc.Arbitrary<CompanyFacts> = fc
  .record({
    membershipStatus: fc.constantFrom('PROSPECT', 'ACTIVE', 'GRACE', 'LAPSED', 'SUSPENDED', 'RESIGNED', 'EXCLUDED'),
    foundedOn: orUnknown(anyDay('1990-01-01', '2026-11-23')),
    closedOn: orUnknown(anyDay('2017-01-01', '2026-11-23')),
    minor: orUnknown(fc.oneof(nearTheThresholds, fc.bigInt({ min: 0n, max: 2_000_000_000n }))),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'MAD'),
    figuresSource: orUnknown(fc.constantFrom('DECLARED', 'FILED', 'AUDITED')),
    possibleSizes: fc.subarray([...sizeCategories], { minLength: 1 }),
    inCollectiveProceedings: orUnknown(fc.boolean()),
  })
  .map(({ minor, ...facts }) => ({ ...facts, turnover: minor === null ? null : { minor, currency: facts.currency } }) as CompanyFacts);

const anyRules = fc.constantFrom(pmeRules, pmeRulesOfJuly2019, tpeRules);

/** Every way in which less can be known about a company. The membership is always known: the network keeps it itself. */
const forgetting = {
  foundedOn: { foundedOn: null },
  closedOn: { closedOn: null },
  turnover: { turnover: null },
  currency: { currency: null, turnover: null },
  figuresSource: { figuresSource: null },
  possibleSizes: { possibleSizes: sizeCategories },
  proceedings: { inCollectiveProceedings: null },
} as const satisfies Record<string, Partial<CompanyFacts>>;
const anyFact = fc.constantFrom(...(Object.keys(forgetting) as (keyof typeof forgetting)[]));

describe('Whatever the company', () => {
  test('the same facts, rules and day give the same assessment, recomputed from what it names itself', () => {
    fc.assert(
      fc.property(anyCompany, anyRules, fc.integer({ min: -800, max: 800 }), (facts, rules, days) => {
        const first = assess(rules, facts, addDays(today, days));
        const byVersion = new Map(
          [pmeRules, tpeRules, pmeRulesOfJuly2019].filter((one) => one.criteria === rules.criteria).map((one) => [one.number, one]),
        );
        const again = assess(byVersion.get(first.ruleVersion) as typeof rules, structuredClone(facts), first.assessedOn);
        expect(again).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  test('forgetting a fact turns an answer into "unknown" or leaves it, and never into the opposite', () => {
    fc.assert(
      fc.property(anyCompany, anyRules, anyFact, (facts, rules, fact) => {
        const [before, after] = [assess(rules, facts, today), assess(rules, { ...facts, ...forgetting[fact] }, today)];
        const flipped = before.judgements.filter(
          ({ finding }, index) => !['UNKNOWN', finding.result].includes(String(after.judgements[index]?.finding.result)),
        );
        expect(flipped).toEqual([]);
        // Proceedings that nobody has looked into are settled before the start (decision 0003), so they alone may free a verdict.
        if (fact !== 'proceedings') expect(['UNKNOWN', before.verdict]).toContain(after.verdict);
        else expect(after.verdict === 'FAIL' && before.verdict !== 'FAIL').toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  test('it is refused only when a deciding rule is known to fail', () => {
    fc.assert(
      fc.property(anyCompany, anyRules, (facts, rules) => {
        const { verdict, judgements, nearestMiss } = assess(rules, facts, today);
        const knownToFail = judgements.some(({ stage, finding }) => stage === 'ELIGIBILITY' && finding.result === 'FAIL');
        expect([verdict === 'FAIL', nearestMiss !== null]).toEqual([knownToFail, knownToFail]);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is missing is never negative', () => {
    fc.assert(
      fc.property(anyCompany, anyRules, (facts, rules) => {
        for (const { finding } of assess(rules, facts, today).judgements) {
          if ('shortBy' in finding) expect(finding.shortBy.minor >= 0n).toBe(true);
          if ('shortByMonths' in finding) expect(finding.shortByMonths).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
