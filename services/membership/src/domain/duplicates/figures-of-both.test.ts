import { expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { FiguresSource } from '../annual-figures.ts';
import { reportsLeftOut } from './figures-of-both.ts';

const report = (id: string, closedOn: string, source: FiguresSource = 'DECLARED', enteredAt = '2026-01-01', months = 12) => ({
  ...{ id, closedOn: closedOn as LocalDate, months, currency: 'EUR', turnover: 1n, exportTurnover: null, balanceTotal: null, fte: null },
  ...{ source, enteredAt: new Date(enteredAt), enteredOn: enteredAt as LocalDate },
});
type Reports = ReturnType<typeof report>[];
const leftOut = (kept: Reports, merged: Reports) => reportsLeftOut(kept, merged).map(({ id }) => id);

test('of a year that both tell of the better source counts, and in doubt the record that stays', () => {
  expect(leftOut([report('a', '2024-12-31')], [report('b', '2023-12-31')])).toEqual([]);
  expect(leftOut([report('a', '2024-12-31')], [report('b', '2024-12-31')])).toEqual(['b']);
  expect(leftOut([report('a', '2024-12-31')], [report('b', '2024-12-31', 'FILED')])).toEqual(['a']);
  expect(leftOut([report('a', '2024-12-31', 'AUDITED')], [report('b', '2024-12-31', 'FILED')])).toEqual(['b']);
});

test('all that was ever reported of a year goes with it, and what was corrected does not speak for it', () => {
  const corrected = [report('a', '2024-12-31', 'DECLARED', '2025-02-01'), report('b', '2024-12-31', 'FILED', '2025-09-01')];
  expect(leftOut(corrected, [report('c', '2024-12-31', 'FILED')])).toEqual(['c']);
  expect(leftOut([report('c', '2024-12-31')], corrected)).toEqual(['c']);
  expect(leftOut([report('c', '2024-12-31', 'AUDITED')], corrected)).toEqual(['a', 'b']);
});

test('a company has one fiscal year at a time: one that overlaps another is the same', () => {
  expect(leftOut([report('a', '2024-12-31')], [report('b', '2024-06-30')])).toEqual(['b']);
  expect(leftOut([report('a', '2024-12-31')], [report('b', '2025-06-30', 'DECLARED', '2026-01-01', 6)])).toEqual([]);
});
