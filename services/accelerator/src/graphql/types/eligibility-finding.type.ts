import { MoneyType, moneyType } from '@leader/subgraph-kit/graph/money.type';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { amountOf } from '@leader/subgraph-kit/values/money';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Field, Int, ObjectType } from 'type-graphql';
import { unitOf } from '../../domain/criterion.ts';
import type { Finding, Judgement } from '../../domain/finding.ts';
import { findingText } from '../texts/finding-texts.ts';
import { CriterionKindEnum, OperatorEnum, ReasonEnum, StageEnum, VerdictEnum } from './enums.ts';
import { thresholdOf } from './program-version.type.ts';

@ObjectType('EligibilityFinding', { description: 'One rule of a program applied to one company.', simpleResolvers: true })
export class EligibilityFindingType {
  @Field(() => CriterionKindEnum, { description: 'What the rule looks at.' })
  kind!: Judgement['criterion']['kind'];

  @Field(() => StageEnum, { description: 'Whether this decides the verdict or is settled before the start.' })
  stage!: Judgement['stage'];

  @Field(() => VerdictEnum, { description: 'Whether the rule is met.' })
  result!: Finding['result'];

  @Field(() => ReasonEnum, { description: 'Why, as a code.' })
  reason!: Finding['reason'];

  @Field(() => String, { description: 'Why, as a sentence in the language of the request that says what to do.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value that was compared, counted in `unit`; null when it is not known or not comparable.',
  })
  value!: string | null;

  @Field(() => OperatorEnum, { description: 'How the value is compared with the threshold.' })
  operator!: Judgement['criterion']['operator'];

  @Field(() => String, { description: 'The threshold: a decimal amount, a whole number or a code, as `unit` says.' })
  threshold!: string;

  @Field(() => String, {
    description: 'What value and threshold are counted in: an ISO 4217 currency code, CATEGORY, YEARS, MONTHS or STATUS.',
  })
  unit!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'End of the closed year whose figures were used, null when none were.' })
  closedOn!: LocalDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who vouches for the figures used: DECLARED, FILED or AUDITED; null when none were used.',
  })
  figuresSource!: string | null;

  @Field(() => Int, { nullable: true, description: 'Closing year of the figures that are missing, null when none are.' })
  missingYear!: number | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'How far an amount that fails is from its threshold, never negative; null when it does not fail.',
  })
  shortBy!: MoneyType | null;

  @Field(() => Int, { nullable: true, description: 'How many months a company that is too young still lacks; null otherwise.' })
  shortByMonths!: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'For the size category: every category that the known figures leave possible, as codes MIC, PME, ETI, GE. Null otherwise.',
  })
  possible!: readonly string[] | null;
}

export function findingType(judgement: Judgement, figuresSource: string | null, language: Language): EligibilityFindingType {
  const { criterion, finding, closedOn } = judgement;
  return {
    kind: criterion.kind,
    stage: judgement.stage,
    result: finding.result,
    reason: finding.reason,
    message: findingText(judgement, language),
    value: comparedValue(judgement),
    operator: criterion.operator,
    threshold: thresholdOf(criterion),
    unit: unitOf(criterion),
    closedOn,
    figuresSource: closedOn && figuresSource,
    missingYear: 'missingYear' in finding ? finding.missingYear : null,
    shortBy: 'shortBy' in finding ? moneyType(finding.shortBy) : null,
    shortByMonths: 'shortByMonths' in finding ? finding.shortByMonths : null,
    possible: 'possible' in finding ? finding.possible : null,
  };
}

/** An amount in another currency than the threshold is no value: the two are not counted in the same unit. */
function comparedValue({ finding }: Judgement): string | null {
  if (finding.reason === 'FOREIGN_CURRENCY') return null;
  if ('turnover' in finding) return amountOf(finding.turnover);
  if ('possible' in finding) return finding.possible.length === 1 ? (finding.possible[0] as string) : null;
  if ('years' in finding) return String(finding.years);
  if ('months' in finding) return String(finding.months);
  return 'status' in finding ? finding.status : null;
}
