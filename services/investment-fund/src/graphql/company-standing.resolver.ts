import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireSightOfFundFit } from '../use-cases/policies.ts';
import type { FundContext } from './context.ts';
import { CompanyReference } from './types/company.reference.ts';
import { FundStandingType, standingType } from './types/member-standing.type.ts';

@Resolver(() => CompanyReference)
export class CompanyStandingResolver {
  @FieldResolver(() => FundStandingType, {
    nullable: true,
    description:
      'Where the company stands in the network on a day, today unless told otherwise, by the copy that the fund keeps for its own decisions. For the company itself, or with the scope figures:read.',
  })
  async fundStanding(
    @Root() { id }: CompanyReference,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'The day, yyyy-mm-dd; a day to come tells what is known of it now.' })
    on: LocalDate | null | undefined,
    @Ctx() { viewer, today, loaders }: FundContext,
  ): Promise<FundStandingType> {
    requireSightOfFundFit(viewer, id);
    const day = on ?? today;
    const [standing, asOf] = await Promise.all([
      loaders.standing.load({ day, companyId: parseId('company', id) }),
      loaders.standingsAsOf(),
    ]);
    return standingType(day, standing, asOf);
  }
}
