import { CountryCodeScalar, DateTimeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Int, ObjectType } from 'type-graphql';
import type { FileView } from '../../use-cases/views.ts';
import { BranchType } from './branch.type.ts';
import { ApplicationOutcomeEnum, RejectionGroundEnum } from './enums.ts';

@ObjectType('MembershipApplication', { description: 'A company asked to join a branch.', simpleResolvers: true })
export class MembershipApplicationType {
  @Field(() => BranchType, { nullable: true, description: 'The branch it asked to join.' })
  branch!: BranchType | null;

  @Field(() => LocalDateScalar, { description: 'The day it asked.' })
  appliedOn!: LocalDate;

  @Field(() => ApplicationOutcomeEnum, { nullable: true, description: 'What the bureau decided; null while it has not.' })
  outcome!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it decided.' })
  decidedOn!: LocalDate | null;

  @Field(() => RejectionGroundEnum, { nullable: true, description: 'On what ground it rejected; null otherwise.' })
  ground!: string | null;

  @Field(() => String, { nullable: true, description: 'What the bureau told the company.' })
  explanation!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day the company took it back; null when it did not.' })
  withdrawnOn!: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why the company took it back, in its own words.' })
  withdrawalMotive!: string | null;
}

@ObjectType('MembershipEvent', {
  description: 'Something that was done to a membership. It says states and fields, never private values.',
  simpleResolvers: true,
})
export class MembershipEventType {
  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  happenedAt!: Date;

  @Field(() => String, { description: 'Who did it, as their token says.' })
  actor!: string;

  @Field(() => String, { description: 'The client it came through.' })
  client!: string;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'The country of the hub it came from; null when from none.' })
  hub!: string | null;

  @Field(() => String, { description: 'The mutation, for example decideApplication.' })
  action!: string;

  @Field(() => [String], { description: 'Names of the fields that were touched.' })
  fields!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The state before: a status, a branch code or a last covered day.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'The state after.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'The ground or settlement, as a code.' })
  why!: string | null;
}

export const MembershipHistoryConnectionType = connectionType(
  'MembershipHistory',
  () => MembershipEventType,
  'things done to a membership, the latest first',
);

@ObjectType('MembershipFile', { description: 'What stands in the file of a company about its membership.' })
export class MembershipFileType {
  @Field(() => Int, { simple: true, description: 'Raised by each change. Whoever decides sends the version they have read.' })
  version!: number;

  /** Not part of the graph: what its fields are resolved from. */
  view!: FileView;
}
