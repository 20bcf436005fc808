import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

const directory = scopes('members:read');
const bureau = scopes('members:write', 'branch:manage');

/** Which projects somebody may see is said by row; hubs open projects, so opening one needs no scope of a branch. */
export const inboundQueryRights = {
  ...fieldsFor(directory, 'inboundProject', 'inboundProjects'),
  inboundFigures: [['branch:manage'], ['reports:read']],
} as const;

export const inboundMutationRights = {
  ...fieldsFor('signed in', 'openInboundProject'),
  ...fieldsFor(
    bureau,
    'qualifyInboundProject',
    'assignInboundProject',
    'recordInboundVisit',
    'decideInboundProject',
    'installInboundProject',
  ),
};

export const inboundRights: Rights = {
  InboundProject: 'signed in',
  InboundProjectConnection: 'signed in',
  InboundProjectEdge: 'signed in',
  InboundFigures: 'signed in',
  InboundProjectChanged: 'signed in',
  InboundOpeningRefused: 'signed in',
  InboundQualificationRefused: 'signed in',
  InboundAssignmentRefused: 'signed in',
  InboundVisitRefused: 'signed in',
  InboundDecisionRefused: 'signed in',
  InboundInstallationRefused: 'signed in',
};
