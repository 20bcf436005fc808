import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Size, sizeCategories, sizeCategoryOf, sizeInEuros } from './size-category.ts';

const euros = (millions: number) => BigInt(Math.round(millions * 1e8));
const sized = (fte: number | null, turnover: number | null, balanceTotal: number | null): Size => ({
  fte,
  turnover: turnover === null ? null : euros(turnover),
  balanceTotal: balanceTotal === null ? null : euros(balanceTotal),
});

describe('the INSEE class of a company', () => {
  test.each([
    ['9.9 people, 3.5 M€ turnover and a balance sheet of 1.9 M€ make a micro-enterprise', sized(9.9, 3.5, 1.9), 'MIC'],
    ['ten people make a PME however small the turnover', sized(10, 1, 1), 'PME'],
    ['a balance sheet of exactly 43 M€ keeps a company of 249.9 people a PME', sized(249.9, 51, 43), 'PME'],
    ['250 people make an intermediate company however small the turnover', sized(250, 1, 1), 'ETI'],
    ['5,000 people make a large company', sized(5000, 1, 1), 'GE'],
    ['both amounts beyond every limit make a large company', sized(300, 1501, 2001), 'GE'],
    ['exactly 2 M€ turnover is still micro', sized(9, 2, 80), 'MIC'],
  ])('%s', (_title, size, category) => {
    expect(sizeCategoryOf(size)).toEqual({ category, possible: [category] });
  });

  test('9 people, 2.5 M€ and an unknown balance sheet may be micro or PME, so it is unknown', () => {
    expect(sizeCategoryOf(sized(9, 2.5, null))).toEqual({ category: 'UNKNOWN', possible: ['MIC', 'PME'] });
  });

  test('at 32 people and 4 M€ a missing balance sheet changes nothing', () => {
    expect(sizeCategoryOf(sized(32, 4, null))).toEqual({ category: 'PME', possible: ['PME'] });
  });

  test('without the number of people every class stays possible', () => {
    expect(sizeCategoryOf(sized(null, 1, 1)).possible).toEqual(sizeCategories);
  });

  test('without amounts 74 people exclude only the micro-enterprise', () => {
    expect(sizeCategoryOf(sized(74, null, null)).possible).toEqual(['PME', 'ETI', 'GE']);
  });
});

describe('the size that a closed year tells', () => {
  test('turnover in dirhams is not turnover in euros, people are people', () => {
    const size = sizeInEuros({ fte: 74, turnover: euros(47), balanceTotal: euros(32.9), currency: 'MAD' });
    expect(sizeCategoryOf(size).possible).toEqual(['PME', 'ETI', 'GE']);
  });

  test('nothing without a closed year', () => {
    expect(sizeCategoryOf(sizeInEuros(undefined)).possible).toEqual(sizeCategories);
  });
});

describe('whatever is unknown', () => {
  const people = [0, 9.99, 10, 249.99, 250, 4999.99, 5000];
  const amounts = [0, 2, 2.01, 43, 43.01, 50, 50.01, 1500, 1500.01, 2000, 2000.01];
  const complete = fc.record({
    fte: fc.constantFrom(...people),
    turnover: fc.constantFrom(...amounts),
    balanceTotal: fc.constantFrom(...amounts),
  });
  const hidden = fc.record({ fte: fc.boolean(), turnover: fc.boolean(), balanceTotal: fc.boolean() });

  test('the true class is always among the possible ones', () => {
    fc.assert(
      fc.property(complete, hidden, (truth, hide) => {
        const all = sized(truth.fte, truth.turnover, truth.balanceTotal);
        const known = sized(
          hide.fte ? null : truth.fte,
          hide.turnover ? null : truth.turnover,
          hide.balanceTotal ? null : truth.balanceTotal,
        );
        const { category, possible } = sizeCategoryOf(known);
        expect(possible).toContain(sizeCategoryOf(all).category);
        expect(category).toBe(possible.length === 1 ? possible[0] : 'UNKNOWN');
      }),
    );
  });

  test('every possible class is reached by some completion: none is named in vain', () => {
    fc.assert(
      fc.property(complete, hidden, (truth, hide) => {
        const known = sized(
          hide.fte ? null : truth.fte,
          hide.turnover ? null : truth.turnover,
          hide.balanceTotal ? null : truth.balanceTotal,
        );
        const reached = new Set<string>();
        for (const fte of hide.fte ? people : [truth.fte])
          for (const turnover of hide.turnover ? amounts : [truth.turnover])
            for (const balance of hide.balanceTotal ? amounts : [truth.balanceTotal])
              reached.add(sizeCategoryOf(sized(fte, turnover, balance)).category);
        expect([...reached].sort()).toEqual([...sizeCategoryOf(known).possible].sort());
      }),
      { numRuns: 60 },
    );
  });
});
