import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type MembershipPeriod, MembershipRecord } from './membership-record.ts';

const day = (text: string) => text as LocalDate;
const ninetyDays = [{ validFrom: day('2009-01-01'), days: 90 }];

/** In the Tarn branch since 14 May 2018, dues paid for 2026. */
function period(changes: Partial<Record<keyof MembershipPeriod, unknown>> = {}): MembershipPeriod {
  return {
    branchId: 'tarn',
    beganOn: '2018-05-14',
    endedOn: null,
    endReason: null,
    coveredUntil: '2026-12-31',
    decisions: [],
    ...changes,
  } as MembershipPeriod;
}
const record = (...periods: MembershipPeriod[]) => new MembershipRecord(periods, ninetyDays);

describe('a company of the network', () => {
  test('that never joined is a prospect', () => {
    expect(record().statusOn(day('2026-11-23'))).toBe('PROSPECT');
    expect(record().homeBranchOn(day('2026-11-23'))).toBeNull();
  });

  test('is a prospect until the day it joins, and active from that day on', () => {
    expect(record(period()).statusOn(day('2018-05-13'))).toBe('PROSPECT');
    expect(record(period()).statusOn(day('2018-05-14'))).toBe('ACTIVE');
  });

  test('stays active through the last day its dues cover', () => {
    expect(record(period()).statusOn(day('2026-12-31'))).toBe('ACTIVE');
  });

  test('has ninety days of grace when dues are late, then its membership has lapsed', () => {
    expect(record(period()).statusOn(day('2027-01-01'))).toBe('GRACE');
    expect(record(period()).statusOn(addDays(day('2026-12-31'), 90))).toBe('GRACE');
    expect(record(period()).statusOn(addDays(day('2026-12-31'), 91))).toBe('LAPSED');
  });

  test('is judged by the days of grace in force that day', () => {
    const rules = [...ninetyDays, { validFrom: day('2027-01-01'), days: 30 }];
    const late = new MembershipRecord([period()], rules);
    expect(late.statusOn(day('2027-01-30'))).toBe('GRACE');
    expect(late.statusOn(day('2027-01-31'))).toBe('LAPSED');
  });

  test('belongs to its branch through its last day, and to none after it resigned', () => {
    const left = record(period({ endedOn: '2024-06-30', endReason: 'RESIGNED' }));
    expect(left.statusOn(day('2024-06-30'))).toBe('ACTIVE');
    expect(left.homeBranchOn(day('2024-06-30'))).toBe('tarn');
    expect(left.statusOn(day('2024-07-01'))).toBe('RESIGNED');
    expect(left.homeBranchOn(day('2024-07-01'))).toBeNull();
  });

  test('that was excluded reads as excluded, even with its dues paid', () => {
    expect(record(period({ endedOn: '2024-06-30', endReason: 'EXCLUDED' })).statusOn(day('2026-11-23'))).toBe('EXCLUDED');
  });

  test('is suspended from the day the decision takes effect until it is reinstated', () => {
    const decisions = [
      { kind: 'REINSTATED', takesEffectOn: '2025-09-01' },
      { kind: 'SUSPENDED', takesEffectOn: '2025-03-01' },
    ];
    const suspended = record(period({ decisions }));
    expect(suspended.statusOn(day('2025-02-28'))).toBe('ACTIVE');
    expect(suspended.statusOn(day('2025-03-01'))).toBe('SUSPENDED');
    expect(suspended.homeBranchOn(day('2025-03-01'))).toBe('tarn');
    expect(suspended.statusOn(day('2025-09-01'))).toBe('ACTIVE');
  });

  test('that came back is judged by its latest membership', () => {
    const back = record(period({ beganOn: '2022-01-01' }), period({ beganOn: '2016-02-01', endedOn: '2019-12-31', endReason: 'RESIGNED' }));
    expect(back.statusOn(day('2020-06-01'))).toBe('RESIGNED');
    expect(back.statusOn(day('2022-01-01'))).toBe('ACTIVE');
    expect(back.memberSince(day('2026-11-23'))).toBe('2022-01-01');
    expect(back.memberSince(day('2020-06-01'))).toBeNull();
  });

  test('that lapsed and came back has been a member since it came back, even when it did so the next day', () => {
    const back = record(period({ beganOn: '2022-01-01' }), period({ endedOn: '2021-12-31', endReason: 'LAPSED' }));
    expect(back.memberSince(day('2026-11-23'))).toBe('2022-01-01');
  });

  test('keeps its years of membership when it moves to another branch', () => {
    const moved = record(period({ endedOn: '2020-12-31', endReason: 'RESIGNED' }), period({ branchId: 'toulouse', beganOn: '2021-01-01' }));
    expect(moved.memberSince(day('2026-11-23'))).toBe('2018-05-14');
    expect(moved.homeBranchOn(day('2026-11-23'))).toBe('toulouse');
  });
});
