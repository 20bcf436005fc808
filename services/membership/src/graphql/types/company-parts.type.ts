import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { Field, ObjectType } from 'type-graphql';
import { ActivityNomenclatureEnum, RegistrationSchemeEnum, SizeCategoryEnum } from './enums.ts';

@ObjectType('Registration', { description: 'A number a register gave to a company or one of its establishments.', simpleResolvers: true })
export class RegistrationType {
  @Field(() => RegistrationSchemeEnum, { description: 'The register, if it is one of those known by name; OTHER for the rest.' })
  scheme!: string;

  @Field(() => String, { description: 'The code of the register, whichever it is; companyRegisters lists them.' })
  register!: string;

  @Field(() => CountryCodeScalar, { description: 'The country of the register.' })
  country!: string;

  @Field(() => String, { description: 'The number as the register writes it, without separators.' })
  value!: string;

  @Field(() => Boolean, {
    description: 'Whether somebody checked with the register that the number is this company’s. A well-formed number proves nothing.',
  })
  verified!: boolean;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of that check; null when nobody checked, or told when.' })
  checkedOn!: string | null;
}

@ObjectType('Activity', { description: 'What a company mainly does, in one nomenclature.', simpleResolvers: true })
export class ActivityType {
  @Field(() => ActivityNomenclatureEnum, { description: 'The nomenclature the code belongs to.' })
  nomenclature!: string;

  @Field(() => String, { description: 'The code, for example 30.30Z.' })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the code means, in the language of the request; null when we have no label for it.',
  })
  label!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Letter of the NACE section, for example C for manufacturing; null when the code is in none.',
  })
  section!: string | null;
}

@ObjectType('CompanySize', { description: 'The size of a company by its last closed year.', simpleResolvers: true })
export class CompanySizeType {
  @Field(() => SizeCategoryEnum, { description: 'The class, or UNKNOWN when a missing figure could change it.' })
  category!: string;

  @Field(() => [SizeCategoryEnum], {
    description: 'All classes that what is known leaves open, smallest first; one when the class is known.',
  })
  possible!: readonly string[];

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day the year closed that this is judged by; null when no figures are known.',
  })
  basedOn!: string | null;
}
