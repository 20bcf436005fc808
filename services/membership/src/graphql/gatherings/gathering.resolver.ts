import { InvalidInput, NotFound } from '@leader/subgraph-kit/errors/errors';
import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GatheringKind } from '../../domain/gatherings/gathering.ts';
import { isWithin, reachOf } from '../../use-cases/gatherings/gathering-rights.ts';
import type { GatheringView } from '../../use-cases/gatherings/gathering-views.ts';
import { requireFiguresReader } from '../../use-cases/reading-rights.ts';
import { dayAskedAbout } from '../../use-cases/search-directory.ts';
import { say } from '../../use-cases/sentences.ts';
import { asOfDescription } from '../as-of.ts';
import { branchWithCode } from '../branch.resolver.ts';
import type { MembershipContext } from '../context.ts';
import { ExpertiseThemeType, showTheme } from '../expertise/expertise.type.ts';
import { BranchType, showBranch } from '../types/branch.type.ts';
import { GatheringConnectionType, GatheringType, showGathering } from './gathering.type.ts';
import { GatheringKindEnum } from './gathering-enums.ts';
import { GatheringFiguresType, showFigures } from './participation.type.ts';

@ArgsType()
class GatheringArgs extends PageArgs {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Those that are not over before this day; the coming ones and those under way when left out.',
  })
  from?: LocalDate | null;

  @Field(() => GatheringKindEnum, { nullable: true, description: 'Only missions, or only meetings.' })
  kind?: GatheringKind | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Only those in this country.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the branch that invites, for example tarn.' })
  branch?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of a theme, for example export.' })
  theme?: string | null;
}

@Resolver(() => GatheringType)
export class GatheringResolver {
  @Query(() => GatheringType, {
    nullable: true,
    description: 'One mission or meeting. For members and branches; for hubs abroad, those in their country and those they prepare.',
  })
  async gathering(
    @Arg('id', () => ID, { description: 'The id of the gathering.' }) id: string,
    @Ctx() context: MembershipContext,
  ): Promise<GatheringType> {
    const { viewer, gatherings, loaders } = context;
    const reach = reachOf(viewer);
    const view = await gatherings.gatheringById.load(parseId('gathering', id));
    if (!view || !isWithin(reach, view, await loaders.branches())) throw new NotFound(say('NO_SUCH_GATHERING', viewer));
    return (await showing(context))(view);
  }

  @Query(() => GatheringConnectionType, {
    nullable: true,
    description:
      'Where the network goes and meets, the next one first. For members and branches; for hubs abroad, what concerns their country.',
  })
  async gatherings(@Args(() => GatheringArgs) args: GatheringArgs, @Ctx() context: MembershipContext): Promise<Connection<GatheringType>> {
    const { viewer, gatherings, today } = context;
    const reach = reachOf(viewer);
    const page = gatherings.queries.nextGatherings.page(args);
    const filter = {
      reach,
      from: args.from ?? today,
      kind: args.kind ?? null,
      country: args.country ?? null,
      branchId: args.branch == null ? null : (await branchWithCode(args.branch, context)).id,
      theme: args.theme == null ? null : await knownTheme(args.theme, context),
    };
    return page.slice(await gatherings.queries.gatheringPage(filter, page), await showing(context));
  }

  @Query(() => GatheringFiguresType, {
    nullable: true,
    description: 'How many missions and meetings took place in a year and who came, by country and theme. For branches and for reports.',
  })
  async gatheringFigures(
    @Arg('year', () => Int, { description: 'The calendar year in which they began, from 2009 on.' }) year: number,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() { viewer, gatherings, today }: MembershipContext,
  ): Promise<GatheringFiguresType> {
    requireFiguresReader(viewer);
    if (year < 2009 || year > 2999) throw new InvalidInput(say('NOT_A_CALENDAR_YEAR', viewer));
    const day = dayAskedAbout(asOf, today, viewer);
    const rows = await gatherings.queries.participation(`${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate, day);
    return showFigures(rows, year, day);
  }

  @FieldResolver(() => BranchType, { nullable: true, description: 'The branch that prepares it and invites.' })
  async branch(@Root() { view }: GatheringType, @Ctx() { loaders, viewer }: MembershipContext): Promise<BranchType | null> {
    const branch = await loaders.branchById(view.branchId);
    return branch ? showBranch(branch, viewer.language) : null;
  }

  @FieldResolver(() => ExpertiseThemeType, { nullable: true, description: 'The theme it serves.' })
  async theme(@Root() { view }: GatheringType, @Ctx() { expertise, viewer }: MembershipContext): Promise<ExpertiseThemeType | null> {
    const theme = (await expertise.themes()).find(({ code }) => code === view.theme);
    return theme ? showTheme(theme, viewer.language) : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'How many wait for a place. For members and branches; null to hubs abroad.' })
  async waiting(@Root() { view }: GatheringType, @Ctx() { gatherings, viewer }: MembershipContext): Promise<number | null> {
    return viewer.contract === 'partner' ? null : gatherings.waitingByGathering.load(view.id);
  }
}

/** How gatherings are shown: each as it stands on the day it is at the branch that invites. */
export async function showing({ loaders, dayIn, today }: MembershipContext): Promise<(view: GatheringView) => GatheringType> {
  const zones = new Map((await loaders.branches()).map(({ id, timeZone }) => [id, timeZone]));
  return (view) => {
    const zone = zones.get(view.branchId);
    return showGathering(view, zone === undefined ? today : dayIn(zone));
  };
}

async function knownTheme(code: string, { expertise, viewer }: MembershipContext): Promise<string> {
  if ((await expertise.themes()).some((theme) => theme.code === code)) return code;
  throw new NotFound(say('NO_SUCH_THEME', viewer));
}
