import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Agreement, DeliverableKind, PolicyTag, Promised } from '../../domain/funding/agreement.ts';
import type { Claim } from '../../domain/funding/claim.ts';
import type { Cost, Evidence } from '../../domain/funding/cost.ts';

/** An agreement as it is shown. Days are yyyy-mm-dd, ids are UUIDs, amounts minor units of its currency. */
export interface AgreementView extends Agreement {
  readonly id: string;
  readonly funder: string;
  readonly policyTags: readonly PolicyTag[];
  readonly deliverables: readonly Promised[];
}

/** What of the promises was there on a day, by the network's own data. */
export interface DeliveredView {
  readonly agreementId: string;
  readonly counts: Readonly<Record<DeliverableKind, number>>;
}

export interface CostView extends Cost {
  readonly id: string;
  readonly agreementId: string;
  readonly recordedOn: LocalDate;
  readonly evidence: Evidence | null;
}

export interface ClaimView extends Claim {
  readonly id: string;
  readonly version: number;
  readonly agreementId: string;
  readonly currency: string;
  readonly draftedOn: LocalDate;
  readonly settledOn: LocalDate | null;
  readonly granted: bigint | null;
  readonly motive: string | null;
  /** As of the day it was submitted; null for a draft. */
  readonly frozen: FrozenClaim | null;
}

/** What was true on the day a claim was submitted, and is shown with it whatever comes later. */
export interface FrozenClaim {
  readonly justified: string;
  readonly delivered: readonly (Promised & { readonly delivered: number })[];
}
