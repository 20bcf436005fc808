import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type ActivityNomenclature, activitySectionOf } from '../domain/activity-section.ts';
import { isChecked } from '../domain/company/register.ts';
import { mayBeNamedTo } from '../domain/person.ts';
import { askerAbout, maySeePeople } from '../use-cases/reading-rights.ts';
import type { MembershipContext } from './context.ts';
import { CompanyType } from './types/company.type.ts';
import { ActivityType, RegistrationType } from './types/company-parts.type.ts';
import { PersonType, showPerson } from './types/person.type.ts';

@Resolver(() => CompanyType)
export class CompanyRegisterResolver {
  @FieldResolver(() => [RegistrationType], { nullable: true, description: 'The numbers registers gave to it.' })
  async registrations(@Root() { view }: CompanyType, @Ctx() { loaders }: MembershipContext): Promise<RegistrationType[]> {
    const registrations = await loaders.registrationsByCompany.load(view.id);
    return registrations.map(({ scheme: register, ...rest }) => ({ ...rest, register, scheme: isChecked(register) ? register : 'OTHER' }));
  }

  @FieldResolver(() => [ActivityType], { nullable: true, description: 'What it mainly does, once in each nomenclature it has a code of.' })
  async activities(@Root() { view }: CompanyType, @Ctx() { loaders, viewer }: MembershipContext): Promise<ActivityType[]> {
    const activities = await loaders.activitiesByCompany.load(view.id);
    return activities.map(({ nomenclature, code, labelFr, labelEn }) => ({
      nomenclature,
      code,
      label: viewer.language === 'fr' ? labelFr : labelEn,
      section: activitySectionOf(nomenclature as ActivityNomenclature, code),
    }));
  }

  @FieldResolver(() => [PersonType], {
    nullable: true,
    description: 'Its people. Empty for hubs abroad without a legal basis for names, and for reports.',
  })
  async people(@Root() { view }: CompanyType, @Ctx() { loaders, viewer }: MembershipContext): Promise<PersonType[]> {
    if (!maySeePeople(viewer)) return [];
    if (!mayBeNamedTo(askerAbout(viewer, view.id, await loaders.branches()))) return [];
    const people = await loaders.peopleByCompany.load(view.id);
    return people.map(showPerson);
  }
}
