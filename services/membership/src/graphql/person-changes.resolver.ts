import { encodeId } from '@leader/subgraph-kit/values/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { MembershipContext } from './context.ts';
import { showPerson } from './types/person.type.ts';
import {
  AppointOfficerInput,
  appointing,
  consenting,
  ErasePersonInput,
  GiveConsentInput,
  PersonChangedType,
  PersonErasedType,
  RegisterPersonInput,
  registering,
  WithdrawConsentInput,
  withdrawing,
} from './types/person-changes.type.ts';

const input = { description: 'The person, and what is to change.' } as const;
const byWhom = 'Open to their company, and to its branch with members:write and branch:manage.';

@Resolver(() => PersonChangedType)
export class PersonChangesResolver {
  @Mutation(() => registering.union, { description: `A person of a company is entered. ${byWhom}` })
  async registerPerson(
    @Arg('input', () => RegisterPersonInput, input) { email = null, phone = null, ...request }: RegisterPersonInput,
    @Ctx() context: MembershipContext,
  ) {
    return registering.answer(await context.people.register({ ...request, email, phone }), context.viewer.language, show(context));
  }

  @Mutation(() => consenting.union, { description: `A person agrees to a purpose. ${byWhom}` })
  async giveConsent(@Arg('input', () => GiveConsentInput, input) request: GiveConsentInput, @Ctx() context: MembershipContext) {
    return consenting.answer(await context.people.giveConsent({ ...request }), context.viewer.language, show(context));
  }

  @Mutation(() => withdrawing.union, { description: `A person agrees to a purpose no longer. ${byWhom} And to privacy:manage.` })
  async withdrawConsent(@Arg('input', () => WithdrawConsentInput, input) request: WithdrawConsentInput, @Ctx() context: MembershipContext) {
    return withdrawing.answer(await context.people.withdrawConsent({ ...request }), context.viewer.language, show(context));
  }

  @Mutation(() => appointing.union, {
    description: 'A person takes an office of a branch. Needs members:write and branch:manage, for a branch lead of that branch.',
  })
  async appointOfficer(
    @Arg('input', () => AppointOfficerInput, input) { endedOn = null, ...request }: AppointOfficerInput,
    @Ctx() context: MembershipContext,
  ) {
    return appointing.answer(await context.people.appoint({ ...request, endedOn }), context.viewer.language, show(context));
  }

  @Mutation(() => PersonErasedType, {
    description: 'The network forgets a person: names, addresses, and what lists that wait say of them. Needs privacy:manage.',
  })
  async erasePerson(
    @Arg('input', () => ErasePersonInput, input) request: ErasePersonInput,
    @Ctx() { people }: MembershipContext,
  ): Promise<PersonErasedType> {
    const erased = await people.erase({ ...request });
    if (!('changed' in erased)) throw new Error('An erasure is never refused');
    return { personId: encodeId('person', erased.changed) };
  }
}

function show({ loaders }: MembershipContext) {
  return async (id: string): Promise<PersonChangedType> => {
    const view = await loaders.personById.load(id);
    if (!view) throw new Error('The person of a change is gone');
    return Object.assign(new PersonChangedType(), { person: showPerson(view) });
  };
}
