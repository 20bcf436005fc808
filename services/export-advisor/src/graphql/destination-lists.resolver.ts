import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireNetworkReader } from '../use-cases/reading-rights.ts';
import type { ExportContext } from './context.ts';
import { type CountedPage, countedPage } from './counted-page.ts';
import { positionsOwnedBy } from './positions-page.ts';
import { reviewsOwnedBy } from './reviews-page.ts';
import { askedStay } from './stay.ts';
import { DestinationType } from './types/destination.type.ts';
import { PitfallConnection, type PitfallType, pitfallType } from './types/pitfall.type.ts';
import { PositionConnection, type PositionType } from './types/position.type.ts';
import { PremisesConnection, type PremisesType, premisesType } from './types/premises.type.ts';
import { ReviewConnection, type ReviewType } from './types/review.type.ts';

/** The lists of a destination: who is there, what they thought, what went wrong, where one can sit. */
@Resolver(() => DestinationType)
export class DestinationListsResolver {
  @FieldResolver(() => PositionConnection, {
    nullable: true,
    description: 'Positions held there by companies of the network from elsewhere, the most lately confirmed first. Needs export:read.',
  })
  positions(
    @Root() { country }: DestinationType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: ExportContext,
  ): Promise<CountedPage<PositionType>> {
    return positionsOwnedBy('HOST_COUNTRY', country, args, context);
  }

  @FieldResolver(() => PositionConnection, {
    nullable: true,
    description: 'The other direction: positions in Occitanie of companies from there, the most lately confirmed first. Needs export:read.',
  })
  positionsInOccitanie(
    @Root() { country }: DestinationType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: ExportContext,
  ): Promise<CountedPage<PositionType>> {
    return positionsOwnedBy('HOME_COUNTRY_IN_OCCITANIE', country, args, context);
  }

  @FieldResolver(() => ReviewConnection, {
    nullable: true,
    description: 'Published reviews of experiences there, the newest first. Needs export:read.',
  })
  reviews(
    @Root() { country }: DestinationType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: ExportContext,
  ): Promise<CountedPage<ReviewType>> {
    return reviewsOwnedBy('COUNTRY', country, args, context);
  }

  @FieldResolver(() => PitfallConnection, {
    nullable: true,
    description: 'What went wrong there for others, the costliest first, then what took the most days. Needs export:read.',
  })
  async pitfalls(
    @Root() { country }: DestinationType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, loaders, orders }: ExportContext,
  ): Promise<CountedPage<PitfallType>> {
    requireNetworkReader(viewer);
    const page = orders.pitfalls.page(args);
    const rows = await loaders.pitfallsByCountry.load({ kind: '', parent: country, page });
    return countedPage(
      page,
      rows,
      (row) => pitfallType(row, viewer.language),
      () => loaders.pitfallCountByCountry.load(country),
    );
  }

  @FieldResolver(() => PremisesConnection, {
    nullable: true,
    description: 'Places to work there with their free desks, houses of the Region first, then by town. Needs export:read.',
  })
  async premises(
    @Root() { country }: DestinationType,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('from', () => LocalDateScalar, { nullable: true, description: 'The first day of the stay; today unless given.' })
    from: LocalDate | null,
    @Arg('to', () => LocalDateScalar, { nullable: true, description: 'The last day of the stay, at most a year; two weeks unless given.' })
    to: LocalDate | null,
    @Ctx() context: ExportContext,
  ): Promise<CountedPage<PremisesType>> {
    const { viewer, loaders, orders } = context;
    requireNetworkReader(viewer);
    const stay = askedStay(from, to, context);
    const page = orders.premises.page(args);
    const rows = await loaders.premisesByCountry.load({ kind: '', parent: country, page });
    return countedPage(
      page,
      rows,
      (row) => premisesType(row, stay, viewer.language),
      () => loaders.premisesCountByCountry.load(country),
    );
  }
}
