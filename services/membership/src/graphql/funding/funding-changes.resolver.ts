import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MembershipContext } from '../context.ts';
import { showAgreement, showClaim, showCost } from './funding.type.ts';
import {
  AgreementOpenedType,
  AttachEvidenceInput,
  agreeing,
  ClaimChangedType,
  CostChangedType,
  DraftClaimInput,
  drafting,
  evidencing,
  OpenAgreementInput,
  RecordCostInput,
  recording,
  SettleClaimInput,
  SubmitClaimInput,
  settling,
  submitting,
} from './funding-changes.type.ts';

const input = { description: 'The change, and what it is about.' } as const;
const byBranches = 'Needs members:write and branch:manage.';
const byNetwork = 'For the office of the network, with members:write and branch:manage.';

@Resolver()
export class FundingChangesResolver {
  @Mutation(() => agreeing.union, { description: `A funder agreed to pay a part of some costs. ${byNetwork}` })
  async openAgreement(@Arg('input', () => OpenAgreementInput, input) request: OpenAgreementInput, @Ctx() context: MembershipContext) {
    const deliverables = request.deliverables.map(({ kind, promised }) => ({ kind, promised }));
    const result = await context.funding.life.openAgreement({ ...request, deliverables, ceiling: { ...request.ceiling } });
    return agreeing.answer(result, context.viewer.language, async (id) => {
      const agreement = showAgreement(known(await context.funding.agreementById.load(id)));
      return Object.assign(new AgreementOpenedType(), { agreement });
    });
  }

  @Mutation(() => recording.union, { description: `Something was paid for under an agreement. ${byBranches}` })
  async recordCost(@Arg('input', () => RecordCostInput, input) request: RecordCostInput, @Ctx() context: MembershipContext) {
    const result = await context.funding.life.recordCost({ ...request, amount: { ...request.amount } });
    return recording.answer(result, context.viewer.language, cost(context));
  }

  @Mutation(() => evidencing.union, { description: `A document shows a cost, so that it may be claimed. ${byBranches}` })
  async attachEvidence(@Arg('input', () => AttachEvidenceInput, input) request: AttachEvidenceInput, @Ctx() context: MembershipContext) {
    return evidencing.answer(await context.funding.life.attachEvidence({ ...request }), context.viewer.language, cost(context));
  }

  @Mutation(() => drafting.union, { description: `What a funder is to be asked for; it counts for nothing yet. ${byBranches}` })
  async draftClaim(@Arg('input', () => DraftClaimInput, input) request: DraftClaimInput, @Ctx() context: MembershipContext) {
    const result = await context.funding.life.draftClaim({ ...request, amount: { ...request.amount } });
    return drafting.answer(result, context.viewer.language, claim(context));
  }

  @Mutation(() => submitting.union, {
    description: `The claim goes to its funder and is frozen, with what was delivered by today. ${byBranches}`,
  })
  async submitClaim(@Arg('input', () => SubmitClaimInput, input) request: SubmitClaimInput, @Ctx() context: MembershipContext) {
    return submitting.answer(await context.funding.life.submitClaim({ ...request }), context.viewer.language, claim(context));
  }

  @Mutation(() => settling.union, { description: `The funder paid all of it, a part or nothing. ${byNetwork}` })
  async settleClaim(@Arg('input', () => SettleClaimInput, input) request: SettleClaimInput, @Ctx() context: MembershipContext) {
    const { granted = null, motive = null } = request;
    const result = await context.funding.life.settleClaim({ ...request, motive, granted: granted && { ...granted } });
    return settling.answer(result, context.viewer.language, claim(context));
  }
}

function cost({ funding }: MembershipContext) {
  return async (id: string) => Object.assign(new CostChangedType(), { cost: showCost(known(await funding.costById.load(id))) });
}

function claim({ funding }: MembershipContext) {
  return async (id: string) => Object.assign(new ClaimChangedType(), { claim: showClaim(known(await funding.claimById.load(id))) });
}

function known<View>(view: View | undefined): View {
  if (!view) throw new Error('What was changed is gone');
  return view;
}
