import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MembershipContext } from '../context.ts';
import { showCompany } from '../types/company.type.ts';
import {
  AddRegistrationInput,
  adding,
  CloseSiteInput,
  CompanyFactsChangedType,
  closingSite,
  OpenSiteInput,
  openingSite,
  RecordActivityInput,
  recordingActivity,
  VerifyRegistrationInput,
  verifying,
} from './facts-changes.type.ts';

const input = { description: 'What is entered, and the company it is about.' } as const;
const byCompany = 'Open to the company itself, and to its branch with members:write and branch:manage.';

@Resolver(() => CompanyFactsChangedType)
export class FactsChangesResolver {
  @Mutation(() => adding.union, { description: `A register gave the company a number. It counts as not verified. ${byCompany}` })
  async addRegistration(@Arg('input', () => AddRegistrationInput, input) request: AddRegistrationInput, @Ctx() context: MembershipContext) {
    return adding.answer(await context.facts.life.addRegistration({ ...request }), context.viewer.language, shown(context));
  }

  @Mutation(() => verifying.union, {
    description: 'Somebody found the company in the register. Needs members:write and branch:manage; never for one’s own company.',
  })
  async verifyRegistration(
    @Arg('input', () => VerifyRegistrationInput, input) request: VerifyRegistrationInput,
    @Ctx() context: MembershipContext,
  ) {
    return verifying.answer(await context.facts.life.verifyRegistration({ ...request }), context.viewer.language, shown(context));
  }

  @Mutation(() => openingSite.union, {
    description: `The company works in another place, or moves its seat there from today on. ${byCompany}`,
  })
  async openSite(@Arg('input', () => OpenSiteInput, input) request: OpenSiteInput, @Ctx() context: MembershipContext) {
    const { town = null, department = null, siret = null, openedOn = null } = request;
    const result = await context.facts.life.openSite({ ...request, town, department, siret, openedOn });
    return openingSite.answer(result, context.viewer.language, shown(context));
  }

  @Mutation(() => closingSite.union, { description: `The company gave up a site. ${byCompany}` })
  async closeSite(@Arg('input', () => CloseSiteInput, input) request: CloseSiteInput, @Ctx() context: MembershipContext) {
    const result = await context.facts.life.closeSite({ ...request, closedOn: request.closedOn ?? null });
    return closingSite.answer(result, context.viewer.language, shown(context));
  }

  @Mutation(() => recordingActivity.union, { description: `What the company mainly does, from today on. ${byCompany}` })
  async recordActivity(@Arg('input', () => RecordActivityInput, input) request: RecordActivityInput, @Ctx() context: MembershipContext) {
    return recordingActivity.answer(await context.facts.life.recordActivity({ ...request }), context.viewer.language, shown(context));
  }
}

export function shown({ loaders }: MembershipContext) {
  return async (id: string) => {
    const view = await loaders.companyById.load(id);
    if (!view) throw new Error('The company of a change is gone');
    return Object.assign(new CompanyFactsChangedType(), { company: showCompany(view) });
  };
}
