import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { MembershipStatus } from '../domain/membership-record.ts';
import { dayAskedAbout } from '../use-cases/search-directory.ts';
import { asOfDescription } from './as-of.ts';
import type { MembershipContext } from './context.ts';
import { BranchType, showBranch } from './types/branch.type.ts';
import { CompanyType } from './types/company.type.ts';
import { MembershipStatusEnum } from './types/enums.ts';

@Resolver(() => CompanyType)
export class CompanyMembershipResolver {
  @FieldResolver(() => MembershipStatusEnum, { nullable: true, description: 'Where it stands in the network on a day.' })
  async membershipStatus(
    @Root() { view }: CompanyType,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() { loaders, today, viewer }: MembershipContext,
  ): Promise<MembershipStatus> {
    const record = await loaders.membershipRecordByCompany.load(view.id);
    return record.statusOn(dayAskedAbout(asOf, today, viewer));
  }

  @FieldResolver(() => BranchType, {
    nullable: true,
    description: 'The branch it belongs to on a day; null when it is no member that day.',
  })
  async homeBranch(
    @Root() { view }: CompanyType,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() context: MembershipContext,
  ): Promise<BranchType | null> {
    const record = await context.loaders.membershipRecordByCompany.load(view.id);
    return branchWithId(record.homeBranchOn(dayAskedAbout(asOf, context.today, context.viewer)), context);
  }

  @FieldResolver(() => BranchType, { nullable: true, description: 'The branch that is in touch with it while it is no member yet.' })
  prospectBranch(@Root() { view }: CompanyType, @Ctx() context: MembershipContext): Promise<BranchType | null> {
    return branchWithId(view.prospectBranchId, context);
  }

  @FieldResolver(() => LocalDateScalar, {
    nullable: true,
    description: 'The day since which it has been a member without a break; null when it is none today.',
  })
  async memberSince(@Root() { view }: CompanyType, @Ctx() { loaders, today }: MembershipContext): Promise<LocalDate | null> {
    const record = await loaders.membershipRecordByCompany.load(view.id);
    return record.memberSince(today);
  }
}

async function branchWithId(id: string | null, { loaders, viewer }: MembershipContext): Promise<BranchType | null> {
  const branch = id === null ? undefined : await loaders.branchById(id);
  return branch ? showBranch(branch, viewer.language) : null;
}
