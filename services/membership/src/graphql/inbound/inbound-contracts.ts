import type { Contracts } from '@leader/subgraph-kit/federation/contracts';
import { declineReasons, inboundStatuses, openingRefusals } from '../../domain/inbound/inbound-project.ts';

const paged = 'first, after, last, before';

/** Hubs bring projects and follow them; members see those that are no secret any more; reports see the figures. */
export const inboundContracts: Contracts = {
  'member partner': {
    Query: ['inboundProject(id)', `inboundProjects(${paged}, status, branch, waitingMoreThan)`],
    InboundProject: [
      ...['id', 'organisation', 'country', 'activitySection', 'surface', 'departments', 'wantedOn', 'jobsAnnounced', 'receivedOn'],
      ...['status', 'since', 'daysSince', 'jobsCreated', 'ownerBranch', 'sourceBranch'],
    ],
    InboundProjectConnection: ['edges', 'pageInfo'],
    InboundProjectEdge: ['node', 'cursor'],
    InboundStatus: inboundStatuses,
    PageInfo: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
  },
  partner: {
    InboundProject: ['version', 'budget', 'declineReason'],
    InboundDeclineReason: declineReasons,
    Money: ['amount', 'currency'],
    Decimal: [],
    Mutation: ['openInboundProject(input)'],
    OpenInboundProjectInput: [
      ...['idempotencyKey', 'organisation', 'country', 'activitySection', 'surface', 'departments', 'budget', 'wantedOn', 'jobsAnnounced'],
    ],
    SiteBudgetInput: ['amount', 'currency'],
    OpenInboundProjectResult: [],
    InboundProjectChanged: ['project'],
    InboundOpeningRefused: ['reason', 'message'],
    InboundOpeningRefusedReason: openingRefusals,
  },
  reporting: {
    Query: ['inboundFigures(asOf)'],
    InboundFigures: ['asOf', 'received', 'installed', 'jobsCreated', 'declined'],
  },
};
