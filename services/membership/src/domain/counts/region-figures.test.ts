import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CurrencyCode } from '@leader/subgraph-kit/values/money';
import type { KnownFigures } from '../annual-figures.ts';
import { toldExchanges } from './exchanges.ts';
import { growthOf, spreadOf } from './growth.ts';
import { shareOf } from './responsibility-share.ts';
import { retentionOf } from './retention.ts';

const day = (text: string) => text as LocalDate;

describe('retention', () => {
  test('is the share of a cohort that is active again; late dues are neither kept nor lost', () => {
    expect(retentionOf({ cohort: 200, retained: 180, undecided: 8 })).toEqual({
      ...{ cohort: 200, retained: 180, undecided: 8, left: 12, rate: 0.9, gap: null },
    });
  });

  test('does not tell of the few who left, nor of anybody where nobody was', () => {
    expect(retentionOf({ cohort: 200, retained: 190, undecided: 7 })).toMatchObject({ retained: 190, undecided: null, left: null });
    expect(retentionOf({ cohort: 200, retained: 197, undecided: 0 })).toMatchObject({
      retained: null,
      left: null,
      rate: null,
      gap: 'TOO_FEW',
    });
    expect(retentionOf({ cohort: 0, retained: 0, undecided: 0 })).toMatchObject({ rate: null, gap: 'NOBODY' });
  });

  test('is whole when all stayed, and nothing when all left', () => {
    expect(retentionOf({ cohort: 12, retained: 12, undecided: 0 })).toMatchObject({ left: 0, rate: 1 });
    expect(retentionOf({ cohort: 12, retained: 0, undecided: 0 })).toMatchObject({ left: 12, rate: 0 });
  });
});

describe('exchanges', () => {
  const of = (exchanges: number, companies: number, quarterHours = exchanges * 10) => ({ exchanges, companies, quarterHours });

  test('are told with their hours, to the quarter', () => {
    expect(toldExchanges([of(7, 9, 61)])).toEqual([{ exchanges: 7, hours: 15.25 }]);
  });

  test('of few companies are not, however many there are', () => {
    expect(toldExchanges([of(30, 2)])).toEqual([{ exchanges: null, hours: null }]);
    expect(toldExchanges([of(12, 15), of(30, 4), of(6, 11)]).map(({ exchanges }) => exchanges)).toEqual([12, null, null]);
  });
});

describe('growth', () => {
  const year = (closedOn: string, known: Partial<KnownFigures> = {}): KnownFigures => ({
    ...{
      closedOn: day(closedOn),
      months: 12,
      currency: 'EUR' as CurrencyCode,
      turnover: 100_000n,
      exportTurnover: null,
      balanceTotal: null,
    },
    ...{ fte: 10, source: 'DECLARED', enteredOn: day('2026-05-01'), enteredAt: new Date('2026-05-01T09:00:00Z') },
    ...known,
  });
  const grown = { turnover: 125_000n, fte: 9.5 };
  const today = day('2026-11-23');
  const growth = (...reports: KnownFigures[]) => growthOf(reports, today, today);

  test('is that of the last closed year over the one before', () => {
    expect(growth(year('2023-12-31', { turnover: 1n }), year('2024-12-31'), year('2025-12-31', grown))).toEqual({
      turnover: 0.25,
      fte: -0.05,
    });
  });

  test('is not told from a year that is missing, stale, or longer than others', () => {
    const none = { turnover: null, fte: null };
    expect(growth(year('2025-12-31', grown))).toEqual(none);
    expect(growth(year('2023-12-31'), year('2025-12-31', grown))).toEqual(none);
    expect(growth(year('2023-12-31'), year('2024-12-31', grown))).toEqual(none);
    expect(growth(year('2024-12-31'), year('2025-12-31', { ...grown, months: 18 }))).toEqual(none);
    expect(growth(year('2024-12-31', { months: 15 }), year('2025-12-31', grown))).toEqual(none);
  });

  test('is not told from another currency, from nothing, nor from what is not known; staff is staff in any currency', () => {
    const later = year('2025-12-31', grown);
    expect(growth(year('2024-12-31', { currency: 'MAD' as CurrencyCode }), later)).toEqual({ turnover: null, fte: -0.05 });
    expect(growth(year('2024-12-31', { turnover: 0n, fte: 0 }), later)).toEqual({ turnover: null, fte: null });
    expect(growth(year('2024-12-31', { turnover: null, fte: null }), later)).toEqual({ turnover: null, fte: null });
  });

  test('of a day is by what was known then', () => {
    const corrected = [
      year('2024-12-31'),
      year('2025-12-31', grown),
      year('2025-12-31', { turnover: 90_000n, enteredOn: day('2026-06-01'), enteredAt: new Date('2026-06-01T09:00:00Z') }),
    ];
    expect(growthOf(corrected, day('2026-05-31'), day('2026-05-31')).turnover).toBe(0.25);
    expect(growthOf(corrected, day('2026-05-31'), day('2026-06-01')).turnover).toBe(-0.1);
  });

  test('of fewer than five companies has no median, and says why', () => {
    expect(spreadOf(5, [-0.01234, 0.0426, 0.1])).toEqual({
      ...{ companies: 5, lowerQuartile: -0.012, median: 0.043, upperQuartile: 0.1, gap: null },
    });
    expect(spreadOf(4, [0.1, 0.2, 0.3])).toMatchObject({ companies: null, median: null, gap: 'TOO_FEW' });
    expect(spreadOf(0, null)).toMatchObject({ companies: 0, median: null, gap: 'NOBODY' });
  });
});

test('a share is told where neither those who show something nor those who do not are few', () => {
  expect([0, 3, 5, 15, 17, 20].map((showing) => shareOf(20, showing).share)).toEqual([0, null, 0.25, 0.75, null, 1]);
  expect(shareOf(0, 0)).toEqual({ members: 0, share: null });
});
