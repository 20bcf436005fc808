import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Money } from '@leader/subgraph-kit/values/money';

/** Digits behind the point of a staff figure. */
export const fteScale = 4;

export type FiguresSource = 'DECLARED' | 'FILED' | 'AUDITED';

/** What is known of one closed year; null where nobody said. */
export interface ClosedYear {
  readonly closedOn: LocalDate;
  readonly turnover: Money | null;
  /** Full-time equivalents with `fteScale` digits behind the point: 320000n is 32. */
  readonly fte: bigint | null;
  readonly source: FiguresSource | null;
}

/** All the fund looks at. Whether a bank refused the company is deliberately not among it. */
export interface CompanyFacts {
  /** ISO code of its register. */
  readonly country: string;
  /** NACE section letter; null when its activity is unknown. */
  readonly activitySection: string | null;
  /** Departments of its sites. A site abroad has none. */
  readonly siteDepartments: readonly string[];
  readonly latestYear: ClosedYear | null;
  /** The closed year to compare with. */
  readonly referenceYear: ClosedYear | null;
}
