import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { BranchType } from './branch.type.ts';

@ObjectType('BranchMemberCount', { description: 'How many active members one local branch has.', simpleResolvers: true })
export class BranchMemberCountType {
  @Field(() => BranchType, { description: 'The local branch.' })
  branch!: BranchType;

  @Field(() => Int, { description: 'Its active members, in companies.' })
  count!: number;
}

@ObjectType('MemberCounts', { description: 'How many active members the network has on one day, in companies.', simpleResolvers: true })
export class MemberCountsType {
  @Field(() => LocalDateScalar, { description: 'The day that was counted.' })
  asOf!: string;

  @Field(() => Int, { description: 'Active members of all local branches: the sum of their counts.' })
  total!: number;

  @Field(() => Int, { description: 'Those of branches in the former Languedoc-Roussillon.' })
  east!: number;

  @Field(() => Int, { description: 'Those of branches in the former Midi-Pyrénées.' })
  west!: number;

  @Field(() => [BranchMemberCountType], { description: 'Those of each local branch that was open that day.' })
  byBranch!: readonly BranchMemberCountType[];

  @Field(() => Int, { description: 'Active members of the hubs abroad, counted apart and not part of the total.' })
  hubMembers!: number;
}
