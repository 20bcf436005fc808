import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import { moneyOf } from '@leader/subgraph-kit/values/money';
import { type ClosedYear, type CompanyFacts, fteScale } from './company-facts.ts';
import type { CriteriaVersion } from './criteria.ts';

export const today = parseLocalDate('2026-11-23');

export const criteria: CriteriaVersion = {
  number: 2,
  validFrom: parseLocalDate('2023-01-01'),
  validTo: null,
  figuresMaxAgeMonths: 18,
  criteria: [
    { kind: 'INDUSTRIAL', weight: 30, accepted: ['B', 'C', 'D', 'E'] },
    { kind: 'ANCHORED', weight: 25, accepted: ['12', '31', '81'] },
    { kind: 'LONG_TERM_JOBS', weight: 25, minimumChange: 0n, overYears: 3 },
    { kind: 'GROWTH', weight: 20, minimumChange: 100n, overYears: 3 },
    { kind: 'CLASSICAL_REFUSAL', weight: 0 },
  ],
};

export function year(closedOn: string, turnover: string | null, fte: number | null, currency = 'EUR'): ClosedYear {
  return {
    closedOn: parseLocalDate(closedOn),
    turnover: turnover === null ? null : moneyOf(turnover, currency),
    fte: fte === null ? null : BigInt(Math.round(fte * 10 ** fteScale)),
    source: 'DECLARED',
  };
}

/** An aerospace company in Albi that grew from 3.2 to 4 million euros and from 28 to 32 people. */
export function albiCompany(changes: Partial<CompanyFacts> = {}): CompanyFacts {
  return {
    country: 'FR',
    activitySection: 'C',
    siteDepartments: ['81'],
    latestYear: year('2025-12-31', '4000000', 32),
    referenceYear: year('2022-12-31', '3200000', 28),
    ...changes,
  };
}
