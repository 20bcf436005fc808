import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { ConsentBasis, ConsentPurpose, Office } from '../../domain/person.ts';
import type { PersonView } from '../../use-cases/views.ts';
import { BranchType } from './branch.type.ts';
import { enumOf, PersonRoleEnum } from './enums.ts';

export const ConsentPurposeEnum = enumOf('ConsentPurpose', 'What data of a person may be used for.', {
  DIRECTORY: 'Other members may reach them.',
  TRANSFER_ABROAD: 'Hubs may reach them, where a hub has a basis for it.',
  NEWS: 'The network writes to them.',
} satisfies Record<ConsentPurpose, string>);

export const ConsentBasisEnum = enumOf('ConsentBasis', 'On what legal basis data of a person is used.', {
  CONSENT: 'The person agreed.',
  CONTRACT: 'Their company is a member, and it takes this.',
  LEGITIMATE_INTEREST: 'The network has an interest that theirs does not outweigh.',
} satisfies Record<ConsentBasis, string>);

export const OfficeEnum = enumOf('Office', 'An office of a branch.', {
  PRESIDENT: 'Presides over it: one person on any day.',
  TREASURER: 'Keeps its money.',
  SECRETARY: 'Keeps its papers.',
  BRANCH_LEAD: 'Leads its daily work.',
} satisfies Record<Office, string>);

@ObjectType('Person', { description: 'A person of a company.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class PersonType {
  @Field(() => ID, { description: 'The id of the person; it begins with "person_".' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'First name, then last name.' })
  name!: string;

  @Field(() => PersonRoleEnum, { nullable: true, description: 'What the person does in the company.' })
  role!: string;

  @Field(() => [String], { nullable: true, description: 'Languages the person speaks, by their ISO 639-1 codes.' })
  languages!: readonly string[];

  /** Not part of the graph: what its fields are resolved from. */
  view!: PersonView;
}

@ObjectType('Consent', { description: 'Something a person agreed to, or agrees to no longer.', simpleResolvers: true })
export class ConsentType {
  @Field(() => ConsentPurposeEnum, { description: 'What their data may be used for.' })
  purpose!: string;

  @Field(() => Boolean, { description: 'Whether it was given; false when it was withdrawn.' })
  given!: boolean;

  @Field(() => ConsentBasisEnum, { description: 'On what legal basis.' })
  basis!: string;

  @Field(() => LocalDateScalar, { description: 'The day it was given or withdrawn.' })
  happenedOn!: LocalDate;
}

@ObjectType('Mandate', { description: 'An office that a person holds or held.', simpleResolvers: true })
export class MandateType {
  @Field(() => BranchType, { nullable: true, description: 'The branch.' })
  branch!: BranchType | null;

  @Field(() => OfficeEnum, { description: 'The office.' })
  office!: string;

  @Field(() => LocalDateScalar, { description: 'Its first day.' })
  beganOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null while it has no end.' })
  endedOn!: LocalDate | null;
}

export function showPerson(view: PersonView): PersonType {
  return { id: encodeId('person', view.id), name: `${view.firstName} ${view.lastName}`, role: view.role, languages: view.languages, view };
}
