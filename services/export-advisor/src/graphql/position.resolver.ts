import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import { CountryCodeScalar, DateTimeScalar } from '@leader/subgraph-kit/graph/scalars';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { readActivity, readDepartment } from '../domain/search-terms.ts';
import { requireNetworkReader } from '../use-cases/reading-rights.ts';
import type { ExportContext } from './context.ts';
import { type CountedPage, countedPage } from './counted-page.ts';
import { callTexts, searchTexts } from './texts.ts';
import { CallableType, PositionConnection, PositionType, positionType } from './types/position.type.ts';

@Resolver(() => PositionType)
export class PositionResolver {
  @Query(() => PositionConnection, {
    nullable: true,
    description:
      'Positions of companies of the network in countries that are not their own, in either direction, the most lately confirmed first. Needs export:read.',
  })
  async positions(
    @Arg('hostCountry', () => CountryCodeScalar, { nullable: true, description: 'Only positions held in this country.' }) hostCountry:
      | string
      | null,
    @Arg('homeCountry', () => CountryCodeScalar, { nullable: true, description: 'Only positions of companies from this country.' })
    homeCountry: string | null,
    @Arg('department', () => String, { nullable: true, description: 'Only positions in this French department, for example 81.' })
    department: string | null,
    @Arg('activity', () => String, {
      nullable: true,
      description:
        'Only positions in this activity: a code or its beginning, for example 30 or 30.30Z. The first two digits mean the same in NAF and ISIC.',
    })
    activity: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, reads, orders, today }: ExportContext,
  ): Promise<CountedPage<PositionType>> {
    requireNetworkReader(viewer);
    const search = {
      hostCountry: hostCountry ?? undefined,
      homeCountry: homeCountry ?? undefined,
      department: readTerm(department, readDepartment, searchTexts.department[viewer.language]),
      activity: readTerm(activity, readActivity, searchTexts.activity[viewer.language]),
    };
    const page = orders.positions.page(args);
    const rows = await reads.positions.search(search, page, today);
    return countedPage(
      page,
      rows,
      (row) => positionType(row, today),
      () => reads.positions.searchCount(search, today),
    );
  }

  @FieldResolver(() => CallableType, { description: 'Whether the viewer may ask its holder for a talk, and how.' })
  async callable(@Root() { rule, holder }: PositionType, @Ctx() { viewer, today, loaders }: ExportContext): Promise<CallableType> {
    const standing = await loaders.standingByCompany.load(holder);
    const reason = rule.mayBeAskedBy(viewer.companyId, today, standing);
    return { may: reason === 'MAY_ASK', reason, message: callTexts[reason][viewer.language] };
  }
}

@Resolver(() => CallableType)
export class CallableResolver {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when all that membership decided about members is taken into account; null when nothing was heard yet.',
  })
  asOf(@Ctx() { loaders }: ExportContext): Promise<Date | null> {
    return loaders.standingsAsOf();
  }
}

function readTerm(text: string | null | undefined, read: (text: string) => string | undefined, sentence: string): string | undefined {
  if (text == null) return undefined;
  const term = read(text);
  if (term === undefined) throw new InvalidInput(sentence);
  return term;
}
