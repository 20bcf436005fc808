import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireEligibilityAccess } from '../use-cases/policies.ts';
import type { AcceleratorContext } from './context.ts';
import { CompanyReference } from './types/company-reference.type.ts';
import { AcceleratorStandingType, standingType } from './types/member-standing.type.ts';

@Resolver(() => CompanyReference)
export class CompanyStandingResolver {
  @FieldResolver(() => AcceleratorStandingType, {
    nullable: true,
    description:
      'Where the company stands in the network on a day, today unless told otherwise, by the copy that the accelerator keeps for its own decisions. For the company itself, or with the scope figures:read.',
  })
  async acceleratorStanding(
    @Root() { id }: CompanyReference,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'The day, yyyy-mm-dd; a day to come tells what is known of it now.' })
    on: LocalDate | null | undefined,
    @Ctx() { viewer, today, loaders }: AcceleratorContext,
  ): Promise<AcceleratorStandingType> {
    requireEligibilityAccess(viewer, id);
    const day = on ?? today;
    const [standing, asOf] = await Promise.all([
      loaders.standing.load({ day, companyId: parseId('company', id) }),
      loaders.standingsAsOf(),
    ]);
    return standingType(day, standing, asOf);
  }
}
