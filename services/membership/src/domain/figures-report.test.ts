import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { type AnnualFigures, type FiguresSource, figuresKnownOn, type KnownFigures } from './annual-figures.ts';
import { correctYear, declareYear } from './figures-report.ts';
import { sizeCategoryOf, sizeInEuros } from './size-category.ts';

const today = '2026-11-23' as LocalDate;
const day = (text: string) => text as LocalDate;
const bureau = { isTheCompany: false };
const itself = { isTheCompany: true };

const year = (changes: Partial<AnnualFigures> = {}): AnnualFigures => ({
  closedOn: day('2025-12-31'),
  months: 12,
  currency: 'EUR',
  turnover: 400_000_000n,
  exportTurnover: 72_000_000n,
  balanceTotal: 310_000_000n,
  fte: 32,
  source: 'DECLARED',
  ...changes,
});
const known = (changes: Partial<KnownFigures> = {}): KnownFigures => ({
  ...year(),
  enteredOn: day('2026-04-10'),
  enteredAt: new Date('2026-04-10T09:00:00Z'),
  ...changes,
});

describe('a year is declared', () => {
  test.each([
    ['with 9.99 people', year({ fte: 9.99 })],
    ['of eighteen months, after the one before it', year({ closedOn: day('2025-12-31'), months: 18 })],
    ['that closed today', year({ closedOn: today, months: 10 })],
    ['that closed on 29 February', year({ closedOn: day('2024-02-29'), months: 2 })],
  ])('%s', (_, stated) => {
    const before = known({ closedOn: day('2023-12-31') });
    const earlier = stated.months === 18 ? known({ closedOn: day('2024-06-30'), months: 6 }) : before;
    expect(declareYear([before, earlier], stated, itself, today)).toEqual({ accepted: true, facts: stated });
  });

  test.each([
    ['YEAR_KNOWN_ALREADY', 'that is known', year(), itself],
    ['CLOSES_IN_THE_FUTURE', 'that closes tomorrow', year({ closedOn: addDays(today, 1), months: 3 }), itself],
    ['NEGATIVE_VALUE', 'with a negative turnover', year({ closedOn: day('2024-12-31'), turnover: -1n }), itself],
    [
      'EXPORT_EXCEEDS_TURNOVER',
      'with more export than turnover',
      year({ closedOn: day('2024-12-31'), exportTurnover: 400_000_001n }),
      itself,
    ],
    ['YEAR_TOO_LONG', 'of twenty-five months', year({ closedOn: day('2024-12-31'), months: 25 }), itself],
    ['SOURCE_NOT_YOURS', 'as audited, by the company itself', year({ closedOn: day('2024-12-31'), source: 'AUDITED' }), itself],
    ['OVERLAPS_ANOTHER_YEAR', 'of eighteen months over the one before', year({ closedOn: day('2026-06-30'), months: 18 }), bureau],
    ['OVERLAPS_ANOTHER_YEAR', 'that closed within another', year({ closedOn: day('2025-06-30') }), bureau],
    [
      'NOTHING_STATED',
      'without a figure',
      year({ closedOn: day('2024-12-31'), turnover: null, exportTurnover: null, balanceTotal: null, fte: null }),
      itself,
    ],
  ])('never, by %s: %s', (reason, _, stated, reporter) => {
    expect(declareYear([known()], stated, reporter, today)).toEqual({ accepted: false, reason });
  });

  test('in dirhams, and says nothing about a size in euros', () => {
    const decision = declareYear([], year({ currency: 'MAD', fte: null }), itself, today);
    if (!decision.accepted) throw new Error(decision.reason);
    expect(sizeCategoryOf(sizeInEuros(decision.facts)).category).toBe('UNKNOWN');
  });
});

describe('a year is corrected', () => {
  test('by another value', () => {
    expect(correctYear([known()], year({ turnover: 388_000_000n }), itself, today)).toMatchObject({ accepted: true });
  });

  test('by a stronger source that says the same', () => {
    expect(correctYear([known()], year({ source: 'AUDITED' }), bureau, today)).toMatchObject({ accepted: true });
  });

  test.each([
    ['YEAR_NOT_KNOWN', 'nobody reported it', known({ closedOn: day('2024-12-31') }), year()],
    ['NOTHING_CORRECTED', 'it states what is known', known(), year()],
    ['SOURCE_IS_WEAKER', 'an auditor said otherwise', known({ source: 'AUDITED' }), year({ turnover: 1n, exportTurnover: 0n })],
  ])('never, by %s: when %s', (reason, _, before, stated) => {
    expect(correctYear([before], stated, bureau, today)).toEqual({ accepted: false, reason });
  });
});

test('whatever is declared and corrected later: what was known on a day stays what was known on it', () => {
  const reports = fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 200 }),
      yearsAgo: fc.integer({ min: 0, max: 3 }),
      turnover: fc.bigInt({ min: 0n, max: 9n }),
      source: fc.constantFrom<FiguresSource>('DECLARED', 'FILED', 'AUDITED'),
      corrects: fc.boolean(),
    }),
    { maxLength: 25 },
  );
  let corrections = 0;
  fc.assert(
    fc.property(reports, (stated) => {
      let book: KnownFigures[] = [];
      let now = day('2024-01-01');
      stated.forEach(({ after, yearsAgo, turnover, source, corrects }) => {
        const past = addDays(now, -1);
        const before = figuresKnownOn(book, past);
        now = addDays(now, after);
        const closedOn = addMonths(day('2023-12-31'), -12 * yearsAgo);
        const decide = corrects ? correctYear : declareYear;
        const decision = decide(book, year({ closedOn, turnover, exportTurnover: null, source }), bureau, now);
        if (!decision.accepted) return;
        if (corrects) corrections += 1;
        book = [...book, { ...decision.facts, enteredOn: now, enteredAt: new Date(Date.parse(now) + book.length) }];
        expect(figuresKnownOn(book, past)).toEqual(before);
        expect(new Set(figuresKnownOn(book, now).map((one) => one.closedOn)).size).toBe(figuresKnownOn(book, now).length);
      });
    }),
    { numRuns: 200 },
  );
  expect(corrections).toBeGreaterThan(0);
});
