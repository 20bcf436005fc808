import { encodeId } from '@leader/subgraph-kit/values/ids';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { requireFigures } from '../../use-cases/reading-rights.ts';
import type { MembershipContext } from '../context.ts';
import { CompanyType } from '../types/company.type.ts';
import { shown } from './facts-changes.resolver.ts';
import {
  EndNetworkTieInput,
  JoinUndertakingInput,
  joining,
  LeaveUndertakingInput,
  leaving,
  NetworkTieType,
  RecordNetworkTieInput,
  RecordResponsibilityInput,
  ResponsibilityFactType,
  showing,
  showTie,
  tying,
  untying,
} from './ties.type.ts';

const input = { description: 'What is entered, and the company it is about.' } as const;
const byCompany = 'Open to the company itself, and to its branch with members:write and branch:manage.';
const byBranch = 'Needs members:write and branch:manage; never for one’s own company.';
const forWhom = 'For the company itself and for those with figures:read.';

@Resolver(() => CompanyType)
export class CompanyTiesResolver {
  @FieldResolver(() => ID, {
    nullable: true,
    description: `The single undertaking it is part of, the same for all its companies; null when it stands alone. ${forWhom}`,
  })
  async undertakingId(@Root() { view }: CompanyType, @Ctx() { facts, viewer }: MembershipContext): Promise<string | null> {
    requireFigures(viewer, view.id);
    const groupId = await facts.groupByCompany.load(view.id);
    return groupId === null ? null : encodeId('undertaking', groupId);
  }

  @FieldResolver(() => [NetworkTieType], { nullable: true, description: 'The other networks and clusters it belongs or belonged to.' })
  async networkTies(@Root() { view }: CompanyType, @Ctx() { facts }: MembershipContext): Promise<NetworkTieType[]> {
    return (await facts.tiesByCompany.load(view.id)).map(showTie);
  }

  @FieldResolver(() => [ResponsibilityFactType], {
    nullable: true,
    description: `What shows what it does for people and the environment, the latest first. ${forWhom}`,
  })
  responsibility(@Root() { view }: CompanyType, @Ctx() { facts, viewer }: MembershipContext): Promise<ResponsibilityFactType[]> {
    requireFigures(viewer, view.id);
    return facts.responsibilityByCompany.load(view.id);
  }

  @Mutation(() => joining.union, { description: `Two companies are a single undertaking. ${byBranch}` })
  async joinUndertaking(@Arg('input', () => JoinUndertakingInput, input) request: JoinUndertakingInput, @Ctx() context: MembershipContext) {
    return joining.answer(await context.facts.ties.joinUndertaking({ ...request }), context.viewer.language, shown(context));
  }

  @Mutation(() => leaving.union, { description: `A company stands alone again. ${byBranch}` })
  async leaveUndertaking(
    @Arg('input', () => LeaveUndertakingInput, input) request: LeaveUndertakingInput,
    @Ctx() context: MembershipContext,
  ) {
    return leaving.answer(await context.facts.ties.leaveUndertaking({ ...request }), context.viewer.language, shown(context));
  }

  @Mutation(() => tying.union, { description: `The company belongs to another network or a cluster. ${byCompany}` })
  async recordNetworkTie(
    @Arg('input', () => RecordNetworkTieInput, input) { since = null, ...request }: RecordNetworkTieInput,
    @Ctx() context: MembershipContext,
  ) {
    return tying.answer(await context.facts.ties.recordNetworkTie({ ...request, since }), context.viewer.language, shown(context));
  }

  @Mutation(() => untying.union, { description: `The company does not belong there any more. ${byCompany}` })
  async endNetworkTie(
    @Arg('input', () => EndNetworkTieInput, input) { until = null, ...request }: EndNetworkTieInput,
    @Ctx() context: MembershipContext,
  ) {
    return untying.answer(await context.facts.ties.endNetworkTie({ ...request, until }), context.viewer.language, shown(context));
  }

  @Mutation(() => showing.union, { description: `The company shows what it does for people and the environment. ${byCompany}` })
  async recordResponsibility(
    @Arg('input', () => RecordResponsibilityInput, input) request: RecordResponsibilityInput,
    @Ctx() context: MembershipContext,
  ) {
    const { score = null, name = null, validUntil = null } = request;
    const result = await context.facts.ties.recordResponsibility({ ...request, score, name, validUntil });
    return showing.answer(result, context.viewer.language, shown(context));
  }
}
