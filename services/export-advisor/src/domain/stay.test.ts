import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { stayBetween } from './stay.ts';

const day = (text: string) => text as LocalDate;
const today = day('2026-11-23');

describe('a stay', () => {
  test('is the coming two weeks when nobody says otherwise', () => {
    expect(stayBetween(null, null, today)).toEqual({ stay: { from: '2026-11-23', to: '2026-12-06' } });
  });

  test('lasts two weeks from its first day when only that is known', () => {
    expect(stayBetween(day('2026-12-28'), undefined, today)).toEqual({ stay: { from: '2026-12-28', to: '2027-01-10' } });
  });

  test('may be a single day', () => {
    expect(stayBetween(today, today, today)).toEqual({ stay: { from: today, to: today } });
  });

  test('cannot end before it begins', () => {
    expect(stayBetween(day('2026-12-02'), day('2026-12-01'), today)).toEqual({ refused: 'END_BEFORE_START' });
    expect(stayBetween(null, day('2026-11-22'), today)).toEqual({ refused: 'END_BEFORE_START' });
  });

  test('may last a whole year and not a day more', () => {
    expect(stayBetween(day('2026-12-01'), day('2027-11-30'), today)).toHaveProperty('stay');
    expect(stayBetween(day('2026-12-01'), day('2027-12-01'), today)).toEqual({ refused: 'LONGER_THAN_A_YEAR' });
  });

  test('lasts a whole year from a leap day too', () => {
    expect(stayBetween(day('2028-02-29'), day('2029-02-27'), today)).toHaveProperty('stay');
    expect(stayBetween(day('2028-02-29'), day('2029-02-28'), today)).toEqual({ refused: 'LONGER_THAN_A_YEAR' });
  });

  test('cannot be asked for more than five years ahead', () => {
    expect(stayBetween(day('2031-11-23'), undefined, today)).toHaveProperty('stay');
    expect(stayBetween(day('9999-12-31'), undefined, today)).toEqual({ refused: 'TOO_FAR_AHEAD' });
  });
});
