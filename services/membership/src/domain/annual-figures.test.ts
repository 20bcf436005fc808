import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import {
  type AnnualFigures,
  declareFigures,
  figuresKnownOn,
  isStale,
  type KnownFigures,
  lastEndedYear,
  referenceYear,
  statesTheSame,
  yearMissingAfter,
} from './annual-figures.ts';

const day = (text: string) => text as LocalDate;
const today = day('2026-11-23');

/** 4 M€ turnover, 0.72 M€ of it abroad, 32 people, closed at the end of 2025. */
function stated(changes: Partial<AnnualFigures> = {}): AnnualFigures {
  return {
    closedOn: day('2025-12-31'),
    months: 12,
    currency: 'EUR',
    turnover: 400_000_000n,
    exportTurnover: 72_000_000n,
    balanceTotal: 310_000_000n,
    fte: 32,
    source: 'DECLARED',
    ...changes,
  };
}
function entered(on: string, changes: Partial<AnnualFigures> = {}): KnownFigures {
  return { ...stated(changes), enteredOn: day(on), enteredAt: new Date(`${on}T09:00:00Z`) };
}

describe('figures of a closed year', () => {
  test('are taken as stated, unknown values included', () => {
    const figures = stated({ balanceTotal: null });
    expect(declareFigures(figures, today)).toEqual({ accepted: figures });
  });

  test.each<[string, Partial<AnnualFigures>, string]>([
    ['a year that has not closed yet', { closedOn: day('2026-11-24') }, 'CLOSES_IN_THE_FUTURE'],
    ['a year before anyone was founded', { closedOn: day('1949-12-31') }, 'CLOSED_BEFORE_1950'],
    ['a fiscal year of 25 months', { months: 25 }, 'YEAR_TOO_LONG'],
    ['a negative turnover', { turnover: -1n }, 'NEGATIVE_VALUE'],
    ['a negative number of people', { fte: -0.5 }, 'NEGATIVE_VALUE'],
    ['more sold abroad than sold at all', { exportTurnover: 400_000_001n }, 'EXPORT_EXCEEDS_TURNOVER'],
    ['a year of which nothing is said', { turnover: null, exportTurnover: null, balanceTotal: null, fte: null }, 'NOTHING_STATED'],
  ])('are refused for %s', (_title, changes, reason) => {
    expect(declareFigures(stated(changes), today)).toEqual({ refused: reason });
  });

  test('may cover eighteen months, be closed today, and count 9.99 people', () => {
    expect(declareFigures(stated({ months: 18, closedOn: today, fte: 9.99 }), today)).toHaveProperty('accepted');
  });

  test('are no correction when they state the same once more, whoever says so', () => {
    expect(statesTheSame(stated(), stated({ source: 'FILED' }))).toBe(true);
    expect(statesTheSame(stated(), stated({ fte: 33 }))).toBe(false);
    expect(statesTheSame(stated(), stated({ currency: 'MAD' }))).toBe(false);
  });
});

describe('what was known on a day', () => {
  const first = entered('2026-04-10');
  const corrected = entered('2026-09-01', { turnover: 410_000_000n });
  const older = entered('2026-10-05', { closedOn: day('2018-12-31'), turnover: 305_000_000n });

  test('a correction counts from the day it was entered', () => {
    expect(figuresKnownOn([corrected, first], day('2026-08-31'))).toEqual([first]);
    expect(figuresKnownOn([corrected, first], day('2026-09-01'))).toEqual([corrected]);
  });

  test('figures of an older year that arrive later never replace those of a newer one', () => {
    expect(figuresKnownOn([first, older], today).map((figures) => figures.closedOn)).toEqual(['2025-12-31', '2018-12-31']);
  });

  test('nothing was known before anything was entered', () => {
    expect(figuresKnownOn([first], day('2026-04-09'))).toEqual([]);
  });
});

describe('the age of figures', () => {
  test('they are stale once more than eighteen months have passed', () => {
    expect(isStale(day('2024-12-31'), day('2026-06-30'))).toBe(false);
    expect(isStale(day('2024-12-31'), day('2026-07-01'))).toBe(true);
  });

  test('the year that is missing is the last that has closed, on the company’s own closing day', () => {
    expect(yearMissingAfter(day('2018-12-31'), today)).toBe(2025);
    expect(yearMissingAfter(day('2023-06-30'), today)).toBe(2026);
    expect(lastEndedYear(today)).toBe(2025);
    expect(lastEndedYear(day('2026-12-31'))).toBe(2026);
  });

  test('growth is measured from the year closed three years before, in the same currency', () => {
    const latest = stated();
    const reference = stated({ closedOn: day('2022-12-31') });
    expect(referenceYear([latest, reference], latest)).toBe(reference);
    expect(referenceYear([latest, stated({ closedOn: day('2021-12-31') })], latest)).toBeUndefined();
    expect(referenceYear([latest, { ...reference, currency: 'MAD' }], latest)).toBeUndefined();
  });
});
