import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CurrencyCode, Money } from '@leader/subgraph-kit/values/money';
import type { MembershipStatus } from './company-facts.ts';
import type { Criterion, SizeCategory, Stage } from './criterion.ts';

/** Yes, no, or "we do not know": the third is never told as a no. */
export type Verdict = 'PASS' | 'FAIL' | 'UNKNOWN';

/** What a criterion found about a company, with exactly the facts that its sentence needs. */
export type Finding =
  | { result: 'PASS'; reason: 'TURNOVER_FITS'; turnover: Money }
  | { result: 'FAIL'; reason: 'TURNOVER_TOO_LOW'; turnover: Money; shortBy: Money }
  | { result: 'FAIL'; reason: 'TURNOVER_TOO_HIGH'; turnover: Money; shortBy: Money }
  | { result: 'UNKNOWN'; reason: 'TURNOVER_UNKNOWN' }
  | {
      result: 'UNKNOWN';
      reason: 'FOREIGN_CURRENCY';
      currency: CurrencyCode;
      turnover: Money | null;
      possible: readonly SizeCategory[] | null;
    }
  | { result: 'UNKNOWN'; reason: 'FIGURES_MISSING'; missingYear: number; lastKnownYear: number | null }
  | { result: 'PASS'; reason: 'FIGURES_RECENT'; months: number }
  | { result: 'PASS'; reason: 'CATEGORY_FITS'; possible: readonly SizeCategory[] }
  | { result: 'FAIL'; reason: 'CATEGORY_DIFFERS'; possible: readonly SizeCategory[] }
  | { result: 'UNKNOWN'; reason: 'CATEGORY_UNCERTAIN'; possible: readonly SizeCategory[] }
  | { result: 'PASS'; reason: 'OLD_ENOUGH'; years: number }
  | { result: 'FAIL'; reason: 'TOO_YOUNG'; years: number; shortByMonths: number; oldEnoughOn: LocalDate }
  | { result: 'UNKNOWN'; reason: 'FOUNDING_UNKNOWN' }
  | { result: 'PASS'; reason: 'NO_PROCEEDINGS' }
  | { result: 'FAIL'; reason: 'IN_PROCEEDINGS' }
  | { result: 'UNKNOWN'; reason: 'PROCEEDINGS_NOT_CHECKED' }
  | { result: 'PASS'; reason: 'IS_MEMBER'; status: MembershipStatus }
  | { result: 'UNKNOWN'; reason: 'NOT_YET_MEMBER'; status: MembershipStatus }
  | { result: 'FAIL'; reason: 'MEMBERSHIP_ENDED'; status: MembershipStatus }
  | { result: 'UNKNOWN'; reason: 'AUDIT_TO_COME' };

export type FindingReason = Finding['reason'];
export type FindingOf<Reason extends FindingReason> = Extract<Finding, { reason: Reason }>;

/** One criterion applied to one company. */
export interface Judgement {
  readonly criterion: Criterion;
  /** When this is settled; may be later than the criterion says when nobody has looked yet. */
  readonly stage: Stage;
  /** End of the closed year whose figures were used; null when none were. */
  readonly closedOn: LocalDate | null;
  readonly finding: Finding;
}
