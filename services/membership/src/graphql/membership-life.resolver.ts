import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { LifeResult } from '../use-cases/membership-life.ts';
import type { MembershipContext } from './context.ts';
import { showCompany } from './types/company.type.ts';
import {
  ActivateMembershipInput,
  ApplyForMembershipInput,
  DecideApplicationInput,
  ExcludeMemberInput,
  ReinstateMembershipInput,
  RenewMembershipInput,
  ResignMembershipInput,
  SuspendMembershipInput,
  TransferBranchInput,
  WithdrawApplicationInput,
} from './types/life-inputs.type.ts';
import {
  activating,
  applying,
  deciding,
  excluding,
  MembershipChangedType,
  reinstating,
  renewing,
  resigning,
  suspending,
  transferring,
  withdrawing,
} from './types/life-results.type.ts';

const input = { description: 'The change, and the company it is about.' } as const;
const byBureau = 'Needs members:write and branch:manage; a branch lead decides for their own branch, nobody for their own company.';
const byCompany = 'Open to the company itself, and to its branch with members:write and branch:manage.';

@Resolver(() => MembershipChangedType)
export class MembershipLifeResolver {
  @Mutation(() => applying.result, { description: `A company asks to join a branch. ${byCompany}` })
  async applyForMembership(
    @Arg('input', () => ApplyForMembershipInput, input) request: ApplyForMembershipInput,
    @Ctx() context: MembershipContext,
  ) {
    return show(await context.membershipLife.apply({ ...request }), applying.refusal, context);
  }

  @Mutation(() => deciding.result, { description: `The bureau approves or rejects an application, once. ${byBureau}` })
  async decideApplication(
    @Arg('input', () => DecideApplicationInput, input) { ground = null, explanation = null, ...request }: DecideApplicationInput,
    @Ctx() context: MembershipContext,
  ) {
    return show(await context.membershipLife.decide({ ...request, ground, explanation }), deciding.refusal, context);
  }

  @Mutation(() => withdrawing.result, {
    description: 'A company takes its application back before the bureau decides, and says why. Open to the company itself alone.',
  })
  async withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput, input) request: WithdrawApplicationInput,
    @Ctx() context: MembershipContext,
  ) {
    return show(await context.membershipLife.withdraw({ ...request }), withdrawing.refusal, context);
  }

  @Mutation(() => activating.result, { description: `An approved company becomes a member today, its dues being settled. ${byBureau}` })
  async activateMembership(
    @Arg('input', () => ActivateMembershipInput, input) request: ActivateMembershipInput,
    @Ctx() context: MembershipContext,
  ) {
    return show(await context.membershipLife.activate({ ...request }), activating.refusal, context);
  }

  @Mutation(() => suspending.result, { description: `The bureau lets the rights of a member rest, from today on. ${byBureau}` })
  async suspendMembership(
    @Arg('input', () => SuspendMembershipInput, input) request: SuspendMembershipInput,
    @Ctx() context: MembershipContext,
  ) {
    return show(await context.membershipLife.suspend({ ...request }), suspending.refusal, context);
  }

  @Mutation(() => reinstating.result, { description: `The bureau gives a suspended member its rights back, from today on. ${byBureau}` })
  async reinstateMembership(
    @Arg('input', () => ReinstateMembershipInput, input) request: ReinstateMembershipInput,
    @Ctx() context: MembershipContext,
  ) {
    return show(await context.membershipLife.reinstate({ ...request }), reinstating.refusal, context);
  }

  @Mutation(() => resigning.result, { description: `A member leaves. ${byCompany}` })
  async resignMembership(
    @Arg('input', () => ResignMembershipInput, input) { lastDay = null, ...request }: ResignMembershipInput,
    @Ctx() context: MembershipContext,
  ) {
    return show(await context.membershipLife.resign({ ...request, lastDay }), resigning.refusal, context);
  }

  @Mutation(() => excluding.result, { description: `The bureau excludes a member that it has heard. Today is its last day. ${byBureau}` })
  async excludeMember(
    @Arg('input', () => ExcludeMemberInput, input) { heardOn = null, ...request }: ExcludeMemberInput,
    @Ctx() context: MembershipContext,
  ) {
    return show(await context.membershipLife.exclude({ ...request, heardOn }), excluding.refusal, context);
  }

  @Mutation(() => renewing.result, { description: `The membership goes on to the end of a year whose dues are settled. ${byBureau}` })
  async renewMembership(@Arg('input', () => RenewMembershipInput, input) request: RenewMembershipInput, @Ctx() context: MembershipContext) {
    return show(await context.membershipLife.renew({ ...request }), renewing.refusal, context);
  }

  @Mutation(() => transferring.result, {
    description: `A member moves to another branch today and keeps its years of membership. The branch it leaves enters it. ${byBureau}`,
  })
  async transferBranch(@Arg('input', () => TransferBranchInput, input) request: TransferBranchInput, @Ctx() context: MembershipContext) {
    return show(await context.membershipLife.transfer({ ...request }), transferring.refusal, context);
  }
}

async function show<Reason, Refusal>(
  result: LifeResult<Reason>,
  refusal: (reason: Reason, language: Language) => Refusal,
  { viewer, loaders }: MembershipContext,
): Promise<MembershipChangedType | Refusal> {
  if ('refused' in result) return refusal(result.refused, viewer.language);
  const { companyId, version, effectiveOn } = result.changed;
  const view = await loaders.companyById.load(companyId);
  if (!view) throw new Error('The company of a change is gone');
  return Object.assign(new MembershipChangedType(), { company: showCompany(view), version, effectiveOn });
}
