import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { isStale, yearDue } from './closed-year.ts';

describe('the last year whose accounts should exist', () => {
  test.each([
    ['2026-11-23', '2018-12-31', 2025],
    ['2026-06-29', '2018-12-31', 2024],
    ['2026-07-01', '2018-12-31', 2025],
    ['2026-11-23', '2018-06-30', 2025],
    ['2027-01-02', '2018-06-30', 2026],
    ['2026-11-23', null, 2025],
  ])('on %s, for a company that last closed on %s, is %i', (today, closedOn, year) => {
    expect(yearDue(closedOn === null ? null : parseLocalDate(closedOn), parseLocalDate(today))).toBe(year);
  });
});

test('figures that are due are never stale themselves, so telling them always helps', () => {
  const day = fc
    .date({ min: new Date('2010-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => parseLocalDate(date.toISOString().slice(0, 10)));
  fc.assert(
    fc.property(day, day, (today, closedOn) => {
      fc.pre(!closedOn.endsWith('-02-29'));
      const due = parseLocalDate(`${yearDue(closedOn, today)}${closedOn.slice(4)}`);
      expect(due < today).toBe(true);
      expect(isStale(due, 18, today)).toBe(false);
    }),
  );
});
