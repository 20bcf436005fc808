import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { amountOf } from '@leader/subgraph-kit/values/money';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Field, Int, ObjectType } from 'type-graphql';
import { type Criterion, unitOf } from '../../domain/criterion.ts';
import type { ProgramVersionView } from '../../use-cases/views.ts';
import { criterionText } from '../texts/criterion-texts.ts';
import { CapacityUnitEnum, CriterionKindEnum, OperatorEnum, StageEnum } from './enums.ts';

@ObjectType('ProgramCriterion', { description: 'One rule of a program.', simpleResolvers: true })
export class ProgramCriterionType {
  @Field(() => CriterionKindEnum, { description: 'What the rule looks at.' })
  kind!: Criterion['kind'];

  @Field(() => StageEnum, { description: 'Whether the rule decides eligibility or is settled before the start.' })
  stage!: Criterion['stage'];

  @Field(() => OperatorEnum, { description: 'How the value is compared with the threshold.' })
  operator!: Criterion['operator'];

  @Field(() => String, { description: 'The threshold: a decimal amount, a whole number or a code, as `unit` says.' })
  threshold!: string;

  @Field(() => String, { description: 'What the threshold is counted in: an ISO 4217 currency code, CATEGORY, YEARS, MONTHS or STATUS.' })
  unit!: string;

  @Field(() => String, { description: 'The rule as a sentence, in the language of the request.' })
  description!: string;
}

@ObjectType('ProgramVersion', {
  description: 'The rules of a program as they apply between two days. Older versions stay readable.',
  simpleResolvers: true,
})
export class ProgramVersionType {
  @Field(() => Int, { description: 'Number of the version within its program, counted from 1.' })
  number!: number;

  @Field(() => LocalDateScalar, { description: 'First day on which the version applies.' })
  validFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which the version applies, null while none is set.' })
  validTo!: LocalDate | null;

  @Field(() => Int, { description: 'Length of the program in months.' })
  durationMonths!: number;

  @Field(() => CapacityUnitEnum, { description: 'What places are counted in.' })
  capacityUnit!: ProgramVersionView['capacityUnit'];

  @Field(() => Boolean, { description: 'Whether the program is tried out in this version, to be improved afterwards.' })
  experimental!: boolean;

  @Field(() => Boolean, { description: 'Whether a company must be a member of the network when it starts.' })
  memberOnly!: boolean;

  @Field(() => [ProgramCriterionType], { description: 'The rules, in the order in which they are looked at.' })
  criteria!: ProgramCriterionType[];

  @Field(() => String, { description: 'Where these rules come from, in the language of the request.' })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What was assumed because no source says it, in the language of the request; null when nothing was.',
  })
  assumption!: string | null;
}

export function programVersionType(view: ProgramVersionView, language: Language): ProgramVersionType {
  return {
    number: view.number,
    validFrom: view.validFrom,
    validTo: view.validTo,
    durationMonths: view.durationMonths,
    capacityUnit: view.capacityUnit,
    experimental: view.experimental,
    memberOnly: view.criteria.some(({ kind }) => kind === 'MEMBERSHIP'),
    criteria: view.criteria.map((criterion) => programCriterionType(criterion, language)),
    source: view.source[language],
    assumption: view.assumption?.[language] ?? null,
  };
}

function programCriterionType(criterion: Criterion, language: Language): ProgramCriterionType {
  return {
    kind: criterion.kind,
    stage: criterion.stage,
    operator: criterion.operator,
    threshold: thresholdOf(criterion),
    unit: unitOf(criterion),
    description: criterionText(criterion, language),
  };
}

export function thresholdOf(criterion: Criterion): string {
  return criterion.kind === 'TURNOVER' ? amountOf(criterion.threshold) : String(criterion.threshold);
}
