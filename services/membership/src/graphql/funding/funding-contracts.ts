import type { Contracts } from '@leader/subgraph-kit/federation/contracts';
import { costLines, deliverableKinds, policyTags } from '../../domain/funding/agreement.ts';
import { claimStatuses } from '../../domain/funding/claim.ts';

const paged = 'first, after, last, before';

/** The notebook of the Region reads sums and promises; labels and issuers could name a person, so they stay inside. */
export const fundingContracts: Contracts = {
  reporting: {
    Query: [
      'fundingAgreement(id)',
      `fundingAgreements(${paged}, year)`,
      `fundingCosts(${paged}, agreementId)`,
      `fundingClaims(${paged}, agreementId)`,
    ],
    FundingAgreement: [
      ...['id', 'funder', 'startsOn', 'endsOn', 'ratePercent', 'ceiling', 'eligibleLines', 'policyTags', 'deliverables'],
      ...['justified', 'claimed', 'claimable', 'coFinancingRate'],
    ],
    FundingAgreementConnection: ['edges', 'pageInfo'],
    FundingAgreementEdge: ['node', 'cursor'],
    Deliverable: ['kind', 'promised', 'delivered'],
    FundingCost: ['id', 'line', 'amount', 'incurredOn', 'recordedOn', 'isJustified'],
    FundingCostConnection: ['edges', 'pageInfo'],
    FundingCostEdge: ['node', 'cursor'],
    FundingClaim: ['id', 'status', 'amount', 'granted', 'draftedOn', 'submittedOn', 'settledOn', 'justifiedThen', 'deliveredThen'],
    FundingClaimConnection: ['edges', 'pageInfo'],
    FundingClaimEdge: ['node', 'cursor'],
    CostLine: costLines,
    PolicyTag: policyTags,
    DeliverableKind: deliverableKinds,
    ClaimStatus: claimStatuses,
    Money: ['amount', 'currency'],
    Decimal: [],
  },
};
