import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { addDays, daysBetween, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { branchInReach } from '../use-cases/branch-reach.ts';
import { dayAskedAbout, readDaysAhead } from '../use-cases/search-directory.ts';
import { requireFileReader } from '../use-cases/writing-rights.ts';
import { asOfDescription } from './as-of.ts';
import { BranchPageArgs, branchDescription } from './branch-page-args.ts';
import type { MembershipContext } from './context.ts';
import { showBranch } from './types/branch.type.ts';
import { CompanyType, showCompany } from './types/company.type.ts';
import {
  DuesConnectionType,
  DuesMovementConnectionType,
  type DuesMovementType,
  DuesRateType,
  type DuesType,
  MembershipToRenewConnectionType,
  type MembershipToRenewType,
  showDues,
  showMovement,
} from './types/dues.type.ts';

@ArgsType()
class RenewalArgs extends BranchPageArgs {
  @Field(() => Int, { nullable: true, description: 'Dues that run out within so many days, 30 when left out, at most 366.' })
  withinDays?: number | null;
}

const forFile = 'For the company itself and for branches; not found for everybody else.';

@Resolver(() => CompanyType)
export class DuesResolver {
  @FieldResolver(() => DuesConnectionType, {
    nullable: true,
    description: `What it was invoiced year by year, the latest first. ${forFile}`,
  })
  async dues(
    @Root() { view }: CompanyType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, loaders, queries }: MembershipContext,
  ): Promise<Connection<DuesType>> {
    requireFileReader(viewer, view.id);
    const { edges, pageInfo } = await loaders.duesPage.load({ companyId: view.id, page: queries.duesByYear.page(args) });
    return { edges: edges.map(({ node, cursor }) => ({ node: showDues(node), cursor })), pageInfo };
  }

  @FieldResolver(() => DuesMovementConnectionType, {
    nullable: true,
    description: `Its payments, refunds and credit notes, the latest first. ${forFile}`,
  })
  async duesMovements(
    @Root() company: CompanyType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, loaders, queries }: MembershipContext,
  ): Promise<Connection<DuesMovementType>> {
    const { view } = company;
    requireFileReader(viewer, view.id);
    const page = queries.duesMovementsLatestFirst.page(args);
    const { edges, pageInfo } = await loaders.duesMovementPage.load({ companyId: view.id, page });
    return { edges: edges.map(({ node, cursor }) => ({ node: showMovement(node, company), cursor })), pageInfo };
  }

  @Query(() => MembershipToRenewConnectionType, {
    nullable: true,
    description:
      'Members in grace, and those whose dues run out soon: whoever is late for longest first. For branches, with branch:manage.',
  })
  async membershipsToRenew(
    @Args(() => RenewalArgs) args: RenewalArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<MembershipToRenewType>> {
    const { queries, loaders, today, viewer } = context;
    const branchId = await branchInReach(viewer, args.branch, loaders);
    const page = queries.soonestFirst.page(args);
    const until = addDays(today, readDaysAhead(args.withinDays, viewer));
    const { edges, pageInfo } = page.slice(await queries.renewals(today, until, branchId, page), (row) => row);
    const shown = edges.map(async ({ node: { companyId, branchId: home, status, coveredUntil }, cursor }) => {
      const [company, branch] = await Promise.all([companyWithId(companyId, context), loaders.branchById(home)]);
      const daysLeft = daysBetween(today, coveredUntil);
      return { node: { company, branch: branch ? showBranch(branch, viewer.language) : null, status, coveredUntil, daysLeft }, cursor };
    });
    return { edges: await Promise.all(shown), pageInfo };
  }

  @Query(() => DuesMovementConnectionType, {
    nullable: true,
    description: 'Payments that wait for an invoice they fit, the oldest first. For branches, with branch:manage.',
  })
  async paymentsWithoutInvoice(
    @Args(() => BranchPageArgs) args: BranchPageArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<DuesMovementType>> {
    const { queries, loaders, viewer } = context;
    const branchId = await branchInReach(viewer, args.branch, loaders);
    const page = queries.waitingOldestFirst.page(args);
    const { edges, pageInfo } = page.slice(await queries.waitingPayments(branchId, page), (row) => row);
    const shown = edges.map(async ({ node, cursor }) => ({
      node: showMovement(node, await companyWithId(node.companyId, context)),
      cursor,
    }));
    return { edges: await Promise.all(shown), pageInfo };
  }

  @Query(() => DuesRateType, {
    nullable: true,
    description: 'For how many members the dues are settled on a day. For branches, with branch:manage.',
  })
  async duesRate(
    @Arg('branch', () => String, branchDescription) branch: string | null | undefined,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() { queries, loaders, today, viewer }: MembershipContext,
  ): Promise<DuesRateType> {
    const branchId = await branchInReach(viewer, branch, loaders);
    const day = dayAskedAbout(asOf, today, viewer);
    const { members, settled } = await queries.duesRate(day, branchId);
    return { asOf: day, members, settled, rate: members === 0 ? null : settled / members };
  }
}

async function companyWithId(id: string, { loaders }: MembershipContext): Promise<CompanyType | null> {
  const view = await loaders.companyById.load(id);
  return view ? showCompany(view) : null;
}
