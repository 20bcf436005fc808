import { fieldsFor, type Rights } from '@leader/subgraph-kit/federation/rights';

/** Figures of the network are for its branches and for reports. */
export const countsQueryRights = fieldsFor([['branch:manage'], ['reports:read']], 'memberBreakdown');

export const countsRights: Rights = {
  MemberBreakdown: 'signed in',
  FormerRegionCount: 'signed in',
  DepartmentCount: 'signed in',
  SizeCount: 'signed in',
  SectionCount: 'signed in',
};
