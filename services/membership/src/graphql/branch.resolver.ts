import { NotFound } from '@leader/subgraph-kit/errors/errors';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { branchStatusOn } from '../domain/branch.ts';
import { dayAskedAbout } from '../use-cases/search-directory.ts';
import { say } from '../use-cases/sentences.ts';
import type { BranchView } from '../use-cases/views.ts';
import { asOfDescription } from './as-of.ts';
import type { MembershipContext } from './context.ts';
import { BranchType, showBranch } from './types/branch.type.ts';
import { BranchStatusEnum } from './types/enums.ts';

@Resolver(() => BranchType)
export class BranchResolver {
  @Query(() => [BranchType], {
    nullable: true,
    description: 'All branches of the network, local ones first, in the order they opened. Open to everybody.',
  })
  async branches(@Ctx() { loaders, viewer }: MembershipContext): Promise<BranchType[]> {
    const branches = await loaders.branches();
    return branches.map((branch) => showBranch(branch, viewer.language));
  }

  @Query(() => BranchType, { nullable: true, description: 'One branch of the network. Open to everybody.' })
  async branch(
    @Arg('code', () => String, { description: 'Its code, for example tarn or maroc.' }) code: string,
    @Ctx() context: MembershipContext,
  ): Promise<BranchType> {
    return showBranch(await branchWithCode(code, context), context.viewer.language);
  }

  @FieldResolver(() => BranchStatusEnum, { nullable: true, description: 'How far it has come on a day; null before it was announced.' })
  status(
    @Root() branch: BranchType,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() { today, viewer }: MembershipContext,
  ): string | null {
    return branchStatusOn(branch.view, dayAskedAbout(asOf, today, viewer));
  }

  @FieldResolver(() => LocalDateScalar, {
    nullable: true,
    description: 'The day it is there now. What is counted by the day is counted by that of Paris, everywhere.',
  })
  today(@Root() { view }: BranchType, @Ctx() { dayIn }: MembershipContext): LocalDate {
    return dayIn(view.timeZone);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many active members it has on a day, in companies. Open to everybody.' })
  async activeMemberCount(
    @Root() branch: BranchType,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() { loaders, today, viewer }: MembershipContext,
  ): Promise<number> {
    const counts = await loaders.activeMembersByDay.load(dayAskedAbout(asOf, today, viewer));
    return counts.get(branch.view.id) ?? 0;
  }
}

/** @throws NotFound that says where the codes are listed. */
export async function branchWithCode(code: string, { loaders, viewer }: MembershipContext): Promise<BranchView> {
  const branches = await loaders.branches();
  const branch = branches.find((one) => one.code === code);
  if (!branch) throw new NotFound(say('NO_SUCH_BRANCH', viewer));
  return branch;
}
