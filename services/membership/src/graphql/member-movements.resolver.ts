import { Ctx, Query, Resolver } from 'type-graphql';
import { everyYear } from '../domain/movements.ts';
import { requireDirectoryReader } from '../use-cases/reading-rights.ts';
import type { MembershipContext } from './context.ts';
import { MemberMovementsType } from './types/member-movements.type.ts';

@Resolver(() => MemberMovementsType)
export class MemberMovementsResolver {
  @Query(() => [MemberMovementsType], {
    nullable: true,
    description:
      'Who joined and who left the local branches, year by year from the first member to today, the oldest year first. Needs members:read.',
  })
  async memberMovements(@Ctx() { queries, today, viewer }: MembershipContext): Promise<MemberMovementsType[]> {
    requireDirectoryReader(viewer);
    return everyYear(await queries.movementsUntil(today), Number(today.slice(0, 4)));
  }
}
