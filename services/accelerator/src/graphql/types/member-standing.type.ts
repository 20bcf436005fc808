import { DateTimeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { isMember, type MemberStanding } from '../../domain/member-standing.ts';

@ObjectType('Branch', { description: 'A part of the network: a local branch in Occitanie, or a hub abroad.', simpleResolvers: true })
@Directive('@key(fields: "id", resolvable: false)')
class BranchReference {
  @Field(() => ID, { description: 'The id of the branch; it begins with "branch_".' })
  id!: string;
}

@ObjectType('AcceleratorStanding', {
  description:
    'Where a company stands in the network on a day, as the accelerator knows it by its own copy: it answers with membership stopped too.',
  simpleResolvers: true,
})
export class AcceleratorStandingType {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  day!: LocalDate;

  @Field(() => String, {
    nullable: true,
    description: 'PROSPECT, ACTIVE, GRACE, LAPSED, SUSPENDED, RESIGNED or EXCLUDED; null when nothing was heard of the company that day.',
  })
  status!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is a member, with its grace; null when nothing was heard.' })
  isMember!: boolean | null;

  @Field(() => BranchReference, { nullable: true, description: 'Its home branch; null when it has none.' })
  branch!: BranchReference | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when all that membership decided is in the copy; null before it was ever complete.',
  })
  asOf!: Date | null;
}

export function standingType(day: LocalDate, standing: MemberStanding | undefined, asOf: Date | null): AcceleratorStandingType {
  const branchId = standing?.branchId;
  return {
    day,
    status: standing?.status ?? null,
    isMember: standing ? isMember(standing) : null,
    branch: branchId ? { id: encodeId('branch', branchId) } : null,
    asOf,
  };
}
