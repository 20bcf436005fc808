import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { AgreementTerms } from '../../domain/funding/agreement.ts';
import type { Settlement } from '../../domain/funding/claim.ts';
import type { Cost, Evidence } from '../../domain/funding/cost.ts';
import type { Writes } from '../write-ports.ts';
import type { AgreementView, ClaimView, CostView, DeliveredView, FrozenClaim } from './funding-views.ts';

export type OpenedAgreement = AgreementTerms & Pick<AgreementView, 'funder' | 'policyTags' | 'deliverables'>;

interface Swap {
  readonly swapped: boolean;
  readonly current: number | undefined;
}

/** What people change about funding, within one transaction. */
export interface FundingBook {
  enterAgreement(id: Uuid, agreement: OpenedAgreement, openedOn: LocalDate): Promise<void>;
  /** Whoever has it is alone with its costs and claims until the transaction ends. */
  agreementForUpdate(id: Uuid): Promise<AgreementView | undefined>;
  enterCost(id: Uuid, agreementId: Uuid, cost: Cost, recordedOn: LocalDate): Promise<void>;
  cost(id: Uuid): Promise<CostView | undefined>;
  /** Alone with this document until the transaction ends: whoever brings it at the same time waits. */
  isEvidenceUsedForUpdate(evidence: Evidence): Promise<boolean>;
  enterEvidence(cost: CostView, evidence: Evidence, attachedOn: LocalDate): Promise<void>;
  enterClaim(id: Uuid, agreementId: Uuid, amount: bigint, draftedOn: LocalDate): Promise<void>;
  claim(id: Uuid): Promise<ClaimView | undefined>;
  delivered(agreementIds: readonly Uuid[], day: LocalDate): Promise<DeliveredView[]>;
  /** Submits it if it still has the expected version. */
  enterSubmission(claim: ClaimView, expectedVersion: number, frozen: FrozenClaim, submittedOn: LocalDate): Promise<Swap>;
  /** Settles it if it still has the expected version, and frees what was not paid. */
  enterSettlement(claim: ClaimView, expectedVersion: number, settlement: Settlement): Promise<Swap>;
}

export type FundingWrites = Writes<FundingBook>;
