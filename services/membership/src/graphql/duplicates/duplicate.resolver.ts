import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { branchInReach } from '../../use-cases/branch-reach.ts';
import { requireWritingBranch } from '../../use-cases/writing-rights.ts';
import { BranchPageArgs } from '../branch-page-args.ts';
import type { MembershipContext } from '../context.ts';
import { type CompanyType, showCompany } from '../types/company.type.ts';
import {
  CompaniesToldApartType,
  SuspectedDuplicateConnectionType,
  SuspectedDuplicateType,
  TellCompaniesApartInput,
  tellingApart,
} from './duplicate.type.ts';

const input = { description: 'The companies, and what is said of them.' } as const;

@Resolver(() => SuspectedDuplicateType)
export class DuplicateResolver {
  @Query(() => SuspectedDuplicateConnectionType, {
    nullable: true,
    description:
      'Pairs of companies that may be one and that nobody told apart, in the order of names. Needs members:write and branch:manage; a branch lead sees pairs of which one is of their own branch.',
  })
  async suspectedDuplicates(
    @Args(() => BranchPageArgs) args: BranchPageArgs,
    @Ctx() { viewer, queries, duplicates, loaders }: MembershipContext,
  ): Promise<Connection<SuspectedDuplicateType>> {
    requireWritingBranch(viewer);
    const page = duplicates.queries.pairsByName.page(args);
    const branchId = await branchInReach(viewer, args.branch, queries);
    const { edges, pageInfo } = page.slice(await duplicates.queries.suspectedPairs(branchId, page), (row) => row);
    const company = async (id: string): Promise<CompanyType | null> => {
      const view = await loaders.companyById.load(id);
      return view ? showCompany(view) : null;
    };
    const shown = edges.map(async ({ node: { companyId, otherCompanyId, likeness }, cursor }) => {
      const [one, other] = await Promise.all([company(companyId), company(otherCompanyId)]);
      return { node: { company: one, otherCompany: other, likeness }, cursor };
    });
    return { edges: await Promise.all(shown), pageInfo };
  }

  @Mutation(() => tellingApart.union, {
    description:
      'Two companies that seem to be one are not, and nobody is asked about them again. Needs members:write and branch:manage; a branch lead says it of the companies of their own branch.',
  })
  async tellCompaniesApart(
    @Arg('input', () => TellCompaniesApartInput, input) request: TellCompaniesApartInput,
    @Ctx() { duplicates, loaders, viewer }: MembershipContext,
  ) {
    return tellingApart.answer(await duplicates.life.tellCompaniesApart({ ...request }), viewer.language, async (id) => {
      const view = await loaders.companyById.load(id);
      if (!view) throw new Error('The company of a change is gone');
      return Object.assign(new CompaniesToldApartType(), { company: showCompany(view) });
    });
  }
}
