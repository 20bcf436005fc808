import { GapType } from '@leader/subgraph-kit/graph/gap.type';
import { DecimalScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { WeighedCriterion } from '../../domain/criteria.ts';
import type { CriterionAssessment } from '../../domain/criterion-assessment.ts';
import type { FundVerdict } from '../../domain/fund-fit.ts';
import { FundType } from './fund.type.ts';
import { type CriterionUnit, criterionKinds, criterionUnits, FundCriteriaVersionType, FundCriterionType } from './fund-criteria.type.ts';

const verdicts = { FIT: 'FIT', NO_FIT: 'NO_FIT', UNKNOWN: 'UNKNOWN' } as const satisfies Record<FundVerdict, FundVerdict>;

registerEnumType(verdicts, {
  name: 'FundVerdict',
  description: 'Whether a company fits the published criteria of the fund. No promise of money either way.',
  valuesConfig: {
    FIT: { description: 'Every criterion passes.' },
    NO_FIT: { description: 'At least one criterion fails today.' },
    UNKNOWN: { description: 'Nothing fails, but something is not known. Never a refusal.' },
  },
});

type CriterionResult = CriterionAssessment['result'];
const results = { PASS: 'PASS', FAIL: 'FAIL', UNKNOWN: 'UNKNOWN' } as const satisfies Record<CriterionResult, CriterionResult>;

registerEnumType(results, {
  name: 'FundCriterionResult',
  description: 'How one criterion turned out for a company.',
  valuesConfig: {
    PASS: { description: 'It is met.' },
    FAIL: { description: 'It is not met.' },
    UNKNOWN: { description: 'It cannot be told, because a fact is missing or too old.' },
  },
});

type FactSource = NonNullable<CriterionAssessment['source']>;
const factSources = {
  COMPANY_RECORD: 'COMPANY_RECORD',
  DECLARED: 'DECLARED',
  FILED: 'FILED',
  AUDITED: 'AUDITED',
} as const satisfies Record<FactSource, FactSource>;

registerEnumType(factSources, {
  name: 'FundFactSource',
  description: 'Where a fact that a criterion looked at comes from.',
  valuesConfig: {
    COMPANY_RECORD: { description: "The network's record of the company: its activity and its sites." },
    DECLARED: { description: 'Figures the company declared to the network.' },
    FILED: { description: 'Figures the company filed with a public register.' },
    AUDITED: { description: 'Figures an auditor certified.' },
  },
});

@ObjectType('FundCriterionAssessment', {
  description: 'How one criterion of the fund turned out for a company, with what was found and what was asked.',
  simpleResolvers: true,
})
export class FundCriterionAssessmentType {
  @Field(() => criterionKinds, { description: 'What the criterion looks at.' })
  kind!: WeighedCriterion['kind'];

  @Field(() => String, { description: 'What the criterion is called, in the language of the request.' })
  name!: string;

  @Field(() => Int, { description: 'Points for passing.' })
  weight!: number;

  @Field(() => results, { description: 'How it turned out.' })
  result!: CriterionResult;

  @Field(() => String, {
    nullable: true,
    description: 'What was found, read by `unit`; several codes are separated by commas. Null when unknown.',
  })
  value!: string | null;

  @Field(() => String, { description: 'What passes, read by `unit`: the accepted codes, or the smallest change.' })
  threshold!: string;

  @Field(() => criterionUnits, { description: 'How to read the value and the threshold.' })
  unit!: CriterionUnit;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'End of the closed year the figures are of. Null for what is no yearly figure, and when no figures are known.',
  })
  closedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'End of the earlier closed year they were compared with. Null when nothing was compared.',
  })
  referenceClosedOn!: LocalDate | null;

  @Field(() => factSources, { nullable: true, description: 'Where the fact comes from. Null when nothing is known.' })
  source!: FactSource | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What lacks to the threshold, in percentage points. Null unless a change falls short of it.',
  })
  shortBy!: string | null;

  @Field(() => Int, { nullable: true, description: 'The year whose figures are missing. Null when none are.' })
  missingYear!: number | null;

  @Field(() => String, { description: 'All of this as a sentence in the language of the request.' })
  message!: string;
}

@ObjectType('FundFit', {
  description:
    'How a company fits the published criteria of the fund. Computed from facts of the membership record only, and from nothing else.',
  simpleResolvers: true,
})
export class FundFitType {
  @Field(() => FundType, { description: 'The fund.' })
  fund!: FundType;

  @Field(() => FundCriteriaVersionType, { description: 'The version of the criteria that was applied.' })
  criteriaVersion!: FundCriteriaVersionType;

  @Field(() => LocalDateScalar, { description: 'The day of this judgement.' })
  assessedOn!: LocalDate;

  @Field(() => verdicts, { description: 'Whether it fits.' })
  verdict!: FundVerdict;

  @Field(() => Int, { description: 'Points of the criteria that pass.' })
  score!: number;

  @Field(() => Int, { description: 'Points it would have if everything unknown turned out well.' })
  bestScore!: number;

  @Field(() => Int, { description: 'Points that can be had in all.' })
  outOf!: number;

  @Field(() => String, { description: 'The answer in a few sentences, in the language of the request.' })
  message!: string;

  @Field(() => [FundCriterionAssessmentType], { description: 'Each criterion that counts, in published order.' })
  criteria!: FundCriterionAssessmentType[];

  @Field(() => FundCriterionAssessmentType, {
    nullable: true,
    description: 'The failed criterion that lacks least. Null when none failed, or none that a better year would mend.',
  })
  nearestMiss!: FundCriterionAssessmentType | null;

  @Field(() => [FundCriterionType], { description: 'What never counts against a company, such as a refusal by a bank.' })
  neverCountedAgainst!: FundCriterionType[];

  @Field(() => [GapType], { description: 'What is not known and would be needed, each once, with the year.' })
  gaps!: GapType[];
}
