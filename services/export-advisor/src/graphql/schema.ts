import { buildSubgraph } from '@leader/subgraph-kit/federation/subgraph-schema';
import { CompanyResolver } from './company.resolver.ts';
import type { ExportContext } from './context.ts';
import { contracts } from './contracts.ts';
import { DestinationResolver } from './destination.resolver.ts';
import { DestinationListsResolver } from './destination-lists.resolver.ts';
import { CallableResolver, PositionResolver } from './position.resolver.ts';
import { PremisesResolver } from './premises.resolver.ts';
import { references } from './references.ts';
import { ReviewResolver } from './review.resolver.ts';
import { rights } from './rights.ts';

export const subgraph = buildSubgraph<ExportContext>({
  resolvers: [
    DestinationResolver,
    DestinationListsResolver,
    PositionResolver,
    CallableResolver,
    PremisesResolver,
    ReviewResolver,
    CompanyResolver,
  ],
  references,
  rights,
  contracts,
});
