import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MembershipContext } from '../context.ts';
import { showProject } from './inbound.type.ts';
import {
  AssignInboundProjectInput,
  assigning,
  DecideInboundProjectInput,
  InboundProjectChangedType,
  InstallInboundProjectInput,
  installing,
  OpenInboundProjectInput,
  opening,
  QualifyInboundProjectInput,
  qualifying,
  RecordInboundVisitInput,
  settling,
  visiting,
} from './inbound-changes.type.ts';

const input = { description: 'The change, and the project it is about.' } as const;
const byKeeper = 'Needs members:write and branch:manage; once a branch looks after it, its lead and the network alone.';

@Resolver(() => InboundProjectChangedType)
export class InboundChangesResolver {
  @Mutation(() => opening.union, {
    description: 'Somebody asks for a site. For branches with members:write and branch:manage, and for the apps of hubs abroad.',
  })
  async openInboundProject(
    @Arg('input', () => OpenInboundProjectInput, input) request: OpenInboundProjectInput,
    @Ctx() context: MembershipContext,
  ) {
    const { activitySection = null, budget = null, wantedOn = null } = request;
    const site = { ...request, activitySection, wantedOn, budget: budget && { amount: budget.amount, currency: budget.currency } };
    return opening.answer(await context.inbound.life.open(site), context.viewer.language, shown(context));
  }

  @Mutation(() => qualifying.union, { description: `The network finds that the project is real and can be served. ${byKeeper}` })
  async qualifyInboundProject(
    @Arg('input', () => QualifyInboundProjectInput, input) request: QualifyInboundProjectInput,
    @Ctx() context: MembershipContext,
  ) {
    return qualifying.answer(await context.inbound.life.qualify({ ...request }), context.viewer.language, shown(context));
  }

  @Mutation(() => assigning.union, { description: `One branch takes it over; a lead takes it for their own. ${byKeeper}` })
  async assignInboundProject(
    @Arg('input', () => AssignInboundProjectInput, input) request: AssignInboundProjectInput,
    @Ctx() context: MembershipContext,
  ) {
    return assigning.answer(await context.inbound.life.assign({ ...request }), context.viewer.language, shown(context));
  }

  @Mutation(() => visiting.union, { description: `The decision maker came and saw sites. ${byKeeper}` })
  async recordInboundVisit(
    @Arg('input', () => RecordInboundVisitInput, input) request: RecordInboundVisitInput,
    @Ctx() context: MembershipContext,
  ) {
    return visiting.answer(await context.inbound.life.recordVisit({ ...request }), context.viewer.language, shown(context));
  }

  @Mutation(() => settling.union, { description: `The decision maker comes, does not come, or is not heard of any more. ${byKeeper}` })
  async decideInboundProject(
    @Arg('input', () => DecideInboundProjectInput, input) request: DecideInboundProjectInput,
    @Ctx() context: MembershipContext,
  ) {
    const result = await context.inbound.life.decide({ ...request, reason: request.reason ?? null });
    return settling.answer(result, context.viewer.language, shown(context));
  }

  @Mutation(() => installing.union, { description: `The site is there, with its number in the register and its jobs. ${byKeeper}` })
  async installInboundProject(
    @Arg('input', () => InstallInboundProjectInput, input) request: InstallInboundProjectInput,
    @Ctx() context: MembershipContext,
  ) {
    return installing.answer(await context.inbound.life.install({ ...request }), context.viewer.language, shown(context));
  }
}

function shown({ inbound, today }: MembershipContext) {
  return async (id: string) => {
    const view = await inbound.projectById.load(id);
    if (!view) throw new Error('The project of a change is gone');
    return Object.assign(new InboundProjectChangedType(), { project: showProject(view, today) });
  };
}
