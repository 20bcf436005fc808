import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';
import { type Agreement, mostClaimable } from './agreement.ts';

export const claimStatuses = ['DRAFT', 'SUBMITTED', 'PAID', 'REDUCED', 'REFUSED'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];
export const claimOutcomes = ['PAID', 'REDUCED', 'REFUSED'] as const satisfies readonly ClaimStatus[];
export type ClaimOutcome = (typeof claimOutcomes)[number];

/** What the network asks a funder for. A draft counts for nothing; once submitted it is frozen. Amounts in minor units. */
export interface Claim {
  readonly status: ClaimStatus;
  readonly amount: bigint;
  readonly submittedOn: LocalDate | null;
}

export interface Settlement {
  readonly outcome: ClaimOutcome;
  /** What is paid of it, in minor units. */
  readonly granted: bigint;
  readonly motive: string | null;
  readonly settledOn: LocalDate;
}

export const draftRefusals = ['CLAIM_AMOUNT_IMPOSSIBLE', 'CLAIM_IN_OTHER_CURRENCY'] as const;
export type DraftRefusal = (typeof draftRefusals)[number];
export const submissionRefusals = ['SUBMITTED_ALREADY', 'NOTHING_JUSTIFIED', 'MORE_THAN_CEILING', 'MORE_THAN_JUSTIFIED'] as const;
export type SubmissionRefusal = (typeof submissionRefusals)[number];
export const settlementRefusals = [
  'NOT_SUBMITTED',
  'SETTLED_ALREADY',
  'SETTLED_IN_THE_FUTURE',
  'SETTLED_BEFORE_SUBMISSION',
  'GRANTED_MISSING',
  'GRANTED_IMPOSSIBLE',
  'GRANTED_WITHOUT_REDUCTION',
  'MOTIVE_MISSING',
] as const;
export type SettlementRefusal = (typeof settlementRefusals)[number];

/** Writes down what is to be asked for; whether there is room for it is seen when it is submitted. */
export function draftClaim(
  agreement: Pick<Agreement, 'currency'>,
  amount: { readonly minor: bigint; readonly currency: string },
): Decision<DraftRefusal, bigint> {
  if (amount.currency !== agreement.currency) return refuse('CLAIM_IN_OTHER_CURRENCY');
  if (amount.minor <= 0n) return refuse('CLAIM_AMOUNT_IMPOSSIBLE');
  return accept(amount.minor);
}

/** Sends it to the funder, as long as all claims together stay within the ceiling and the rate of what is justified (M6). */
export function submitClaim(agreement: Agreement, claim: Claim): Decision<SubmissionRefusal, bigint> {
  if (claim.status !== 'DRAFT') return refuse('SUBMITTED_ALREADY');
  if (agreement.justified === 0n) return refuse('NOTHING_JUSTIFIED');
  const claimed = agreement.claimed + claim.amount;
  if (claimed > agreement.ceiling) return refuse('MORE_THAN_CEILING');
  if (claimed > mostClaimable(agreement)) return refuse('MORE_THAN_JUSTIFIED');
  return accept(claimed);
}

/** The funder pays all of it, less of it or nothing, and says why when it is not all. What is not paid may be claimed again. */
export function settleClaim(
  claim: Claim,
  request: {
    readonly outcome: ClaimOutcome;
    readonly granted: bigint | null;
    readonly motive: string | null;
    readonly settledOn: LocalDate;
  },
  today: LocalDate,
): Decision<SettlementRefusal, Settlement> {
  const { outcome, granted, motive, settledOn } = request;
  if (claim.status === 'DRAFT' || claim.submittedOn === null) return refuse('NOT_SUBMITTED');
  if (claim.status !== 'SUBMITTED') return refuse('SETTLED_ALREADY');
  if (settledOn > today) return refuse('SETTLED_IN_THE_FUTURE');
  if (settledOn < claim.submittedOn) return refuse('SETTLED_BEFORE_SUBMISSION');
  if (outcome !== 'REDUCED' && granted !== null) return refuse('GRANTED_WITHOUT_REDUCTION');
  if (outcome !== 'PAID' && motive === null) return refuse('MOTIVE_MISSING');
  if (outcome === 'PAID') return accept({ outcome, granted: claim.amount, motive, settledOn });
  if (outcome === 'REFUSED') return accept({ outcome, granted: 0n, motive, settledOn });
  if (granted === null) return refuse('GRANTED_MISSING');
  if (granted <= 0n || granted >= claim.amount) return refuse('GRANTED_IMPOSSIBLE');
  return accept({ outcome, granted, motive, settledOn });
}
