import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { parseId } from '@leader/subgraph-kit/values/ids';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireOwnerOrStaff } from '../use-cases/reading-rights.ts';
import type { ExportContext } from './context.ts';
import type { CountedPage } from './counted-page.ts';
import { positionsOwnedBy } from './positions-page.ts';
import { reviewsOwnedBy } from './reviews-page.ts';
import { PositionConnection, type PositionType } from './types/position.type.ts';
import { CompanyReference } from './types/references.type.ts';
import { ReviewConnection, type ReviewType } from './types/review.type.ts';

@Resolver(() => CompanyReference)
export class CompanyResolver {
  @FieldResolver(() => PositionConnection, {
    nullable: true,
    description: 'Where the company is present in countries that are not its own, the most lately confirmed first. Needs export:read.',
  })
  positions(
    @Root() { id }: CompanyReference,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: ExportContext,
  ): Promise<CountedPage<PositionType>> {
    return positionsOwnedBy('COMPANY', parseId('company', id), args, context);
  }

  @FieldResolver(() => ReviewConnection, {
    nullable: true,
    description: 'The published reviews the company wrote, the newest first. Only for the company itself and for staff.',
  })
  async reviewsWritten(
    @Root() { id }: CompanyReference,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: ExportContext,
  ): Promise<CountedPage<ReviewType>> {
    requireOwnerOrStaff(context.viewer, id);
    return reviewsOwnedBy('AUTHOR', parseId('company', id), args, context);
  }
}
