import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import {
  appointmentRefusals,
  type ConsentBasis,
  type ConsentPurpose,
  givingRefusals,
  type Office,
  registrationRefusals,
  withdrawalRefusals,
} from '../../domain/person.ts';
import { personTexts } from '../person.texts.ts';
import { ChangeInput, changeResult } from './change-results.type.ts';
import { PersonRoleEnum } from './enums.ts';
import { ConsentBasisEnum, ConsentPurposeEnum, OfficeEnum, PersonType } from './person.type.ts';

@InputType()
abstract class PersonInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the person; it begins with "person_".' })
  personId!: string;
}

@InputType('RegisterPersonInput', { description: 'A person of a company that the network is to know.' })
export class RegisterPersonInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  companyId!: string;

  @Field(() => String, { description: 'First name, at most 80 letters.' })
  firstName!: string;

  @Field(() => String, { description: 'Last name, at most 80 letters.' })
  lastName!: string;

  @Field(() => PersonRoleEnum, { description: 'What the person does in the company.' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'E-mail address. Capital letters count as small ones.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number with its country, for example +33 5 00 00 00 00.' })
  phone?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Languages the person speaks, by their ISO 639-1 codes.' })
  languages!: string[];
}

@InputType('GiveConsentInput', { description: 'A purpose that a person agrees to.' })
export class GiveConsentInput extends PersonInput {
  @Field(() => ConsentPurposeEnum, { description: 'What their data may be used for.' })
  purpose!: ConsentPurpose;

  @Field(() => ConsentBasisEnum, { defaultValue: 'CONSENT', description: 'On what legal basis; consent when left out.' })
  basis!: ConsentBasis;
}

@InputType('WithdrawConsentInput', { description: 'A purpose that a person agrees to no longer.' })
export class WithdrawConsentInput extends PersonInput {
  @Field(() => ConsentPurposeEnum, { description: 'What their data may be used for no longer.' })
  purpose!: ConsentPurpose;
}

@InputType('AppointOfficerInput', { description: 'A person that takes an office of a branch.' })
export class AppointOfficerInput extends PersonInput {
  @Field(() => String, { description: 'Code of the branch, for example tarn.' })
  branch!: string;

  @Field(() => OfficeEnum, { description: 'The office.' })
  office!: Office;

  @Field(() => LocalDateScalar, { description: 'Its first day.' })
  beganOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; nothing while it has no end.' })
  endedOn?: LocalDate | null;
}

@InputType('ErasePersonInput', { description: 'A person the network is to forget. It cannot be taken back.' })
export class ErasePersonInput extends PersonInput {}

@ObjectType('PersonChanged', { description: 'The change was made.', simpleResolvers: true })
export class PersonChangedType {
  @Field(() => PersonType, { description: 'The person as known now.' })
  person!: PersonType;
}

@ObjectType('PersonErased', {
  description: 'Nothing of the person is left but the id, so that counts stay what they were.',
  simpleResolvers: true,
})
export class PersonErasedType {
  @Field(() => ID, { description: 'The id the person had.' })
  personId!: string;
}

export const registering = changeResult('registerPerson', 'PersonRefused', registrationRefusals, personTexts, PersonChangedType);
export const consenting = changeResult('giveConsent', 'ConsentRefused', givingRefusals, personTexts, PersonChangedType);
export const withdrawing = changeResult('withdrawConsent', 'WithdrawalRefused', withdrawalRefusals, personTexts, PersonChangedType);
export const appointing = changeResult('appointOfficer', 'AppointmentRefused', appointmentRefusals, personTexts, PersonChangedType);
