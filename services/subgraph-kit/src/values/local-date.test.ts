import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, daysBetween, localDateIn, monthsBetween, parseLocalDate } from './local-date.ts';

describe('a calendar day', () => {
  test.each(['2026-11-23', '2024-02-29', '2009-11-01'])('reads %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  test.each(['2026-02-30', '2025-02-29', 'infinity', 'now', '2026-1-1', '23/11/2026', '2026-11-23T10:00:00Z', '0001-01-01', ''])(
    'refuses %p',
    (text) => {
      expect(() => parseLocalDate(text)).toThrow('yyyy-mm-dd');
    },
  );

  test('is the one of the zone, not of the machine', () => {
    const instant = new Date('2026-12-31T23:30:00Z');
    expect(localDateIn('Europe/Paris', instant)).toBe('2027-01-01');
    expect(localDateIn('America/New_York', instant)).toBe('2026-12-31');
  });

  test('a month later stays within the month', () => {
    expect(addMonths(parseLocalDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(parseLocalDate('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonths(parseLocalDate('2026-11-30'), -9)).toBe('2026-02-28');
  });

  test('counts days across a change of clocks', () => {
    expect(daysBetween(parseLocalDate('2026-03-28'), parseLocalDate('2026-03-30'))).toBe(2);
    expect(addDays(parseLocalDate('2026-12-31'), 1)).toBe('2027-01-01');
  });

  test('counts only whole months', () => {
    expect(monthsBetween(parseLocalDate('2025-12-31'), parseLocalDate('2027-06-30'))).toBe(17);
    expect(monthsBetween(parseLocalDate('2025-12-31'), parseLocalDate('2027-07-01'))).toBe(18);
  });
});
