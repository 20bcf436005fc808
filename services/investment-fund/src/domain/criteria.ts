import type { LocalDate } from '@leader/subgraph-kit/values/local-date';

/** Industry or a site in the region: passes when the company has one of the accepted codes. */
export interface CodeCriterion {
  readonly kind: 'INDUSTRIAL' | 'ANCHORED';
  readonly weight: number;
  /** NACE sections for INDUSTRIAL, departments for ANCHORED. */
  readonly accepted: readonly string[];
}

/** Jobs or turnover: passes when the change over some closed years is large enough. */
export interface ChangeCriterion {
  readonly kind: 'LONG_TERM_JOBS' | 'GROWTH';
  readonly weight: number;
  /** Tenths of a percent: 100 is +10.0 %. */
  readonly minimumChange: bigint;
  readonly overYears: number;
}

/** A refusal by a bank or another financier. It is published so that everybody knows that it never counts. */
export interface RefusalCriterion {
  readonly kind: 'CLASSICAL_REFUSAL';
  readonly weight: 0;
}

export type WeighedCriterion = CodeCriterion | ChangeCriterion;
export type Criterion = WeighedCriterion | RefusalCriterion;
export type CriterionKind = Criterion['kind'];

/** The fund's published criteria as they were in force on some days. */
export interface CriteriaVersion<Published extends Criterion = Criterion> {
  readonly number: number;
  readonly validFrom: LocalDate;
  /** Last day, inclusive; null while in force. */
  readonly validTo: LocalDate | null;
  /** Figures whose year closed longer ago than this say nothing about today. */
  readonly figuresMaxAgeMonths: number;
  readonly criteria: readonly Published[];
}
