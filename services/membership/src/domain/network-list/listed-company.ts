import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { AnnualFigures } from '../annual-figures.ts';
import type { RowReason } from './reasons.ts';

/** The registers whose numbers lists give: of France and of Morocco. */
export const listedSchemes = ['SIREN', 'ICE'] as const;
export type ListedScheme = (typeof listedSchemes)[number];

export interface ListedLeader {
  readonly firstName: string;
  readonly lastName: string;
}

/** A company as one readable row of a list tells of it. */
export interface ListedCompany {
  readonly legalName: string;
  readonly scheme: ListedScheme;
  /** As its register writes it: nine digits of a SIREN, fifteen of an ICE. */
  readonly number: string;
  /** The number as the list wrote it. */
  readonly rawRegistration: string;
  readonly siret?: string | undefined;
  readonly town?: string | undefined;
  readonly department?: string | undefined;
  readonly activity?: { readonly nomenclature: 'NAF_REV_2' | 'NAF_2025'; readonly code: string } | undefined;
  readonly foundedOn?: LocalDate | undefined;
  readonly leader?: ListedLeader | undefined;
  readonly figures?: AnnualFigures | undefined;
}

/** One row after reading: a company, or the refusals that stand against it; remarks either way. */
export interface ReadRow {
  readonly line: number;
  /** The name as it may be shown, whatever stood in the cell. */
  readonly shownName: string;
  readonly company: ListedCompany | undefined;
  readonly refusals: readonly RowReason[];
  readonly remarks: readonly RowReason[];
  /** Whether an e-mail stood in the row. It is not kept: the register of consents does not exist yet. */
  readonly hadEmail: boolean;
}
