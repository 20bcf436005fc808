import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { figuresKnownOn, freshSince, lastEndedYear, yearMissingAfter } from '../domain/annual-figures.ts';
import { branchInReach } from '../use-cases/branch-reach.ts';
import { mayUseFigures, requireReaderOfAllFigures } from '../use-cases/reading-rights.ts';
import { BranchPageArgs } from './branch-page-args.ts';
import type { MembershipContext } from './context.ts';
import { showFigures } from './types/annual-figures.type.ts';
import { showCompany } from './types/company.type.ts';
import {
  CorrectFiguresInput,
  correcting,
  DeclareFiguresInput,
  declaring,
  FiguresReportedType,
  StaleFiguresConnectionType,
  type StaleFiguresType,
} from './types/figures-report.type.ts';

const input = { description: 'The company, the year, and its figures.' } as const;
const byWhom = 'Open to the company itself, and to its branch with members:write and branch:manage.';

@Resolver(() => FiguresReportedType)
export class FiguresReportResolver {
  @Mutation(() => declaring.union, { description: `The figures of a closed year come in. ${byWhom}` })
  async declareFigures(@Arg('input', () => DeclareFiguresInput, input) request: DeclareFiguresInput, @Ctx() context: MembershipContext) {
    return declaring.answer(await context.reportFigures.declare(filled(request)), context.viewer.language, show(request.closedOn, context));
  }

  @Mutation(() => correcting.union, {
    description: `The figures of a known year are corrected. Answers as of an earlier day stay what they were. ${byWhom}`,
  })
  async correctFigures(@Arg('input', () => CorrectFiguresInput, input) request: CorrectFiguresInput, @Ctx() context: MembershipContext) {
    return correcting.answer(
      await context.reportFigures.correct(filled(request)),
      context.viewer.language,
      show(request.closedOn, context),
    );
  }

  @Query(() => StaleFiguresConnectionType, {
    nullable: true,
    description:
      'Members without figures, then those whose last year closed more than eighteen months ago, the oldest first. For branches, with branch:manage and figures:read.',
  })
  async staleFigures(
    @Args(() => BranchPageArgs) args: BranchPageArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<StaleFiguresType>> {
    const { viewer, queries, loaders, today } = context;
    const branchId = await branchInReach(viewer, args.branch, loaders);
    requireReaderOfAllFigures(viewer);
    const page = queries.staleFiguresOldestFirst.page(args);
    const { edges, pageInfo } = page.slice(await queries.staleFigures(today, freshSince(today), branchId, page), (row) => row);
    const shown = edges.map(async ({ node: { companyId, closedOn }, cursor }) => {
      const company = await loaders.companyById.load(companyId);
      const missingYear = closedOn ? yearMissingAfter(closedOn, today) : lastEndedYear(today);
      return { node: { company: company ? showCompany(company) : null, closedOn, missingYear }, cursor };
    });
    return { edges: await Promise.all(shown), pageInfo };
  }
}

function filled({ turnover = null, exportTurnover = null, balanceTotal = null, fte = null, ...request }: DeclareFiguresInput) {
  return { ...request, turnover, exportTurnover, balanceTotal, fte };
}

function show(closedOn: LocalDate, { viewer, loaders, today }: MembershipContext) {
  return async (companyId: string): Promise<FiguresReportedType> => {
    const view = await loaders.companyById.load(companyId);
    if (!view) throw new Error('The company of a report is gone');
    // Whoever may enter figures for a company need not be one who may read them.
    const years = mayUseFigures(viewer, companyId) ? figuresKnownOn(await loaders.figuresByCompany.load(companyId), today) : [];
    const year = years.find((one) => one.closedOn === closedOn);
    return Object.assign(new FiguresReportedType(), { company: showCompany(view), figures: year ? showFigures(year) : null });
  };
}
