import { InvalidInput, NotFound } from '@leader/subgraph-kit/errors/errors';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { CountedConnection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { parseId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { MembershipStatus } from '../domain/membership-record.ts';
import { requireDirectoryReader } from '../use-cases/reading-rights.ts';
import { dayAskedAbout, readDepartment, readSearch } from '../use-cases/search-directory.ts';
import { say } from '../use-cases/sentences.ts';
import type { DirectoryFilter } from '../use-cases/views.ts';
import { asOfDescription } from './as-of.ts';
import { branchWithCode } from './branch.resolver.ts';
import type { MembershipContext } from './context.ts';
import { CompanyConnectionType, CompanyType, showCompany } from './types/company.type.ts';
import { MembershipStatusEnum } from './types/enums.ts';

@ArgsType()
class DirectoryArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of its name, town or activity, accents and small mistakes forgiven; or a piece of at least three signs of a registration number or an activity code.',
  })
  search?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the branch it belongs to that day, for example tarn; for prospects, of the branch in touch with it.',
  })
  branch?: string | null;

  @Field(() => String, { nullable: true, description: 'French department of its seat, two signs such as 09 or 81.' })
  department?: string | null;

  @Field(() => MembershipStatusEnum, {
    nullable: true,
    description: 'Where it stands in the network that day; companies of every status when left out.',
  })
  membershipStatus?: MembershipStatus | null;

  @Field(() => LocalDateScalar, asOfDescription)
  asOf?: LocalDate | null;
}

@Resolver(() => CompanyType)
export class CompanyResolver {
  @Query(() => CompanyType, { nullable: true, description: 'One company of the directory. For members of the network and its partners.' })
  async company(
    @Arg('id', () => ID, { nullable: true, description: 'The id of the company; your own company when left out.' }) id:
      | string
      | null
      | undefined,
    @Ctx() context: MembershipContext,
  ): Promise<CompanyType> {
    const { viewer, loaders } = context;
    requireDirectoryReader(viewer);
    const wanted = id ?? viewer.companyId;
    if (wanted === undefined) throw new InvalidInput(say('SAY_WHICH_COMPANY', viewer));
    const company = await loaders.companyById.load(parseId('company', wanted));
    if (!company) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
    return showCompany(company);
  }

  @Query(() => CompanyConnectionType, {
    nullable: true,
    description: 'The directory: every company the network knows, in the order of names. For members of the network and its partners.',
  })
  async companies(
    @Args(() => DirectoryArgs) args: DirectoryArgs,
    @Ctx() context: MembershipContext,
  ): Promise<CountedConnection<CompanyType>> {
    requireDirectoryReader(context.viewer);
    const { queries } = context;
    const page = queries.byName.page(args);
    const filter = await readFilter(args, context);
    const { edges, pageInfo } = page.slice(await queries.directoryPage(filter, page), showCompany);
    return { edges, pageInfo, count: () => queries.countDirectory(filter) } as never;
  }
}

async function readFilter(args: DirectoryArgs, context: MembershipContext): Promise<DirectoryFilter> {
  const { viewer, today } = context;
  const branch = args.branch == null ? null : await branchWithCode(args.branch, context);
  return {
    day: dayAskedAbout(args.asOf, today, viewer),
    search: readSearch(args.search, viewer),
    branchId: branch?.id,
    department: readDepartment(args.department, viewer),
    status: args.membershipStatus ?? null,
  };
}
