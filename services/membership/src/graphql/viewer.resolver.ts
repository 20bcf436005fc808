import { parseId } from '@leader/subgraph-kit/values/ids';
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import type { MembershipContext } from './context.ts';
import { CompanyType, showCompany } from './types/company.type.ts';

@ObjectType('Viewer', { description: 'Who asks.' })
export class ViewerType {
  @Field(() => String, {
    simple: true,
    description: 'The language of labels and messages in this answer, fr or en, chosen by the header Accept-Language.',
  })
  language!: string;

  @Field(() => String, {
    simple: true,
    description: 'What the caller may see of the graph: public, member, partner, reporting or internal.',
  })
  contract!: string;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  // Nullable, as every root field: a stopped service must not take the others' answers with it.
  @Query(() => ViewerType, { nullable: true, description: 'Who asks. Open to everybody.' })
  viewer(@Ctx() { viewer }: MembershipContext): ViewerType {
    return { language: viewer.language, contract: viewer.contract };
  }

  @FieldResolver(() => CompanyType, { nullable: true, description: 'The company the caller speaks for; null when they speak for none.' })
  async company(@Ctx() { viewer, loaders }: MembershipContext): Promise<CompanyType | null> {
    if (viewer.companyId === undefined) return null;
    const company = await loaders.companyById.load(parseId('company', viewer.companyId));
    return company ? showCompany(company) : null;
  }
}
