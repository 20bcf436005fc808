import type { Contracts } from '@leader/subgraph-kit/federation/contracts';
import { sizeCategories } from '../../domain/size-category.ts';

/** Reports see how many members are alike in something, and none of them. */
export const countsContracts: Contracts = {
  reporting: {
    Query: ['memberBreakdown(asOf, knownAt)'],
    MemberBreakdown: ['asOf', 'knownAt', 'total', 'byBranch', 'byFormerRegion', 'byDepartment', 'bySize', 'bySection'],
    FormerRegionCount: ['formerRegion', 'count'],
    DepartmentCount: ['department', 'count'],
    SizeCount: ['size', 'count'],
    SizeCategory: [...sizeCategories, 'UNKNOWN'],
    SectionCount: ['section', 'nomenclature', 'count'],
  },
};
