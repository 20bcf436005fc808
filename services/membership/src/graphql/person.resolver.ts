import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { mayBeNamedTo, mayBeReachedBy } from '../domain/person.ts';
import { askerAbout, maySeeConsents, maySeePeople } from '../use-cases/reading-rights.ts';
import { dayAskedAbout } from '../use-cases/search-directory.ts';
import type { PersonView } from '../use-cases/views.ts';
import { asOfDescription } from './as-of.ts';
import type { MembershipContext } from './context.ts';
import { BranchType, showBranch } from './types/branch.type.ts';
import { ConsentType, MandateType, PersonType, showPerson } from './types/person.type.ts';

const reach = 'For their company, for whoever works with contacts, and for others as far as the person agreed; null otherwise.';

@Resolver(() => PersonType)
export class PersonResolver {
  @FieldResolver(() => String, { nullable: true, description: `E-mail address. ${reach}` })
  async email(@Root() { view }: PersonType, @Ctx() context: MembershipContext): Promise<string | null> {
    return (await isReachable(view, context)) ? view.email : null;
  }

  @FieldResolver(() => String, { nullable: true, description: `Phone number by E.164. ${reach}` })
  async phone(@Root() { view }: PersonType, @Ctx() context: MembershipContext): Promise<string | null> {
    return (await isReachable(view, context)) ? view.phone : null;
  }

  @FieldResolver(() => [ConsentType], {
    nullable: true,
    description:
      'What they agreed to and withdrew, the oldest first. For their company, for branches and for privacy:manage; null otherwise.',
  })
  async consents(@Root() { view }: PersonType, @Ctx() { viewer, loaders }: MembershipContext): Promise<readonly ConsentType[] | null> {
    return maySeeConsents(viewer, view.companyId) ? loaders.consentsByPerson.load(view.id) : null;
  }

  @FieldResolver(() => [MandateType], { nullable: true, description: 'The offices they hold, held and will hold, by their first day.' })
  async mandates(@Root() { view }: PersonType, @Ctx() { loaders, viewer }: MembershipContext): Promise<MandateType[]> {
    const mandates = await loaders.mandatesByPerson.load(view.id);
    return Promise.all(
      mandates.map(async ({ branchId, office, beganOn, endedOn }) => {
        const branch = await loaders.branchById(branchId);
        return { branch: branch ? showBranch(branch, viewer.language) : null, office, beganOn, endedOn };
      }),
    );
  }
}

@Resolver(() => BranchType)
export class BranchPresidentResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who presides over it on a day; null when nobody does, or to hubs without a basis for names.',
  })
  async president(
    @Root() { view }: BranchType,
    @Arg('asOf', () => LocalDateScalar, asOfDescription) asOf: LocalDate | null | undefined,
    @Ctx() context: MembershipContext,
  ): Promise<PersonType | null> {
    const { viewer, loaders, today } = context;
    const day = dayAskedAbout(asOf, today, viewer);
    const held = (await loaders.presidentsByBranch.load(view.id)).find(
      ({ beganOn, endedOn }) => beganOn <= day && (endedOn === null || endedOn >= day),
    );
    const person = held && (await loaders.personById.load(held.personId));
    return person && (await mayName(person, context)) ? showPerson(person) : null;
  }
}

/** Whether a person may be told of to whoever asks. */
export async function mayName(person: PersonView, { viewer, loaders }: MembershipContext): Promise<boolean> {
  return maySeePeople(viewer) && mayBeNamedTo(askerAbout(viewer, person.companyId, await loaders.branches()));
}

async function isReachable(person: PersonView, { viewer, loaders }: MembershipContext): Promise<boolean> {
  const asker = askerAbout(viewer, person.companyId, await loaders.branches());
  return maySeePeople(viewer) && mayBeReachedBy(asker, await loaders.consentsByPerson.load(person.id));
}
