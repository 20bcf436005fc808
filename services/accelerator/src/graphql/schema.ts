import { buildSubgraph } from '@leader/subgraph-kit/federation/subgraph-schema';
import { CompanyEligibilityResolver } from './company-eligibility.resolver.ts';
import { CompanyStandingResolver } from './company-standing.resolver.ts';
import type { AcceleratorContext } from './context.ts';
import { contracts } from './contracts.ts';
import { ProgramResolver } from './program.resolver.ts';
import { references } from './references.ts';
import { rights } from './rights.ts';
import { CompanyReference } from './types/company-reference.type.ts';

export const subgraph = buildSubgraph<AcceleratorContext>({
  resolvers: [ProgramResolver, CompanyEligibilityResolver, CompanyStandingResolver],
  references,
  rights,
  contracts,
  orphanedTypes: [CompanyReference],
});
