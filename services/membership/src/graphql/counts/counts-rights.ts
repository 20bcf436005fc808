import { fieldsFor, type Rights } from '@leader/subgraph-kit/federation/rights';

/** Figures of the network are for its branches and for reports. */
export const countsQueryRights = fieldsFor(
  [['branch:manage'], ['reports:read']],
  'memberBreakdown',
  'memberRetention',
  'exchangeFigures',
  'responsibilityFigures',
  'growthFigures',
);

export const countsRights: Rights = {
  MemberBreakdown: 'signed in',
  FormerRegionCount: 'signed in',
  DepartmentCount: 'signed in',
  SizeCount: 'signed in',
  SectionCount: 'signed in',
  MemberRetention: 'signed in',
  ExchangeFigures: 'signed in',
  ExchangesByTheme: 'signed in',
  ResponsibilityFigures: 'signed in',
  ResponsibilityShare: 'signed in',
  GrowthFigures: 'signed in',
  GrowthSpread: 'signed in',
};
