import { buildSubgraph } from '@leader/subgraph-kit/federation/subgraph-schema';
import { CompanyStandingResolver } from './company-standing.resolver.ts';
import type { FundContext } from './context.ts';
import { contracts } from './contracts.ts';
import { FundResolver } from './fund.resolver.ts';
import { FundFitResolver } from './fund-fit.resolver.ts';
import { references } from './references.ts';
import { rights } from './rights.ts';
import { CompanyReference } from './types/company.reference.ts';

export const subgraph = buildSubgraph<FundContext>({
  resolvers: [FundResolver, FundFitResolver, CompanyStandingResolver],
  references,
  rights,
  contracts,
  orphanedTypes: [CompanyReference],
});
