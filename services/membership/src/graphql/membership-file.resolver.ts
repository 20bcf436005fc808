import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requireFileReader, requireHistoryReader } from '../use-cases/writing-rights.ts';
import type { MembershipContext } from './context.ts';
import { showBranch } from './types/branch.type.ts';
import { CompanyType } from './types/company.type.ts';
import {
  MembershipApplicationType,
  type MembershipEventType,
  MembershipFileType,
  MembershipHistoryConnectionType,
} from './types/membership-file.type.ts';

@Resolver(() => CompanyType)
export class CompanyFileResolver {
  @FieldResolver(() => MembershipFileType, {
    nullable: true,
    description: 'Its membership file. For the company itself and for branches; not found for everybody else.',
  })
  async membershipFile(@Root() { view }: CompanyType, @Ctx() { viewer, loaders }: MembershipContext): Promise<MembershipFileType> {
    requireFileReader(viewer, view.id);
    const file = await loaders.fileByCompany.load(view.id);
    return { version: file.version, view: file };
  }
}

@Resolver(() => MembershipFileType)
export class MembershipFileResolver {
  @FieldResolver(() => MembershipApplicationType, { nullable: true, description: 'Its latest application; null when it never applied.' })
  async application(
    @Root() { view }: MembershipFileType,
    @Ctx() { viewer, loaders }: MembershipContext,
  ): Promise<MembershipApplicationType | null> {
    if (view.application === null) return null;
    const branch = await loaders.branchById(view.application.branchId);
    return { ...view.application, branch: branch ? showBranch(branch, viewer.language) : null };
  }

  @FieldResolver(() => MembershipHistoryConnectionType, {
    nullable: true,
    description: 'Who did what to the membership, the latest first. For branches; not found for everybody else.',
  })
  async history(
    @Root() { view }: MembershipFileType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, loaders, queries }: MembershipContext,
  ): Promise<Connection<MembershipEventType>> {
    requireHistoryReader(viewer);
    return loaders.historyPage.load({ companyId: view.companyId, page: queries.latestFirst.page(args) });
  }
}
