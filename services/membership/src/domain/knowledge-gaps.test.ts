import { expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { AnnualFigures } from './annual-figures.ts';
import { gapsInFigures, gapsInRegister } from './knowledge-gaps.ts';

const today = '2026-11-23' as LocalDate;
const complete: AnnualFigures = {
  closedOn: '2025-12-31' as LocalDate,
  months: 12,
  currency: 'EUR',
  turnover: 1n,
  exportTurnover: 0n,
  balanceTotal: 1n,
  fte: 1,
  source: 'DECLARED',
};

test('a company whose last year is complete has no gap', () => {
  expect(gapsInFigures(complete, today)).toEqual([]);
  expect(gapsInRegister({ foundedOn: '1998-03-02', hasActivity: true, inCollectiveProceedings: false })).toEqual([]);
});

test('without any figures the last ended year is the one to ask for', () => {
  expect(gapsInFigures(undefined, today)).toEqual([{ code: 'NO_FIGURES', year: 2025 }]);
});

test('figures of 2018 are stale, and 2025 is what is missing', () => {
  expect(gapsInFigures({ ...complete, closedOn: '2018-12-31' as LocalDate }, today)).toEqual([{ code: 'FIGURES_STALE', year: 2025 }]);
});

test('every value that nobody stated is named with its year', () => {
  const bare = { ...complete, turnover: null, exportTurnover: null, balanceTotal: null, fte: null };
  expect(gapsInFigures(bare, today)).toEqual([
    { code: 'TURNOVER_MISSING', year: 2025 },
    { code: 'EXPORT_TURNOVER_MISSING', year: 2025 },
    { code: 'BALANCE_SHEET_MISSING', year: 2025 },
    { code: 'FTE_MISSING', year: 2025 },
  ]);
});

test('a company nobody checked for insolvency is no company without insolvency', () => {
  expect(gapsInRegister({ foundedOn: null, hasActivity: false, inCollectiveProceedings: null }).map((gap) => gap.code)).toEqual([
    'FOUNDED_ON_MISSING',
    'ACTIVITY_MISSING',
    'PROCEEDINGS_NOT_CHECKED',
  ]);
});

test('amounts in dirhams are never taken for euros', () => {
  expect(gapsInFigures({ ...complete, currency: 'MAD' }, today)).toEqual([{ code: 'NOT_IN_EUROS', year: 2025 }]);
});
