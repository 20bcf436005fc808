import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

const bureau = scopes('members:write', 'branch:manage');
const branches = scopes('branch:manage');

/** The work of the branches: nobody else sees a list before its companies are in the directory. */
export const affiliationQueryRights = fieldsFor(branches, 'partnerNetworks', 'affiliationBatches', 'affiliationBatch', 'memberListRows');

export const affiliationMutationRights = fieldsFor(
  bureau,
  'registerPartnerNetwork',
  'uploadMemberList',
  'checkBatch',
  'settleSuspectRow',
  'approveBatch',
  'applyBatch',
  'abandonBatch',
);

export const affiliationRights: Rights = {
  PartnerNetwork: 'signed in',
  PartnerNetworkConnection: 'signed in',
  PartnerNetworkEdge: 'signed in',
  PartnerNetworkRegistered: 'signed in',
  PartnerNetworkRefused: 'signed in',
  AffiliationBatch: 'signed in',
  AffiliationBatchConnection: 'signed in',
  AffiliationBatchEdge: 'signed in',
  AffiliationStep: 'signed in',
  AffiliationBatchChanged: 'signed in',
  BatchCheckRefused: 'signed in',
  SuspectSettlementRefused: 'signed in',
  BatchApprovalRefused: 'signed in',
  BatchApplicationRefused: 'signed in',
  BatchAbandonmentRefused: 'signed in',
  MemberListRefused: 'signed in',
  MemberListCounts: 'signed in',
  MemberListRow: 'signed in',
  MemberListRowConnection: 'signed in',
  MemberListRowEdge: 'signed in',
  MemberListReason: 'signed in',
};
