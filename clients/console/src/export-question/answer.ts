import type { ExportQuestionQuery } from '../generated/graph.ts';

/** The parts of the answer under short names, as the graph types them. */
export type Company = NonNullable<ExportQuestionQuery['company']>;
export type Destination = NonNullable<ExportQuestionQuery['destination']>;
export type Positions = NonNullable<Destination['positions']>;
export type Position = Positions['edges'][number]['node'];
export type Premises = NonNullable<Destination['premises']>['edges'][number]['node'];
export type Score = NonNullable<Destination['score']>;
export type Reviews = NonNullable<Destination['reviews']>;
export type Review = Reviews['edges'][number]['node'];
export type Pitfall = NonNullable<Destination['pitfalls']>['edges'][number]['node'];
export type Eligibility = NonNullable<Company['acceleratorEligibility']>[number];
export type FundFit = NonNullable<Company['fundFit']>;
export type Program = NonNullable<ExportQuestionQuery['programs']>[number];
export type Fund = NonNullable<ExportQuestionQuery['fund']>;

export interface Named {
  readonly tradeName?: string | null;
  readonly legalName?: string | null;
}

/** The name people use, or the one in the register. */
export function nameOf(company: Named | null | undefined): string | undefined {
  return company?.tradeName ?? company?.legalName ?? undefined;
}
