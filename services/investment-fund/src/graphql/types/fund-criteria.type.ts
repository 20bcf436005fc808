import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { CriterionKind } from '../../domain/criteria.ts';

export const criterionKinds = {
  INDUSTRIAL: 'INDUSTRIAL',
  ANCHORED: 'ANCHORED',
  LONG_TERM_JOBS: 'LONG_TERM_JOBS',
  GROWTH: 'GROWTH',
  CLASSICAL_REFUSAL: 'CLASSICAL_REFUSAL',
} as const satisfies Record<CriterionKind, CriterionKind>;

registerEnumType(criterionKinds, {
  name: 'FundCriterionKind',
  description: 'What a criterion of the fund looks at.',
  valuesConfig: {
    INDUSTRIAL: { description: 'Whether the activity is industry, by its NACE section.' },
    ANCHORED: { description: 'Whether a site lies in the region.' },
    LONG_TERM_JOBS: { description: 'Whether staff was kept over some closed years.' },
    GROWTH: { description: 'Whether turnover grew enough over some closed years.' },
    CLASSICAL_REFUSAL: {
      description: 'Whether a bank or another financier refused the company. Never counts against it, and is never asked.',
    },
  },
});

export const criterionUnits = { NACE_SECTION: 'NACE_SECTION', DEPARTMENT: 'DEPARTMENT', PERCENT: 'PERCENT' } as const;
export type CriterionUnit = keyof typeof criterionUnits;

registerEnumType(criterionUnits, {
  name: 'FundCriterionUnit',
  description: 'How a value and a threshold of a criterion are to be read.',
  valuesConfig: {
    NACE_SECTION: { description: 'Letters of sections of the European nomenclature of activities NACE.' },
    DEPARTMENT: { description: 'Codes of French departments, for example 81.' },
    PERCENT: { description: 'Change in percent from the earlier year to the later one, a decimal number.' },
  },
});

@ObjectType('FundCriterion', { description: 'One published criterion of the fund.', simpleResolvers: true })
export class FundCriterionType {
  @Field(() => criterionKinds, { description: 'What it looks at.' })
  kind!: CriterionKind;

  @Field(() => String, { description: 'What it is called, in the language of the request.' })
  name!: string;

  @Field(() => String, { description: 'What it asks for, as a sentence in the language of the request.' })
  explanation!: string;

  @Field(() => Boolean, { description: 'Whether it can count against a company. False for a refusal by another financier.' })
  canCountAgainst!: boolean;

  @Field(() => Int, { description: 'Points a company gets for passing; 0 when it never counts.' })
  weight!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What passes, read by `unit`: the accepted codes, or the smallest change. Null when nothing is asked.',
  })
  threshold!: string | null;

  @Field(() => criterionUnits, { nullable: true, description: 'How to read the threshold. Null when nothing is asked.' })
  unit!: CriterionUnit | null;

  @Field(() => Int, { nullable: true, description: 'Years between the two closed years that are compared. Null where none are.' })
  overYears!: number | null;
}

@ObjectType('FundCriteriaVersion', {
  description: 'The criteria as they were in force for some time. Which ones a judgement used is said with it.',
  simpleResolvers: true,
})
export class FundCriteriaVersionType {
  @Field(() => Int, { description: 'Number of the version, from 1.' })
  number!: number;

  @Field(() => LocalDateScalar, { description: 'First day in force.' })
  validFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day in force, inclusive. Null while no end is known.' })
  validTo!: LocalDate | null;

  @Field(() => Int, { description: 'Months after the end of a closed year during which its figures count.' })
  figuresMaxAgeMonths!: number;

  @Field(() => String, { description: 'Where the criteria come from, and what in them is an assumption, in the language of the request.' })
  source!: string;
}
