import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

const branches = scopes('branch:manage');

export const prospectQueryRights = fieldsFor(branches, 'prospectsToCall');
export const prospectMutationRights = fieldsFor(scopes('members:write', 'branch:manage'), 'recordProspectContact', 'recordGrowthProject');

export const prospectRights: Rights = fieldsFor(
  branches,
  'ProspectToCall',
  'ProspectToCallConnection',
  'ProspectToCallEdge',
  'CallReasonText',
  'GrowthProject',
  'ProspectChanged',
  'ProspectContactRefused',
  'GrowthProjectRefused',
);
