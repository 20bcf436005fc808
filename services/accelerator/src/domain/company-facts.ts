import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CurrencyCode, Money } from '@leader/subgraph-kit/values/money';
import type { SizeCategory } from './criterion.ts';

export const membershipStatuses = ['PROSPECT', 'ACTIVE', 'GRACE', 'LAPSED', 'SUSPENDED', 'RESIGNED', 'EXCLUDED'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** What is known about a company when somebody asks whether an accelerator fits. Null is "not known", never "no". */
export interface CompanyFacts {
  readonly membershipStatus: MembershipStatus;
  readonly foundedOn: LocalDate | null;
  /** End of the last closed year that has figures. */
  readonly closedOn: LocalDate | null;
  readonly turnover: Money | null;
  readonly currency: CurrencyCode | null;
  /** Who vouches for the figures: DECLARED, FILED or AUDITED. */
  readonly figuresSource: string | null;
  /** Every INSEE size category that the known figures leave possible; one when it is certain. */
  readonly possibleSizes: readonly SizeCategory[];
  readonly inCollectiveProceedings: boolean | null;
}
