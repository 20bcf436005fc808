import type { Contracts } from '@leader/subgraph-kit/federation/contracts';
import { responsibilityKinds } from '../../domain/company/responsibility.ts';
import { sizeCategories } from '../../domain/size-category.ts';

/** Reports see how many members are alike in something, and none of them. */
export const countsContracts: Contracts = {
  reporting: {
    Query: [
      'memberBreakdown(asOf, knownAt)',
      'memberRetention(asOf)',
      'exchangeFigures(year, asOf)',
      'responsibilityFigures(asOf, knownAt)',
      'growthFigures(asOf, knownAt)',
    ],
    MemberBreakdown: ['asOf', 'knownAt', 'total', 'byBranch', 'byFormerRegion', 'byDepartment', 'bySize', 'bySection'],
    FormerRegionCount: ['formerRegion', 'count'],
    DepartmentCount: ['department', 'count'],
    SizeCount: ['size', 'count'],
    SizeCategory: [...sizeCategories, 'UNKNOWN'],
    SectionCount: ['section', 'nomenclature', 'count'],
    MemberRetention: ['asOf', 'since', 'cohort', 'retained', 'undecided', 'left', 'rate', 'gap'],
    ExchangeFigures: ['year', 'asOf', 'exchanges', 'hours', 'byTheme'],
    ExchangesByTheme: ['theme', 'exchanges', 'hours'],
    ResponsibilityFigures: ['asOf', 'knownAt', 'members', 'byKind'],
    ResponsibilityShare: ['kind', 'members', 'share'],
    ResponsibilityKind: responsibilityKinds,
    GrowthFigures: ['asOf', 'knownAt', 'turnover', 'fte'],
    GrowthSpread: ['companies', 'lowerQuartile', 'median', 'upperQuartile', 'gap'],
    Gap: ['code', 'message'],
  },
};
