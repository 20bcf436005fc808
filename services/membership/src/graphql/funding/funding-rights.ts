import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

const bureau = scopes('members:write', 'branch:manage');
const readers = [['branch:manage'], ['reports:read']] as const;

/** Branches and the network write, reports read; nobody else learns what public money pays for. */
export const fundingQueryRights = {
  fundingAgreement: readers,
  fundingAgreements: readers,
  fundingCosts: readers,
  fundingClaims: readers,
} as const;

export const fundingMutationRights = fieldsFor(
  bureau,
  'openAgreement',
  'recordCost',
  'attachEvidence',
  'draftClaim',
  'submitClaim',
  'settleClaim',
);

export const fundingRights: Rights = {
  FundingAgreement: 'signed in',
  FundingAgreementConnection: 'signed in',
  FundingAgreementEdge: 'signed in',
  Deliverable: 'signed in',
  FundingCost: 'signed in',
  FundingCostConnection: 'signed in',
  FundingCostEdge: 'signed in',
  CostEvidence: 'signed in',
  FundingClaim: 'signed in',
  FundingClaimConnection: 'signed in',
  FundingClaimEdge: 'signed in',
  AgreementOpened: 'signed in',
  CostChanged: 'signed in',
  ClaimChanged: 'signed in',
  AgreementRefused: 'signed in',
  CostRefused: 'signed in',
  EvidenceRefused: 'signed in',
  ClaimDraftRefused: 'signed in',
  ClaimSubmissionRefused: 'signed in',
  ClaimSettlementRefused: 'signed in',
};
