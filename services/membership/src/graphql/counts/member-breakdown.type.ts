import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Int, ObjectType } from 'type-graphql';
import type { FormerRegion } from '../../domain/former-region.ts';
import { ActivityNomenclatureEnum, FormerRegionEnum, SizeCategoryEnum } from '../types/enums.ts';
import { BranchMemberCountType } from '../types/member-counts.type.ts';

const few = 'In companies; null where few would be recognised, or could be worked out from what is told beside them.';

@ObjectType('FormerRegionCount', { description: 'How many active members the branches of one former region have.', simpleResolvers: true })
export class FormerRegionCountType {
  @Field(() => FormerRegionEnum, { description: 'The former region.' })
  formerRegion!: FormerRegion;

  @Field(() => Int, { description: 'In companies: the sum of its branches.' })
  count!: number;
}

@ObjectType('DepartmentCount', { description: 'How many active members have their seat in one department.', simpleResolvers: true })
export class DepartmentCountType {
  @Field(() => String, { nullable: true, description: 'The department, two signs such as 09; null for those of which nobody told.' })
  department!: string | null;

  @Field(() => Int, { nullable: true, description: few })
  count!: number | null;
}

@ObjectType('SizeCount', { description: 'How many active members are of one size.', simpleResolvers: true })
export class SizeCountType {
  @Field(() => SizeCategoryEnum, { description: 'The size; UNKNOWN for those whose figures leave it open, or of which none were known.' })
  size!: string;

  @Field(() => Int, { nullable: true, description: few })
  count!: number | null;
}

@ObjectType('SectionCount', { description: 'How many active members mainly work in one section.', simpleResolvers: true })
export class SectionCountType {
  @Field(() => String, { nullable: true, description: 'The letter of the section; null for those of which nobody told.' })
  section!: string | null;

  @Field(() => ActivityNomenclatureEnum, {
    nullable: true,
    description: 'The nomenclature the letter is of: that in force on the day, or another one for those without a code in it.',
  })
  nomenclature!: string | null;

  @Field(() => Int, { nullable: true, description: few })
  count!: number | null;
}

@ObjectType('MemberBreakdown', {
  description:
    'The active members of the local branches on a day, by what was known on that day or a later one. Every list holds each member once.',
  simpleResolvers: true,
})
export class MemberBreakdownType {
  @Field(() => LocalDateScalar, { description: 'The day that was counted.' })
  asOf!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The day of knowledge. Once it has passed, the answer stays the same.' })
  knownAt!: LocalDate;

  @Field(() => Int, { description: 'All of them, in companies.' })
  total!: number;

  @Field(() => [BranchMemberCountType], { description: 'By branch, as in memberCounts.' })
  byBranch!: readonly BranchMemberCountType[];

  @Field(() => [FormerRegionCountType], { description: 'By the former region of the branch: east and west.' })
  byFormerRegion!: readonly FormerRegionCountType[];

  @Field(() => [DepartmentCountType], { description: 'By the department of the seat on that day, in the order of the codes.' })
  byDepartment!: readonly DepartmentCountType[];

  @Field(() => [SizeCountType], {
    description: 'By size, from the last closed year that was known: what was declared, filed or audited. The smallest first.',
  })
  bySize!: readonly SizeCountType[];

  @Field(() => [SectionCountType], { description: 'By the section of the main activity on that day, in the order of the letters.' })
  bySection!: readonly SectionCountType[];
}
