import { NotFound } from '@leader/subgraph-kit/errors/errors';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { figuresKnownOn } from '../../domain/annual-figures.ts';
import { type ExchangeStatus, statusOn } from '../../domain/expertise/exchange.ts';
import type { ListingKind, Objective } from '../../domain/expertise/listing.ts';
import { sizeCategoryOf, sizeInEuros } from '../../domain/size-category.ts';
import { requireExchangeReader, requireInsider } from '../../use-cases/expertise/expertise-rights.ts';
import type { ThemeView } from '../../use-cases/expertise/expertise-views.ts';
import { dayAskedAbout } from '../../use-cases/search-directory.ts';
import { say } from '../../use-cases/sentences.ts';
import { asOfDescription } from '../as-of.ts';
import { branchWithCode } from '../branch.resolver.ts';
import { companyAskedAbout, presentId } from '../company-asked-about.ts';
import type { MembershipContext } from '../context.ts';
import { CompanyType, showCompany } from '../types/company.type.ts';
import {
  ExchangeConnectionType,
  ExpertiseExchangeType,
  ExpertiseListingType,
  type ExpertiseMatchType,
  ExpertiseThemeType,
  ListingConnectionType,
  MatchConnectionType,
  showExchange,
  showListing,
  showMatch,
  showTheme,
} from './expertise.type.ts';
import { ExchangeStatusEnum, ListingKindEnum, ObjectiveEnum } from './expertise-enums.ts';

@ArgsType()
class ListingArgs extends PageArgs {
  @Field(() => ListingKindEnum, { nullable: true, description: 'Only offers, or only needs.' })
  kind?: ListingKind | null;

  @Field(() => String, { nullable: true, description: 'Code of a theme, for example export.' })
  theme?: string | null;

  @Field(() => ObjectiveEnum, { nullable: true, description: 'Only themes of this objective.' })
  objective?: Objective | null;

  @Field(() => String, { nullable: true, description: 'Code of the branch of the members, for example tarn.' })
  branch?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only listings of this company.' })
  companyId?: string | null;
}

@ArgsType()
class MatchArgs extends PageArgs {
  @Field(() => String, { description: 'Code of the theme, for example export.' })
  theme!: string;

  @Field(() => ListingKindEnum, {
    defaultValue: 'OFFER',
    description: 'OFFER for who can help, which is meant when left out; NEED for whom one could help.',
  })
  kind!: ListingKind;

  @Field(() => ID, { nullable: true, description: 'The company that looks; your own when left out. A branch may name any.' })
  companyId?: string | null;
}

@ArgsType()
class ExchangeArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only exchanges of this company; your own when you speak for one.' })
  companyId?: string | null;

  @Field(() => ExchangeStatusEnum, { nullable: true, description: 'Only those that stand like this today.' })
  status?: ExchangeStatus | null;
}

@Resolver(() => ExpertiseListingType)
export class ExpertiseListingResolver {
  @Query(() => [ExpertiseThemeType], {
    nullable: true,
    description: 'What members exchange expertise on, by objective. Open to everybody.',
  })
  async expertiseThemes(@Ctx() { expertise, viewer }: MembershipContext): Promise<ExpertiseThemeType[]> {
    return (await expertise.themes()).map((theme) => showTheme(theme, viewer.language));
  }

  @Query(() => ListingConnectionType, {
    nullable: true,
    description: 'What active members offer and need today. For members and branches.',
  })
  async expertiseListings(
    @Args(() => ListingArgs) args: ListingArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<ExpertiseListingType>> {
    const { viewer, expertise, today } = context;
    requireInsider(viewer);
    const page = expertise.queries.latestListings.page(args);
    const filter = {
      day: today,
      kind: args.kind ?? null,
      theme: args.theme == null ? null : (await themeWithCode(args.theme, context)).code,
      objective: args.objective ?? null,
      branchId: args.branch == null ? null : (await branchWithCode(args.branch, context)).id,
      companyId: args.companyId == null ? null : await presentId(parseId('company', args.companyId), context),
    };
    return page.slice(await expertise.queries.listingPage(filter, page), showListing);
  }

  @Query(() => MatchConnectionType, {
    nullable: true,
    description:
      'Who of the other members can help on a theme, the best fitting first: by theme, then distance, then size where it is shown, then the latest. Never by what a member pays. For members and branches.',
  })
  async expertiseMatches(
    @Args(() => MatchArgs) args: MatchArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<ExpertiseMatchType>> {
    const { viewer, expertise, today, loaders } = context;
    requireInsider(viewer);
    const companyId = await companyAskedAbout(args.companyId, context);
    const page = expertise.queries.bestMatches.page(args);
    const [company, theme] = [await loaders.companyById.load(companyId), await themeWithCode(args.theme, context)];
    if (!company) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
    const [record, reports, groupId] = await Promise.all([
      loaders.membershipRecordByCompany.load(companyId),
      loaders.figuresByCompany.load(companyId),
      expertise.queries.groupOf(companyId),
    ]);
    const { category } = sizeCategoryOf(sizeInEuros(figuresKnownOn(reports, today)[0]));
    const { town, department } = company;
    const place = { town, department, branchId: record.homeBranchOn(today) };
    const question = { ...place, day: today, companyId, groupId, size: category === 'UNKNOWN' ? null : category, kind: args.kind, theme };
    return page.slice(await expertise.queries.matchPage(question, page), (view) => showMatch(view, viewer.language));
  }

  @FieldResolver(() => ExpertiseThemeType, { nullable: true, description: 'What it is about.' })
  theme(@Root() { view }: ExpertiseListingType, @Ctx() context: MembershipContext): Promise<ExpertiseThemeType | null> {
    return themeShown(view.theme, context);
  }

  @FieldResolver(() => CompanyType, { nullable: true, description: 'The member that published it.' })
  company(@Root() { view }: ExpertiseListingType, @Ctx() context: MembershipContext): Promise<CompanyType | null> {
    return companyShown(view.companyId, context);
  }
}

@Resolver(() => ExpertiseExchangeType)
export class ExpertiseExchangeResolver {
  @Query(() => ExpertiseExchangeType, {
    nullable: true,
    description: 'One exchange. For the two companies and for branches; not found for everybody else.',
  })
  async exchange(
    @Arg('id', () => ID, { description: 'The id of the exchange.' }) id: string,
    @Ctx() { viewer, expertise }: MembershipContext,
  ): Promise<ExpertiseExchangeType> {
    requireInsider(viewer);
    const view = await expertise.exchangeById.load(parseId('exchange', id));
    if (!view) throw new NotFound(say('NO_SUCH_EXCHANGE', viewer));
    requireExchangeReader(viewer, view);
    return showExchange(view);
  }

  @Query(() => ExchangeConnectionType, {
    nullable: true,
    description: 'Exchanges of your own company; for branches, of any company or of all. For members and branches.',
  })
  async exchanges(
    @Args(() => ExchangeArgs) args: ExchangeArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<ExpertiseExchangeType>> {
    const { viewer, expertise, today } = context;
    requireInsider(viewer);
    const seesAll = args.companyId == null && viewer.companyId === undefined && viewer.can('branch:manage');
    const companyId = seesAll ? null : await companyAskedAbout(args.companyId, context);
    const page = expertise.queries.latestExchanges.page(args);
    const filter = { day: today, companyId, status: args.status ?? null };
    return page.slice(await expertise.queries.exchangePage(filter, page), showExchange);
  }

  @FieldResolver(() => ExchangeStatusEnum, { nullable: true, description: 'Where it stands on a day; null before it was proposed.' })
  status(
    @Root() { view }: ExpertiseExchangeType,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() { today, viewer }: MembershipContext,
  ): ExchangeStatus | null {
    return statusOn(view, dayAskedAbout(asOf, today, viewer));
  }

  @FieldResolver(() => ExpertiseThemeType, { nullable: true, description: 'What it is about.' })
  theme(@Root() { view }: ExpertiseExchangeType, @Ctx() context: MembershipContext): Promise<ExpertiseThemeType | null> {
    return themeShown(view.theme, context);
  }

  @FieldResolver(() => ExpertiseListingType, { nullable: true, description: 'The listing that was answered.' })
  async listing(@Root() { view }: ExpertiseExchangeType, @Ctx() { expertise }: MembershipContext): Promise<ExpertiseListingType | null> {
    const listing = await expertise.listingById.load(view.listingId);
    return listing ? showListing(listing) : null;
  }

  @FieldResolver(() => CompanyType, { nullable: true, description: 'The company that helps.' })
  expert(@Root() { view }: ExpertiseExchangeType, @Ctx() context: MembershipContext): Promise<CompanyType | null> {
    return companyShown(view.expertId, context);
  }

  @FieldResolver(() => CompanyType, { nullable: true, description: 'The company that is helped.' })
  seeker(@Root() { view }: ExpertiseExchangeType, @Ctx() context: MembershipContext): Promise<CompanyType | null> {
    return companyShown(view.seekerId, context);
  }

  @FieldResolver(() => CompanyType, { nullable: true, description: 'The one of the two that proposed it.' })
  proposedBy(@Root() { view }: ExpertiseExchangeType, @Ctx() context: MembershipContext): Promise<CompanyType | null> {
    return companyShown(view.proposedBy, context);
  }
}

async function themeWithCode(code: string, { expertise, viewer }: MembershipContext): Promise<ThemeView> {
  const theme = (await expertise.themes()).find((one) => one.code === code);
  if (!theme) throw new NotFound(say('NO_SUCH_THEME', viewer));
  return theme;
}

async function themeShown(code: string, { expertise, viewer }: MembershipContext): Promise<ExpertiseThemeType | null> {
  const theme = (await expertise.themes()).find((one) => one.code === code);
  return theme ? showTheme(theme, viewer.language) : null;
}

async function companyShown(id: string, { loaders }: MembershipContext): Promise<CompanyType | null> {
  const company = await loaders.companyById.load(id);
  return company ? showCompany(company) : null;
}
