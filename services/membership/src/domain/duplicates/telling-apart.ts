import { accept, type Decision, refuse } from '../decision.ts';

export const tellingApartRefusals = ['SAME_COMPANY', 'TOLD_APART_ALREADY', 'REASON_MISSING'] as const;
export type TellingApartRefusal = (typeof tellingApartRefusals)[number];

/** Two companies that seem to be one, as far as it was said who they are. */
export interface SuspectedPair {
  readonly companyId: string;
  readonly otherCompanyId: string;
  readonly isToldApart: boolean;
}

/** Somebody looked, and these are two companies: nobody is asked again. A likeness only makes companies suspect. */
export function tellApart(
  { companyId, otherCompanyId, isToldApart }: SuspectedPair,
  reason: string,
): Decision<TellingApartRefusal, { readonly reason: string }> {
  if (companyId === otherCompanyId) return refuse('SAME_COMPANY');
  if (isToldApart) return refuse('TOLD_APART_ALREADY');
  if (reason === '') return refuse('REASON_MISSING');
  return accept({ reason });
}
