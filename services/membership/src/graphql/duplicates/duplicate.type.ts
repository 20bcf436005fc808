import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { tellingApartRefusals } from '../../domain/duplicates/telling-apart.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { CompanyType } from '../types/company.type.ts';
import { tellingApartTexts } from './duplicate.texts.ts';

@ObjectType('SuspectedDuplicate', {
  description: 'Two companies of one town with names so alike that they may be one. Who they are is said by a person.',
  simpleResolvers: true,
})
export class SuspectedDuplicateType {
  @Field(() => CompanyType, { nullable: true, description: 'One of them, whose name comes first.' })
  company!: CompanyType | null;

  @Field(() => CompanyType, { nullable: true, description: 'The other one.' })
  otherCompany!: CompanyType | null;

  @Field(() => Float, { description: 'How much their names have in common without legal forms, from 0 to 1.' })
  likeness!: number;
}

export const SuspectedDuplicateConnectionType = connectionType(
  'SuspectedDuplicate',
  () => SuspectedDuplicateType,
  'pairs of companies that may be one',
);

@InputType('TellCompaniesApartInput', { description: 'Two companies that seem to be one and are not.' })
export class TellCompaniesApartInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of one of them; it begins with "company_".' })
  companyId!: string;

  @Field(() => ID, { description: 'The id of the other one.' })
  otherCompanyId!: string;

  @Field(() => String, { description: 'What shows that they are two, in at most 1,000 characters.' })
  reason!: string;
}

@ObjectType('CompaniesToldApart', { description: 'The two are not suspected of being one any more.', simpleResolvers: true })
export class CompaniesToldApartType {
  @Field(() => CompanyType, { description: 'The first of the two.' })
  company!: CompanyType;
}

export const tellingApart = changeResult(
  'tellCompaniesApart',
  'TellingApartRefused',
  tellingApartRefusals,
  tellingApartTexts,
  CompaniesToldApartType,
);
