import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { countMembers } from '../use-cases/count-members.ts';
import { dayAskedAbout } from '../use-cases/search-directory.ts';
import { asOfDescription } from './as-of.ts';
import type { MembershipContext } from './context.ts';
import { showBranch } from './types/branch.type.ts';
import { MemberCountsType } from './types/member-counts.type.ts';

@Resolver(() => MemberCountsType)
export class MemberCountsResolver {
  @Query(() => Int, {
    nullable: true,
    description: 'How many companies are active members of the local branches on a day. Open to everybody.',
  })
  async activeMemberCount(
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() context: MembershipContext,
  ): Promise<number> {
    return (await countedOn(asOf, context)).counts.total;
  }

  @Query(() => Int, {
    nullable: true,
    description: 'How many companies are active members of the hubs abroad on a day. Open to everybody.',
  })
  async hubMemberCount(
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() context: MembershipContext,
  ): Promise<number> {
    return (await countedOn(asOf, context)).counts.hubMembers;
  }

  @Query(() => MemberCountsType, {
    nullable: true,
    description: 'How many active members the network has on a day, by branch and former region. Open to everybody.',
  })
  async memberCounts(
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() context: MembershipContext,
  ): Promise<MemberCountsType> {
    const { day, counts } = await countedOn(asOf, context);
    const byBranch = counts.byBranch.map(({ branch, count }) => ({ branch: showBranch(branch, context.viewer.language), count }));
    return { ...counts, asOf: day, byBranch };
  }
}

async function countedOn(asOf: LocalDate | null | undefined, { loaders, today, viewer }: MembershipContext) {
  const day = dayAskedAbout(asOf, today, viewer);
  const [branches, active] = await Promise.all([loaders.branches(), loaders.activeMembersByDay.load(day)]);
  return { day, counts: countMembers(branches, active, day) };
}
