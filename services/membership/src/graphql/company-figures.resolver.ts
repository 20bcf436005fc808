import { GapType } from '@leader/subgraph-kit/graph/gap.type';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Args, ArgsType, Ctx, Directive, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { figuresKnownOn } from '../domain/annual-figures.ts';
import { gapsInFigures, gapsInRegister } from '../domain/knowledge-gaps.ts';
import { sizeCategoryOf, sizeInEuros } from '../domain/size-category.ts';
import { assessmentFactsOn } from '../use-cases/assessment-facts.ts';
import { mayUseFigures, requireFigures } from '../use-cases/reading-rights.ts';
import { dayAskedAbout } from '../use-cases/search-directory.ts';
import type { FiguresView } from '../use-cases/views.ts';
import { asOfDescription } from './as-of.ts';
import type { MembershipContext } from './context.ts';
import { showGap } from './texts.ts';
import { AnnualFiguresType, showFigures } from './types/annual-figures.type.ts';
import { AssessmentFactsType, showAssessmentFacts } from './types/assessment-facts.type.ts';
import { AnnualFiguresConnectionType, CompanyType } from './types/company.type.ts';
import { CompanySizeType } from './types/company-parts.type.ts';

@ArgsType()
class FiguresArgs extends PageArgs {
  @Field(() => LocalDateScalar, asOfDescription)
  asOf?: LocalDate | null;
}

const forWhom = 'For the company itself and for staff who may read figures; not found for everybody else.';

@Resolver(() => CompanyType)
export class CompanyFiguresResolver {
  @FieldResolver(() => AnnualFiguresType, {
    nullable: true,
    description: `Its last closed year as it was known on a day; null when no year is known. ${forWhom}`,
  })
  async latestFigures(
    @Root() { view }: CompanyType,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() context: MembershipContext,
  ): Promise<AnnualFiguresType | null> {
    const latest = await latestKnown(view.id, asOf, context);
    return latest ? showFigures(latest) : null;
  }

  @FieldResolver(() => AnnualFiguresConnectionType, {
    nullable: true,
    description: `Its closed years as they were known on a day, newest first. ${forWhom}`,
  })
  async figures(
    @Root() { view }: CompanyType,
    @Args(() => FiguresArgs) args: FiguresArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<AnnualFiguresType>> {
    const { viewer, loaders, queries, today } = context;
    requireFigures(viewer, view.id);
    const page = queries.closedYears.page(args);
    const { edges, pageInfo } = await loaders.figuresPage.load({ companyId: view.id, day: dayAskedAbout(args.asOf, today, viewer), page });
    return { edges: edges.map(({ node, cursor }) => ({ node: showFigures(node), cursor })), pageInfo };
  }

  @FieldResolver(() => CompanySizeType, {
    nullable: true,
    description: `Its size by its last closed year as it was known on a day. ${forWhom}`,
  })
  async sizeCategory(
    @Root() { view }: CompanyType,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() context: MembershipContext,
  ): Promise<CompanySizeType> {
    const latest = await latestKnown(view.id, asOf, context);
    return { ...sizeCategoryOf(sizeInEuros(latest)), basedOn: latest?.closedOn ?? null };
  }

  @FieldResolver(() => [GapType], {
    nullable: true,
    description: 'What the network does not know of it; gaps in figures only for those who may read them.',
  })
  async gaps(@Root() { view }: CompanyType, @Ctx() context: MembershipContext): Promise<GapType[]> {
    const { viewer, loaders, today } = context;
    const activities = await loaders.activitiesByCompany.load(view.id);
    const inRegister = gapsInRegister({ ...view, hasActivity: activities.length > 0 });
    const inFigures = mayUseFigures(viewer, view.id) ? gapsInFigures(await latestKnown(view.id, today, context), today) : [];
    return [...inFigures, ...inRegister].map((gap) => showGap(gap, viewer.language));
  }

  @FieldResolver(() => AssessmentFactsType, { nullable: true, description: `What other domains judge it by. ${forWhom}` })
  @Directive('@inaccessible')
  async assessmentFacts(
    @Root() { view: company }: CompanyType,
    @Ctx() { viewer, loaders, today }: MembershipContext,
  ): Promise<AssessmentFactsType> {
    requireFigures(viewer, company.id);
    const [record, activities, sites, reports] = await Promise.all([
      loaders.membershipRecordByCompany.load(company.id),
      loaders.activitiesByCompany.load(company.id),
      loaders.sitesByCompany.load(company.id),
      loaders.figuresByCompany.load(company.id),
    ]);
    return showAssessmentFacts(assessmentFactsOn(today, { company, record, activities, sites, reports }));
  }
}

async function latestKnown(
  companyId: string,
  asOf: LocalDate | null | undefined,
  { viewer, loaders, today }: MembershipContext,
): Promise<FiguresView | undefined> {
  requireFigures(viewer, companyId);
  const day = dayAskedAbout(asOf, today, viewer);
  return figuresKnownOn(await loaders.figuresByCompany.load(companyId), day)[0];
}
