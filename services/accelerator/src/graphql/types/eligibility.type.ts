import { GapType } from '@leader/subgraph-kit/graph/gap.type';
import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Field, ObjectType } from 'type-graphql';
import type { Finding, Judgement } from '../../domain/finding.ts';
import type { EligibilityView } from '../../use-cases/views.ts';
import { findingText } from '../texts/finding-texts.ts';
import { summaryText } from '../texts/summary-texts.ts';
import { CohortType, cohortType } from './cohort.type.ts';
import { EligibilityFindingType, findingType } from './eligibility-finding.type.ts';
import { VerdictEnum } from './enums.ts';
import { ProgramType, programType } from './program.type.ts';
import { ProgramVersionType, programVersionType } from './program-version.type.ts';

@ObjectType('EligibilityAssessment', {
  description: 'Whether one accelerator fits one company, computed from what is known today. Nothing is stored.',
  simpleResolvers: true,
})
export class EligibilityAssessmentType {
  @Field(() => ProgramType, { description: 'The accelerator.' })
  program!: ProgramType;

  @Field(() => ProgramVersionType, { description: 'The version of the rules that was applied.' })
  version!: ProgramVersionType;

  @Field(() => CohortType, { nullable: true, description: 'The cohort that takes applications today, null when none does.' })
  cohort!: CohortType | null;

  @Field(() => LocalDateScalar, {
    description: 'The day of the assessment. With the same day, version and figures it comes out the same again.',
  })
  assessedOn!: LocalDate;

  @Field(() => VerdictEnum, { description: 'FAIL when a deciding rule fails, UNKNOWN when a fact is missing to decide, otherwise PASS.' })
  verdict!: Finding['result'];

  @Field(() => String, { description: 'The answer in a few sentences, in the language of the request.' })
  summary!: string;

  @Field(() => [EligibilityFindingType], { description: 'Every rule with what it found, in the order of the rules.' })
  criteria!: EligibilityFindingType[];

  @Field(() => EligibilityFindingType, {
    nullable: true,
    description: 'Of the deciding rules that fail, the one that misses by the least; null when none fails.',
  })
  nearestMiss!: EligibilityFindingType | null;

  @Field(() => ProgramType, {
    nullable: true,
    description: 'When no accelerator fits, the one that the company comes closest to; null otherwise.',
  })
  nearestProgram!: ProgramType | null;

  @Field(() => [GapType], { description: 'What is not known, each gap once.' })
  gaps!: GapType[];
}

export function eligibilityType(view: EligibilityView, figuresSource: string | null, language: Language): EligibilityAssessmentType {
  const { eligibility } = view;
  const show = (judgement: Judgement) => findingType(judgement, figuresSource, language);
  return {
    program: programType(view.program, language),
    version: programVersionType(view.version, language),
    cohort: view.cohort && cohortType(view.cohort, eligibility.assessedOn, language),
    assessedOn: eligibility.assessedOn,
    verdict: eligibility.verdict,
    summary: summaryText(view, language),
    criteria: eligibility.judgements.map(show),
    nearestMiss: eligibility.nearestMiss && show(eligibility.nearestMiss),
    nearestProgram: view.nearest && programType(view.nearest, language),
    gaps: gapsOf(eligibility.judgements, language),
  };
}

function gapsOf(judgements: readonly Judgement[], language: Language): GapType[] {
  const unknown = judgements.filter(({ finding }) => finding.result === 'UNKNOWN');
  return [
    ...new Map(
      unknown.map((judgement) => [judgement.finding.reason, { code: judgement.finding.reason, message: findingText(judgement, language) }]),
    ).values(),
  ];
}
