import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { RegisterView } from '../../use-cases/company/facts-views.ts';
import type { MembershipContext } from '../context.ts';
import { CompanyType } from '../types/company.type.ts';
import { CompanyRegisterType, CompanySiteConnectionType, type CompanySiteType, showSite } from './facts.type.ts';

@Resolver(() => CompanyType)
export class CompanyFactsResolver {
  @Query(() => [CompanyRegisterType], {
    nullable: true,
    description: 'The registers that numbers of companies may be entered of, by country.',
  })
  companyRegisters(@Ctx() { facts }: MembershipContext): Promise<RegisterView[]> {
    return facts.queries.registers();
  }

  @FieldResolver(() => Int, { nullable: true, description: 'The version of what people entered about it, to decide upon.' })
  factsVersion(@Root() { view }: CompanyType, @Ctx() { facts }: MembershipContext): Promise<number> {
    return facts.versionByCompany.load(view.id);
  }

  @FieldResolver(() => CompanySiteConnectionType, {
    nullable: true,
    description: 'The places where it works or worked, in the order they were entered.',
  })
  async sites(
    @Root() { view }: CompanyType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { facts }: MembershipContext,
  ): Promise<Connection<CompanySiteType>> {
    const page = facts.queries.sitesInTurn.page(args);
    const { edges, pageInfo } = await facts.sitePage.load({ companyId: view.id, page });
    return { edges: edges.map(({ node, cursor }) => ({ node: showSite(node), cursor })), pageInfo };
  }
}
