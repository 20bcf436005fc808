import { InvalidInput, NotFound } from '@leader/subgraph-kit/errors/errors';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { parseId } from '@leader/subgraph-kit/values/ids';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { countUnlessFew } from '../../domain/few.ts';
import type { InboundStatus } from '../../domain/inbound/inbound-project.ts';
import { isWithin, reachOf } from '../../use-cases/inbound/inbound-rights.ts';
import { requireFiguresReader } from '../../use-cases/reading-rights.ts';
import { dayAskedAbout } from '../../use-cases/search-directory.ts';
import { say } from '../../use-cases/sentences.ts';
import { asOfDescription } from '../as-of.ts';
import { branchWithCode } from '../branch.resolver.ts';
import type { MembershipContext } from '../context.ts';
import { BranchType, showBranch } from '../types/branch.type.ts';
import { InboundConnectionType, InboundFiguresType, InboundProjectType, InboundStatusEnum, showProject } from './inbound.type.ts';

@ArgsType()
class InboundArgs extends PageArgs {
  @Field(() => InboundStatusEnum, { nullable: true, description: 'Only those that have come this far.' })
  status?: InboundStatus | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a branch: only those it looks after, and those without a branch that want its territory.',
  })
  branch?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only those that wait for somebody to do something, and for more than so many days; 0 to 3,650.',
  })
  waitingMoreThan?: number | null;
}

@Resolver(() => InboundProjectType)
export class InboundProjectResolver {
  @Query(() => InboundProjectType, {
    nullable: true,
    description: 'One project. For those who work on it, and for members once the decision maker said yes; not found for everybody else.',
  })
  async inboundProject(
    @Arg('id', () => ID, { description: 'The id of the project.' }) id: string,
    @Ctx() { viewer, inbound, loaders, today }: MembershipContext,
  ): Promise<InboundProjectType> {
    const reach = reachOf(viewer, await loaders.branches());
    const view = await inbound.projectById.load(parseId('inbound', id));
    if (!view || !isWithin(reach, view)) throw new NotFound(say('NO_SUCH_PROJECT', viewer));
    return showProject(view, today);
  }

  @Query(() => InboundConnectionType, {
    nullable: true,
    description: 'Companies that look for a site, the longest without a step first: as many of them as the caller may know of.',
  })
  async inboundProjects(
    @Args(() => InboundArgs) args: InboundArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<InboundProjectType>> {
    const { viewer, inbound, loaders, today } = context;
    const reach = reachOf(viewer, await loaders.branches());
    const { waitingMoreThan: days } = args;
    if (days != null && (days < 0 || days > 3650)) throw new InvalidInput(say('DAYS_IMPOSSIBLE', viewer));
    const branch = args.branch == null ? null : await branchWithCode(args.branch, context);
    const page = inbound.queries.longestWaiting.page(args);
    const waitingSinceBefore = days == null ? null : addDays(today, -days);
    const rows = await inbound.queries.inboundPage({ reach, status: args.status ?? null, branch, waitingSinceBefore }, page);
    return page.slice(rows, (view) => showProject(view, today));
  }

  @Query(() => InboundFiguresType, {
    nullable: true,
    description: 'What became of the requests for a site. For branches and for reports; small numbers are left out.',
  })
  async inboundFigures(
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() { viewer, inbound, today }: MembershipContext,
  ): Promise<InboundFiguresType> {
    requireFiguresReader(viewer);
    const day = dayAskedAbout(asOf, today, viewer);
    const tally = await inbound.queries.inboundTally(day);
    const of = (status: InboundStatus) => tally.find((one) => one.status === status);
    const installed = of('INSTALLED')?.count ?? 0;
    return {
      asOf: day,
      received: tally.reduce((sum, { count }) => sum + count, 0),
      installed: countUnlessFew(installed),
      jobsCreated: countUnlessFew(installed) === null ? null : (of('INSTALLED')?.jobsCreated ?? 0),
      declined: countUnlessFew(of('DECIDED_NO')?.count ?? 0),
    };
  }

  @FieldResolver(() => BranchType, { nullable: true, description: 'The one branch that looks after it; null before it was assigned.' })
  ownerBranch(@Root() { view }: InboundProjectType, @Ctx() context: MembershipContext): Promise<BranchType | null> {
    return branchShown(view.ownerBranchId, context);
  }

  @FieldResolver(() => BranchType, {
    nullable: true,
    description: 'The branch or hub it came through; null when it came to the network itself.',
  })
  sourceBranch(@Root() { view }: InboundProjectType, @Ctx() context: MembershipContext): Promise<BranchType | null> {
    return branchShown(view.sourceBranchId, context);
  }
}

async function branchShown(id: string | null, { loaders, viewer }: MembershipContext): Promise<BranchType | null> {
  const branch = id === null ? undefined : await loaders.branchById(id);
  return branch ? showBranch(branch, viewer.language) : null;
}
