import { InvalidInput, NotFound } from '@leader/subgraph-kit/errors/errors';
import type { Connection } from '@leader/subgraph-kit/pagination/connection.type';
import { PageArgs } from '@leader/subgraph-kit/pagination/page-args';
import { parseId } from '@leader/subgraph-kit/values/ids';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { AgreementView } from '../../use-cases/funding/funding-views.ts';
import { requireFiguresReader } from '../../use-cases/reading-rights.ts';
import { say } from '../../use-cases/sentences.ts';
import type { MembershipContext } from '../context.ts';
import {
  DeliverableType,
  FundingAgreementConnectionType,
  FundingAgreementType,
  FundingClaimConnectionType,
  type FundingClaimType,
  FundingCostConnectionType,
  type FundingCostType,
  showAgreement,
  showClaim,
  showCost,
} from './funding.type.ts';

const forReaders = 'For branches with branch:manage, and for reports with reports:read.';

@ArgsType()
class AgreementArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Only those that pay for costs of some day of this calendar year, for example 2026.' })
  year?: number | null;
}

@ArgsType()
class OfAgreementArgs extends PageArgs {
  @Field(() => ID, { description: 'The id of the agreement.' })
  agreementId!: string;
}

@Resolver(() => FundingAgreementType)
export class FundingAgreementResolver {
  @Query(() => FundingAgreementType, { nullable: true, description: `One agreement with a funder. ${forReaders}` })
  async fundingAgreement(
    @Arg('id', () => ID, { description: 'The id of the agreement.' }) id: string,
    @Ctx() context: MembershipContext,
  ): Promise<FundingAgreementType> {
    return showAgreement(await agreementFor(id, context));
  }

  @Query(() => FundingAgreementConnectionType, { nullable: true, description: `Agreements with funders, the latest first. ${forReaders}` })
  async fundingAgreements(
    @Args(() => AgreementArgs) args: AgreementArgs,
    @Ctx() { viewer, funding }: MembershipContext,
  ): Promise<Connection<FundingAgreementType>> {
    requireFiguresReader(viewer);
    const { year = null } = args;
    if (year !== null && (year < 2009 || year > 2999)) throw new InvalidInput(say('NOT_A_CALENDAR_YEAR', viewer));
    const page = funding.queries.latestAgreements.page(args);
    return page.slice(await funding.queries.agreementPage(year, page), showAgreement);
  }

  @Query(() => FundingCostConnectionType, { nullable: true, description: `The costs under an agreement, the oldest first. ${forReaders}` })
  async fundingCosts(
    @Args(() => OfAgreementArgs) args: OfAgreementArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<FundingCostType>> {
    const { queries } = context.funding;
    const page = queries.oldestCosts.page(args);
    const { id } = await agreementFor(args.agreementId, context);
    return page.slice(await queries.costPage(id, page), showCost);
  }

  @Query(() => FundingClaimConnectionType, {
    nullable: true,
    description: `The claims under an agreement, the oldest first. ${forReaders}`,
  })
  async fundingClaims(
    @Args(() => OfAgreementArgs) args: OfAgreementArgs,
    @Ctx() context: MembershipContext,
  ): Promise<Connection<FundingClaimType>> {
    const { queries } = context.funding;
    const page = queries.oldestClaims.page(args);
    const { id } = await agreementFor(args.agreementId, context);
    return page.slice(await queries.claimPage(id, page), showClaim);
  }

  @FieldResolver(() => [DeliverableType], { description: 'What was promised, and what of it there is today.' })
  async deliverables(@Root() { view }: FundingAgreementType, @Ctx() { funding }: MembershipContext): Promise<DeliverableType[]> {
    const counted = await funding.deliveredByAgreement.load(view.id);
    return view.deliverables.map((one) => ({ ...one, delivered: counted?.counts[one.kind] ?? 0 }));
  }
}

async function agreementFor(id: string, { viewer, funding }: MembershipContext): Promise<AgreementView> {
  requireFiguresReader(viewer);
  const view = await funding.agreementById.load(parseId('agreement', id));
  if (!view) throw new NotFound(say('NO_SUCH_AGREEMENT', viewer));
  return view;
}
