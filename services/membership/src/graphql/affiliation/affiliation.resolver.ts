import { NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { parseId } from '@leader/subgraph-kit/values/ids';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { BatchStatus } from '../../domain/affiliation/affiliation-batch.ts';
import type { RowOutcome } from '../../domain/network-list/network-list.ts';
import { requireBatchReader } from '../../use-cases/affiliation/affiliation-rights.ts';
import type { BatchView } from '../../use-cases/affiliation/affiliation-views.ts';
import { branchInReach } from '../../use-cases/branch-reach.ts';
import { say } from '../../use-cases/sentences.ts';
import { BranchPageArgs } from '../branch-page-args.ts';
import type { MembershipContext } from '../context.ts';
import { BranchType, showBranch } from '../types/branch.type.ts';
import { CompanyType, showCompany } from '../types/company.type.ts';
import {
  AffiliationBatchConnectionType,
  AffiliationBatchType,
  AffiliationStepType,
  BatchStatusEnum,
  PartnerNetworkConnectionType,
  PartnerNetworkType,
  showBatch,
  showNetwork,
} from './affiliation.type.ts';
import { rowReasonText } from './member-list.texts.ts';
import { MemberListOutcomeEnum, MemberListReasonType, MemberListRowConnectionType, MemberListRowType } from './member-list.type.ts';

const forBranches = 'Needs branch:manage; a branch lead sees those of their own branch.';

@ArgsType()
class BatchArgs extends BranchPageArgs {
  @Field(() => BatchStatusEnum, { nullable: true, description: 'Only those that have come this far.' })
  status?: BatchStatus | null;
}

@ArgsType()
class RowArgs extends PageArgs {
  @Field(() => ID, { description: 'The id of the batch.' })
  batchId!: string;

  @Field(() => MemberListOutcomeEnum, {
    nullable: true,
    description: 'Only rows that end so, for example those that wait: SUSPECT or REFUSED.',
  })
  outcome?: RowOutcome | null;
}

@Resolver(() => AffiliationBatchType)
export class AffiliationBatchResolver {
  @Query(() => PartnerNetworkConnectionType, {
    nullable: true,
    description: `Networks that join or joined as a block, the oldest agreement first. ${forBranches}`,
  })
  async partnerNetworks(
    @Args(() => BranchPageArgs) args: BranchPageArgs,
    @Ctx() { viewer, queries, affiliation, today }: MembershipContext,
  ): Promise<Connection<PartnerNetworkType>> {
    const page = affiliation.queries.networksByAge.page(args);
    const branchId = await branchInReach(viewer, args.branch, queries);
    return page.slice(await affiliation.queries.networkPage(branchId, page), (network) => showNetwork(network, today));
  }

  @Query(() => AffiliationBatchConnectionType, { nullable: true, description: `Member lists, the latest first. ${forBranches}` })
  async affiliationBatches(
    @Args(() => BatchArgs) args: BatchArgs,
    @Ctx() { viewer, queries, affiliation }: MembershipContext,
  ): Promise<Connection<AffiliationBatchType>> {
    const page = affiliation.queries.latestBatches.page(args);
    const branchId = await branchInReach(viewer, args.branch, queries);
    return page.slice(await affiliation.queries.batchPage(branchId, args.status ?? null, page), showBatch);
  }

  @Query(() => AffiliationBatchType, { nullable: true, description: `One member list on its way. ${forBranches}` })
  async affiliationBatch(
    @Arg('id', () => ID, { description: 'The id of the batch.' }) id: string,
    @Ctx() context: MembershipContext,
  ): Promise<AffiliationBatchType> {
    return showBatch(await batchFor(id, context));
  }

  @Query(() => MemberListRowConnectionType, { nullable: true, description: `The rows of a member list, in its order. ${forBranches}` })
  async memberListRows(@Args(() => RowArgs) args: RowArgs, @Ctx() context: MembershipContext): Promise<Connection<MemberListRowType>> {
    const { rowPage, rowsInOrder } = context.affiliation.queries;
    const page = rowsInOrder.page(args);
    const { id } = await batchFor(args.batchId, context);
    return page.slice(await rowPage(id, args.outcome ?? null, page), (row) => Object.assign(new MemberListRowType(), { ...row, row }));
  }

  @FieldResolver(() => BranchType, { description: 'The branch the list joins.' })
  async branch(@Root() { view }: AffiliationBatchType, @Ctx() { loaders, viewer }: MembershipContext): Promise<BranchType> {
    const branch = await loaders.branchById(view.branchId);
    if (!branch) throw new Error('The branch of a batch is gone');
    return showBranch(branch, viewer.language);
  }

  @FieldResolver(() => PartnerNetworkType, {
    nullable: true,
    description: 'The partner network that brought the list; null for a list of the branch itself.',
  })
  async network(
    @Root() { view }: AffiliationBatchType,
    @Ctx() { affiliation, today }: MembershipContext,
  ): Promise<PartnerNetworkType | null> {
    const network = view.networkId === null ? undefined : await affiliation.networkById.load(view.networkId);
    return network ? showNetwork(network, today) : null;
  }

  @FieldResolver(() => [AffiliationStepType], { description: 'Who brought it so far, in the order of time; at most five.' })
  steps(@Root() { view }: AffiliationBatchType, @Ctx() { affiliation }: MembershipContext): Promise<AffiliationStepType[]> {
    return affiliation.stepsByBatch.load(view.id);
  }
}

@Resolver(() => MemberListRowType)
export class MemberListRowResolver {
  @FieldResolver(() => [MemberListReasonType], {
    description: 'Why this becomes of it, and what else there is to say, the most important first.',
  })
  reasons(@Root() { row }: MemberListRowType, @Ctx() { viewer }: MembershipContext): MemberListReasonType[] {
    return row.reasons.map((reason) => ({ code: reason.code, message: rowReasonText(reason, viewer.language) }));
  }

  @FieldResolver(() => CompanyType, {
    nullable: true,
    description: 'The company that was added or matched; null for rows that wait, and for newcomers of a batch that is not applied.',
  })
  async company(@Root() { row }: MemberListRowType, @Ctx() { loaders }: MembershipContext): Promise<CompanyType | null> {
    const view = row.companyId === null ? undefined : await loaders.companyById.load(row.companyId);
    return view ? showCompany(view) : null;
  }

  @FieldResolver(() => [CompanyType], { description: 'For suspect rows: the companies it may be, the most similar name first.' })
  async similarTo(@Root() { row }: MemberListRowType, @Ctx() { loaders }: MembershipContext): Promise<CompanyType[]> {
    const views = await Promise.all(row.similarTo.map((id) => loaders.companyById.load(id)));
    return views.flatMap((view) => (view ? [showCompany(view)] : []));
  }
}

async function batchFor(id: string, { viewer, affiliation, loaders }: MembershipContext): Promise<BatchView> {
  const view = await affiliation.batchById.load(parseId('batch', id));
  if (!view) throw new NotFound(say('NO_SUCH_BATCH', viewer));
  requireBatchReader(viewer, view.branchId, await loaders.branches());
  return view;
}
