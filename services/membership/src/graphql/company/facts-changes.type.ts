import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { ActivityNomenclature } from '../../domain/activity-section.ts';
import { activityRefusals } from '../../domain/company/activity.ts';
import { numberRefusals, verificationRefusals } from '../../domain/company/registration.ts';
import { siteClosingRefusals, siteOpeningRefusals } from '../../domain/company/site.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { CompanyType } from '../types/company.type.ts';
import { ActivityNomenclatureEnum } from '../types/enums.ts';
import { factsTexts } from './facts.texts.ts';

@InputType()
export abstract class FactsInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  companyId!: string;

  @Field(() => Int, { description: 'The factsVersion of the company that was read before. Another one now is a conflict.' })
  expectedVersion!: number;
}

@InputType()
abstract class NumberInput extends FactsInput {
  @Field(() => String, { description: 'Code of the register, for example SIREN; companyRegisters lists them.' })
  register!: string;

  @Field(() => String, { description: 'The number as people write it: spaces of any kind, dots and hyphens fall away.' })
  number!: string;
}

@InputType('AddRegistrationInput', { description: 'A number that a register gave to a company.' })
export class AddRegistrationInput extends NumberInput {}

@InputType('VerifyRegistrationInput', { description: 'A number of a company that somebody looked up in its register.' })
export class VerifyRegistrationInput extends NumberInput {
  @Field(() => LocalDateScalar, { description: 'The day of the check, not in the future.' })
  checkedOn!: LocalDate;

  @Field(() => String, { description: 'By what it was checked, for example an extract of the register; at most 1,000 characters.' })
  evidence!: string;
}

@InputType('OpenSiteInput', { description: 'A place where a company works.' })
export class OpenSiteInput extends FactsInput {
  @Field(() => CountryCodeScalar, { description: 'The country it lies in.' })
  country!: string;

  @Field(() => String, { nullable: true, description: 'Its town; needed abroad.' })
  town?: string | null;

  @Field(() => String, { nullable: true, description: 'Its French department, two signs such as 09 or 2A; needed in France.' })
  department?: string | null;

  @Field(() => String, { nullable: true, description: 'Its SIRET, which begins with the SIREN of the company.' })
  siret?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it opened, not in the future.' })
  openedOn?: LocalDate | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is the seat from today on; the seat until now stays a site.' })
  isSeat!: boolean;
}

@InputType('CloseSiteInput', { description: 'A site that a company gave up.' })
export class CloseSiteInput extends FactsInput {
  @Field(() => ID, { description: 'The id of the site; it begins with "site_".' })
  siteId!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day it was open, not in the future; today when left out.' })
  closedOn?: LocalDate | null;
}

@InputType('RecordActivityInput', {
  description: 'What a company mainly does, in one nomenclature. The code it had there counts until yesterday.',
})
export class RecordActivityInput extends FactsInput {
  @Field(() => ActivityNomenclatureEnum, { description: 'The nomenclature of the code.' })
  nomenclature!: ActivityNomenclature;

  @Field(() => String, { description: 'The code, for example 30.30Z in NAF and 3030 in ISIC.' })
  code!: string;
}

@ObjectType('CompanyFactsChanged', { description: 'What is known of the company was changed.', simpleResolvers: true })
export class CompanyFactsChangedType {
  @Field(() => CompanyType, { description: 'The company as it is now.' })
  company!: CompanyType;
}

const done = CompanyFactsChangedType;
export const adding = changeResult('addRegistration', 'RegistrationRefused', numberRefusals, factsTexts, done);
export const verifying = changeResult('verifyRegistration', 'VerificationRefused', verificationRefusals, factsTexts, done);
export const openingSite = changeResult('openSite', 'SiteOpeningRefused', siteOpeningRefusals, factsTexts, done);
export const closingSite = changeResult('closeSite', 'SiteClosingRefused', siteClosingRefusals, factsTexts, done);
export const recordingActivity = changeResult('recordActivity', 'ActivityRefused', activityRefusals, factsTexts, done);
