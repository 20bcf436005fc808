import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CurrencyCode } from '@leader/subgraph-kit/values/money';
import type { KnownFigures } from '../annual-figures.ts';
import { MembershipRecord } from '../membership-record.ts';
import { breakDown, type CountedCompany, countedBy, type MembersAlike } from './member-breakdown.ts';

const day = (text: string) => text as LocalDate;
const period = {
  ...{ branchId: 'tarn', beganOn: day('2024-01-01'), endedOn: null, endReason: null },
  ...{ coveredUntil: day('2027-12-31'), decisions: [] },
};

function member(known: Partial<CountedCompany> = {}): CountedCompany {
  return { record: new MembershipRecord([period], []), seats: [], activities: [], reports: [], past: [], ...known };
}

function year(closedOn: string, fte: number, enteredOn: string): KnownFigures {
  return {
    ...{ closedOn: day(closedOn), months: 12, currency: 'EUR' as CurrencyCode, turnover: 100_000_000n, exportTurnover: null },
    ...{ balanceTotal: null, fte, source: 'DECLARED', enteredOn: day(enteredOn), enteredAt: new Date(`${enteredOn}T09:00:00Z`) },
  };
}

describe('an active member is counted', () => {
  test('by the department its seat had on that day, whatever it has now', () => {
    const moved = member({
      seats: [
        { from: day('2000-01-01'), until: day('2026-03-31'), department: '81' },
        { from: day('2026-04-01'), until: null, department: '31' },
      ],
    });
    const department = (on: string) => countedBy(moved, day(on), day('2026-11-23'))?.department;
    expect([department('2026-03-31'), department('2026-04-01')]).toEqual(['81', '31']);
  });

  test('by its code of the nomenclature in force, else by another one, which is told', () => {
    const since = { from: day('2000-01-01'), until: null };
    const both = member({
      activities: [
        { ...since, nomenclature: 'NAF_2025', code: '62.10Y' },
        { ...since, nomenclature: 'NAF_REV_2', code: '62.01Z' },
      ],
    });
    const old = member({ activities: [{ ...since, nomenclature: 'NAF_REV_2', code: '62.01Z' }] });
    const told = (company: CountedCompany, on: string) => {
      const { nomenclature, section } = countedBy(company, day(on), day(on)) ?? {};
      return [nomenclature, section];
    };
    expect(told(both, '2026-12-31')).toEqual(['NAF_REV_2', 'J']);
    expect(told(both, '2027-01-01')).toEqual(['NAF_2025', 'K']);
    expect(told(old, '2027-01-01')).toEqual(['NAF_REV_2', 'J']);
  });

  test('by the figures that were known on the day of knowledge, of years that had closed on the day that is counted', () => {
    const company = member({
      reports: [year('2024-12-31', 9, '2025-04-01'), year('2024-12-31', 12, '2026-06-01'), year('2025-12-31', 300, '2026-04-01')],
    });
    const size = (asOf: string, knownAt: string) => countedBy(company, day(asOf), day(knownAt))?.size;
    expect(size('2025-03-31', '2025-03-31')).toBeNull();
    expect(size('2025-06-30', '2025-06-30')).toBe('MIC');
    expect(size('2025-06-30', '2026-05-31')).toBe('MIC');
    expect(size('2025-06-30', '2026-06-01')).toBe('PME');
    expect(size('2025-12-31', '2026-06-01')).toBe('ETI');
  });

  test('by what its record said then, until the day on which somebody said that two records are one', () => {
    const seat = (department: string) => ({ from: day('2000-01-01'), until: null, department });
    const said = (knownBefore: string, department: string) => {
      return { knownBefore: day(knownBefore), facts: { seats: [seat(department)], activities: [], reports: [] } };
    };
    const merged = member({ seats: [seat('81')], past: [said('2026-03-10', '81'), said('2026-09-01', '31')] });
    const department = (knownAt: string) => countedBy(merged, day('2026-02-01'), day(knownAt))?.department;
    expect(['2026-03-09', '2026-03-10', '2026-08-31', '2026-09-01'].map(department)).toEqual(['81', '31', '31', '81']);
  });

  test('and nobody who is none on that day', () => {
    expect(countedBy(member(), day('2023-12-31'), day('2026-11-23'))).toBeNull();
    expect(countedBy(member(), day('2028-01-01'), day('2028-01-01'))).toBeNull();
  });
});

test('what is not known is a part like the others and stands at the end of its list', () => {
  const alike = (count: number, known: Partial<MembersAlike>): MembersAlike => ({
    ...{ branchId: 'tarn', department: null, size: null, nomenclature: null, section: null },
    ...known,
    count,
  });
  const broken = breakDown([
    alike(2, {}),
    alike(7, { department: '81', size: 'PME', nomenclature: 'NAF_REV_2', section: 'C' }),
    alike(1, { department: '12', size: 'MIC', nomenclature: 'NAF_REV_2', section: 'C', branchId: 'aveyron' }),
  ]);
  expect(broken).toEqual({
    total: 10,
    byBranch: new Map([
      ['aveyron', 1],
      ['tarn', 9],
    ]),
    byDepartment: [
      { department: '12', count: 1 },
      { department: '81', count: 7 },
      { department: null, count: 2 },
    ],
    bySize: [
      { size: 'MIC', count: 1 },
      { size: 'PME', count: 7 },
      { size: null, count: 2 },
    ],
    bySection: [
      { section: 'C', nomenclature: 'NAF_REV_2', count: 8 },
      { section: null, nomenclature: null, count: 2 },
    ],
  });
});
