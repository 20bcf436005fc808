import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { type Connection, connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { daysBetween, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Args, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { branchInReach } from '../use-cases/branch-reach.ts';
import { BranchPageArgs } from './branch-page-args.ts';
import type { MembershipContext } from './context.ts';
import { BranchType, showBranch } from './types/branch.type.ts';
import { CompanyType, showCompany } from './types/company.type.ts';
import { ApplicationOutcomeEnum } from './types/enums.ts';

@ObjectType('OpenApplication', {
  description: 'An application that waits for the bureau, or for the dues of a company it approved.',
  simpleResolvers: true,
})
class OpenApplicationType {
  @Field(() => CompanyType, { nullable: true, description: 'The company that applied.' })
  company!: CompanyType | null;

  @Field(() => BranchType, { nullable: true, description: 'The branch it asked to join.' })
  branch!: BranchType | null;

  @Field(() => LocalDateScalar, { description: 'The day it asked.' })
  appliedOn!: LocalDate;

  @Field(() => Int, { description: 'Days since then.' })
  daysWaiting!: number;

  @Field(() => ApplicationOutcomeEnum, {
    nullable: true,
    description: 'APPROVED while its dues are awaited; null while the bureau has to decide.',
  })
  outcome!: string | null;
}

const OpenApplicationConnectionType = connectionType('OpenApplication', () => OpenApplicationType, 'applications that wait');

@Resolver(() => OpenApplicationType)
export class OpenApplicationsResolver {
  @Query(() => OpenApplicationConnectionType, {
    nullable: true,
    description: 'Applications that wait for the bureau or for dues, the oldest first. For branches, with branch:manage.',
  })
  async openApplications(
    @Args(() => BranchPageArgs) args: BranchPageArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<OpenApplicationType>> {
    const { queries, loaders, viewer, today } = context;
    const branchId = await branchInReach(viewer, args.branch, loaders);
    const page = queries.applicationsOldestFirst.page(args);
    const { edges, pageInfo } = page.slice(await queries.openApplications(branchId, page), (row) => row);
    const shown = edges.map(async ({ node: { companyId, branchId: asked, appliedOn, outcome }, cursor }) => {
      const [company, branch] = await Promise.all([loaders.companyById.load(companyId), loaders.branchById(asked)]);
      const daysWaiting = daysBetween(appliedOn, today);
      const node = {
        company: company ? showCompany(company) : null,
        branch: branch ? showBranch(branch, viewer.language) : null,
        appliedOn,
        daysWaiting,
        outcome,
      };
      return { node, cursor };
    });
    return { edges: await Promise.all(shown), pageInfo };
  }
}
