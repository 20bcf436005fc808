import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { dayAskedAbout } from '../use-cases/day-asked-about.ts';
import type { FundContext } from './context.ts';
import { showFund } from './show-fund.ts';
import { FundType } from './types/fund.type.ts';

@Resolver(() => FundType)
export class FundResolver {
  @Query(() => FundType, {
    nullable: true,
    description: 'The investment fund of the network, open to everybody. Null on a day before it was announced.',
  })
  async fund(
    @Arg('asOf', () => LocalDateScalar, { nullable: true, description: 'The day to speak of, today when left out; not in the future.' })
    asOf: LocalDate | null | undefined,
    @Ctx() { loaders, today, viewer }: FundContext,
  ): Promise<FundType | null> {
    const day = dayAskedAbout(asOf, today);
    const fund = await loaders.fundByDay.load(day);
    return fund && showFund(fund, day, viewer.language);
  }
}
