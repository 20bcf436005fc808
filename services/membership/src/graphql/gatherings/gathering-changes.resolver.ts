import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MembershipContext } from '../context.ts';
import { showing } from './gathering.resolver.ts';
import { showSignUp } from './gathering.type.ts';
import {
  attending,
  CancelGatheringInput,
  ChangeGatheringPlacesInput,
  cancelling,
  GatheringChangedType,
  OpenGatheringSignUpInput,
  opening,
  PlanGatheringInput,
  planning,
  RecordGatheringAttendanceInput,
  resizing,
  SignUpChangedType,
  SignUpForGatheringInput,
  signingUp,
  WithdrawSignUpInput,
  withdrawing,
} from './gathering-changes.type.ts';

const input = { description: 'The change, and what it is about.' } as const;
const byHost = 'Needs members:write and branch:manage; a branch lead prepares what their own branch invites to.';
const byCompany = 'For the company itself, or its branch.';

@Resolver()
export class GatheringChangesResolver {
  @Mutation(() => planning.union, { description: `A branch plans a mission or a meeting. ${byHost}` })
  async planGathering(@Arg('input', () => PlanGatheringInput, input) request: PlanGatheringInput, @Ctx() context: MembershipContext) {
    const { policyTag = null } = request;
    const result = await context.gatherings.life.plan({ ...request, policyTag });
    return planning.answer(result, context.viewer.language, gatheringShown(context));
  }

  @Mutation(() => opening.union, { description: `Companies may sign up from now on. ${byHost}` })
  async openGatheringSignUp(
    @Arg('input', () => OpenGatheringSignUpInput, input) request: OpenGatheringSignUpInput,
    @Ctx() context: MembershipContext,
  ) {
    const result = await context.gatherings.life.openSignUp({ ...request });
    return opening.answer(result, context.viewer.language, gatheringShown(context));
  }

  @Mutation(() => resizing.union, {
    description: `There is room for more people, or for fewer. Who waits longest gets what becomes free, and nobody loses a place. ${byHost}`,
  })
  async changeGatheringPlaces(
    @Arg('input', () => ChangeGatheringPlacesInput, input) request: ChangeGatheringPlacesInput,
    @Ctx() context: MembershipContext,
  ) {
    const result = await context.gatherings.life.changePlaces({ ...request });
    return resizing.answer(result, context.viewer.language, gatheringShown(context));
  }

  @Mutation(() => cancelling.union, { description: `A mission or a meeting does not take place. ${byHost}` })
  async cancelGathering(@Arg('input', () => CancelGatheringInput, input) request: CancelGatheringInput, @Ctx() context: MembershipContext) {
    const result = await context.gatherings.life.cancel({ ...request });
    return cancelling.answer(result, context.viewer.language, gatheringShown(context));
  }

  @Mutation(() => attending.union, {
    description: `It is written down who came, from the first day on; written down again, it corrects what was written before. ${byHost}`,
  })
  async recordGatheringAttendance(
    @Arg('input', () => RecordGatheringAttendanceInput, input) request: RecordGatheringAttendanceInput,
    @Ctx() context: MembershipContext,
  ) {
    const result = await context.gatherings.life.recordAttendance({ ...request });
    return attending.answer(result, context.viewer.language, gatheringShown(context));
  }

  @Mutation(() => signingUp.union, {
    description: `A company sends one of its people. When no place is free any more it waits, behind those who came before. ${byCompany}`,
  })
  async signUpForGathering(
    @Arg('input', () => SignUpForGatheringInput, input) request: SignUpForGatheringInput,
    @Ctx() context: MembershipContext,
  ) {
    const { companyId = null } = request;
    const result = await context.gatherings.life.signUp({ ...request, companyId });
    return signingUp.answer(result, context.viewer.language, signUpShown(context));
  }

  @Mutation(() => withdrawing.union, {
    description: `A company does not come after all; its place goes to whoever waits longest. ${byCompany}`,
  })
  async withdrawSignUp(@Arg('input', () => WithdrawSignUpInput, input) request: WithdrawSignUpInput, @Ctx() context: MembershipContext) {
    const result = await context.gatherings.life.withdraw({ ...request });
    return withdrawing.answer(result, context.viewer.language, signUpShown(context));
  }
}

function gatheringShown(context: MembershipContext) {
  return async (id: string) => {
    const view = await context.gatherings.gatheringById.load(id);
    if (!view) throw new Error('The gathering of a change is gone');
    return Object.assign(new GatheringChangedType(), { gathering: (await showing(context))(view) });
  };
}

function signUpShown({ gatherings }: MembershipContext) {
  return async (id: string) => {
    const view = await gatherings.signUpById.load(id);
    if (!view) throw new Error('The sign-up of a change is gone');
    return Object.assign(new SignUpChangedType(), { signUp: showSignUp(view) });
  };
}
