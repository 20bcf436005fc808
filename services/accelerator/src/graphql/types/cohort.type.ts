import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type CohortStatus, placesLeft, statusOn } from '../../domain/cohort.ts';
import type { CapacityUnit, CohortView } from '../../use-cases/views.ts';
import { CapacityUnitEnum, CohortStatusEnum } from './enums.ts';

@ObjectType('CohortStart', {
  description: 'When a cohort starts: on a fixed day, or within a window while the day is not fixed.',
  simpleResolvers: true,
})
export class CohortStartType {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day, once it is fixed.' })
  fixedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Earliest first day, while it is not fixed.' })
  windowFrom!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Latest first day, while it is not fixed.' })
  windowTo!: LocalDate | null;
}

@ObjectType('Cohort', { description: 'A group that goes through an accelerator together.', simpleResolvers: true })
export class CohortType {
  @Field(() => ID, { description: 'Typed id of the cohort; it begins with "cohort_".' })
  id!: string;

  @Field(() => String, { description: 'What the cohort is called, for example PME-1.' })
  name!: string;

  @Field(() => CohortStatusEnum, { description: 'Where the cohort stands today.' })
  status!: CohortStatus;

  @Field(() => Int, { description: 'Number of the program version whose rules this cohort keeps.' })
  ruleVersion!: number;

  @Field(() => LocalDateScalar, { description: 'First day for applications.' })
  opensOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day for applications, included, by the calendar of Paris.' })
  applyUntil!: LocalDate;

  @Field(() => CohortStartType, { description: 'When the cohort starts.' })
  start!: CohortStartType;

  @Field(() => Int, { description: 'How many places there are, in the unit of `capacityUnit`.' })
  capacity!: number;

  @Field(() => Int, { description: 'How many places are still free, in the unit of `capacityUnit`.' })
  placesLeft!: number;

  @Field(() => CapacityUnitEnum, { description: 'What places are counted in.' })
  capacityUnit!: CapacityUnit;

  @Field(() => String, {
    nullable: true,
    description: 'The profile the cohort has in mind, in the language of the request; it excludes nobody. Null when there is none.',
  })
  theme!: string | null;
}

export const ProgramCohortsConnectionType = connectionType('ProgramCohorts', () => CohortType, 'cohorts of a program');

export function cohortType(view: CohortView, today: LocalDate, language: Language): CohortType {
  return {
    id: encodeId('cohort', view.id),
    name: view.name,
    status: statusOn(today, view),
    ruleVersion: view.versionNumber,
    opensOn: view.opensOn,
    applyUntil: view.applyUntil,
    start: view.start,
    capacity: view.capacity,
    placesLeft: placesLeft(view),
    capacityUnit: view.capacityUnit,
    theme: view.theme?.[language] ?? null,
  };
}
