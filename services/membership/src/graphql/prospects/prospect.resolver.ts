import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ProspectSegment } from '../../domain/prospects/prospect.ts';
import { requireProspector } from '../../use-cases/prospects/prospecting.ts';
import { branchWithCode } from '../branch.resolver.ts';
import type { MembershipContext } from '../context.ts';
import { BranchType, showBranch } from '../types/branch.type.ts';
import { CompanyType, showCompany } from '../types/company.type.ts';
import {
  contacting,
  ProspectChangedType,
  ProspectConnectionType,
  ProspectSegmentEnum,
  ProspectToCallType,
  planning,
  RecordGrowthProjectInput,
  RecordProspectContactInput,
  showProspect,
} from './prospect.type.ts';

@ArgsType()
class ProspectArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Code of the branch in touch with them; your own branch when you lead one.' })
  branch?: string | null;

  @Field(() => ProspectSegmentEnum, { nullable: true, description: 'Only companies of this kind.' })
  segment?: ProspectSegment | null;
}

const input = { description: 'What was learned, and of which company.' } as const;
const byBureau = 'Needs members:write and branch:manage; a branch lead writes about the prospects of their own branch.';

@Resolver(() => ProspectToCallType)
export class ProspectResolver {
  @Query(() => ProspectConnectionType, {
    nullable: true,
    description: 'Companies that were never members and should be called, with the reasons, the most urgent first. For branches.',
  })
  async prospectsToCall(
    @Args(() => ProspectArgs) args: ProspectArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<ProspectToCallType>> {
    const { viewer, prospects, today } = context;
    requireProspector(viewer);
    const page = prospects.queries.mostUrgent.page(args);
    const code = args.branch ?? viewer.branchCode;
    const branchId = code === undefined ? null : (await branchWithCode(code, context)).id;
    const rows = await prospects.queries.prospectPage({ day: today, branchId, segment: args.segment ?? null }, page);
    return page.slice(rows, (view) => showProspect(view, today, viewer.language));
  }

  @Mutation(() => contacting.union, { description: `Somebody of the branch spoke with a prospect, or tried to. ${byBureau}` })
  async recordProspectContact(
    @Arg('input', () => RecordProspectContactInput, input) request: RecordProspectContactInput,
    @Ctx() context: MembershipContext,
  ) {
    const { callBackOn = null, note = null } = request;
    const result = await context.prospects.life.recordContact({ ...request, callBackOn, note });
    return contacting.answer(result, context.viewer.language, shown(context));
  }

  @Mutation(() => planning.union, { description: `Somebody of the branch learned what a prospect plans. ${byBureau}` })
  async recordGrowthProject(
    @Arg('input', () => RecordGrowthProjectInput, input) request: RecordGrowthProjectInput,
    @Ctx() context: MembershipContext,
  ) {
    const { segment = null, startsOn = null } = request;
    const result = await context.prospects.life.recordGrowthProject({ ...request, segment, startsOn });
    return planning.answer(result, context.viewer.language, shown(context));
  }

  @FieldResolver(() => CompanyType, { nullable: true, description: 'The company.' })
  async company(@Root() { view }: ProspectToCallType, @Ctx() { loaders }: MembershipContext): Promise<CompanyType | null> {
    const company = await loaders.companyById.load(view.companyId);
    return company ? showCompany(company) : null;
  }

  @FieldResolver(() => BranchType, { nullable: true, description: 'The branch that is in touch with it.' })
  async branch(@Root() { view }: ProspectToCallType, @Ctx() { loaders, viewer }: MembershipContext): Promise<BranchType | null> {
    const branch = view.branchId === null ? undefined : await loaders.branchById(view.branchId);
    return branch ? showBranch(branch, viewer.language) : null;
  }
}

function shown({ loaders }: MembershipContext) {
  return async (id: string) => {
    const view = await loaders.companyById.load(id);
    if (!view) throw new Error('The company of a change is gone');
    return Object.assign(new ProspectChangedType(), { company: showCompany(view) });
  };
}
