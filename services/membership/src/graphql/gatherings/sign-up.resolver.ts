import { NotFound } from '@leader/subgraph-kit/errors/errors';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { requireInsider } from '../../use-cases/expertise/expertise-rights.ts';
import { say } from '../../use-cases/sentences.ts';
import { companyAskedAbout } from '../company-asked-about.ts';
import type { MembershipContext } from '../context.ts';
import { mayName } from '../person.resolver.ts';
import { CompanyType, showCompany } from '../types/company.type.ts';
import { PersonType, showPerson } from '../types/person.type.ts';
import { showing } from './gathering.resolver.ts';
import { GatheringType, SignUpConnectionType, SignUpType, showSignUp } from './gathering.type.ts';

@ArgsType()
class SignUpArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those for this gathering.' })
  gatheringId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those of this company; your own when you speak for one. A branch may name any.' })
  companyId?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only those that moved up from a waiting list to a place on this day or later: whoever is to be told.',
  })
  movedUpSince?: LocalDate | null;
}

@Resolver(() => SignUpType)
export class SignUpResolver {
  @Query(() => SignUpConnectionType, {
    nullable: true,
    description:
      'Whom your own company sends where; for branches, who comes to a gathering, in the order in which they signed up. For members and branches.',
  })
  async signUps(@Args(() => SignUpArgs) args: SignUpArgs, @Ctx() context: MembershipContext): Promise<Connection<SignUpType>> {
    const { viewer, gatherings } = context;
    requireInsider(viewer);
    const seesAll = args.companyId == null && viewer.companyId === undefined && viewer.can('branch:manage');
    const companyId = seesAll ? null : await companyAskedAbout(args.companyId, context);
    const gatheringId = args.gatheringId == null ? null : parseId('gathering', args.gatheringId);
    if (gatheringId && !(await gatherings.gatheringById.load(gatheringId))) throw new NotFound(say('NO_SUCH_GATHERING', viewer));
    const page = gatherings.queries.firstSignUps.page(args);
    return page.slice(
      await gatherings.queries.signUpPage({ companyId, gatheringId, movedUpSince: args.movedUpSince ?? null }, page),
      showSignUp,
    );
  }

  @FieldResolver(() => GatheringType, { nullable: true, description: 'The mission or meeting.' })
  async gathering(@Root() { view }: SignUpType, @Ctx() context: MembershipContext): Promise<GatheringType | null> {
    const gathering = await context.gatherings.gatheringById.load(view.gatheringId);
    return gathering ? (await showing(context))(gathering) : null;
  }

  @FieldResolver(() => CompanyType, { nullable: true, description: 'The company that sends somebody.' })
  async company(@Root() { view }: SignUpType, @Ctx() { loaders }: MembershipContext): Promise<CompanyType | null> {
    const company = await loaders.companyById.load(view.companyId);
    return company ? showCompany(company) : null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who comes; null once the person was erased.' })
  async person(@Root() { view }: SignUpType, @Ctx() context: MembershipContext): Promise<PersonType | null> {
    const person = await context.loaders.personById.load(view.personId);
    return person && (await mayName(person, context)) ? showPerson(person) : null;
  }
}
