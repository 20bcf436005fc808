import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { RejectionGround, Settlement } from '../../domain/membership-file.ts';
import { ApplicationOutcomeEnum, DuesSettlementEnum, RejectionGroundEnum } from './enums.ts';

@InputType()
abstract class FileInput {
  @Field(() => String, {
    description: 'Chosen by the caller, 1 to 200 signs without spaces. Sent again with the same request it gives the same answer.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The id of the company; it begins with "company_".' })
  companyId!: string;
}

@InputType()
abstract class VersionedInput extends FileInput {
  @Field(() => Int, { description: 'The version of the membership file that was read before deciding. Another one now is a conflict.' })
  expectedVersion!: number;
}

const motive = { description: 'Why, in at most 1,000 characters. It is kept in the file.' } as const;
const settlement = { description: 'How the dues were settled.' } as const;

@InputType('ApplyForMembershipInput', { description: 'A company that asks to join a branch.' })
export class ApplyForMembershipInput extends FileInput {
  @Field(() => String, { description: 'Code of the branch, for example tarn.' })
  branch!: string;

  @Field(() => Boolean, { description: 'Whether the company consents to the charter of the network and to the use of its data.' })
  consent!: boolean;
}

@InputType('DecideApplicationInput', { description: 'What the bureau decided about an application.' })
export class DecideApplicationInput extends VersionedInput {
  @Field(() => ApplicationOutcomeEnum, { description: 'What the bureau decided.' })
  outcome!: 'APPROVED' | 'REJECTED';

  @Field(() => RejectionGroundEnum, { nullable: true, description: 'On what ground it rejected; nothing for an approval.' })
  ground?: RejectionGround | null;

  @Field(() => String, { nullable: true, description: 'The same for the company in a few words, at most 1,000 characters.' })
  explanation?: string | null;
}

@InputType('WithdrawApplicationInput', { description: 'A company that takes its application back.' })
export class WithdrawApplicationInput extends VersionedInput {
  @Field(() => String, motive)
  motive!: string;
}

@InputType('ActivateMembershipInput', { description: 'An approved company whose dues of this year are settled.' })
export class ActivateMembershipInput extends VersionedInput {
  @Field(() => DuesSettlementEnum, settlement)
  settlement!: Settlement;
}

@InputType('SuspendMembershipInput', { description: 'A member whose rights are to rest.' })
export class SuspendMembershipInput extends VersionedInput {
  @Field(() => String, motive)
  motive!: string;
}

@InputType('ReinstateMembershipInput', { description: 'A suspended member that is to have its rights back.' })
export class ReinstateMembershipInput extends VersionedInput {
  @Field(() => String, motive)
  motive!: string;
}

@InputType('ResignMembershipInput', { description: 'A member that leaves.' })
export class ResignMembershipInput extends VersionedInput {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day as a member, today when left out; within a year.' })
  lastDay?: LocalDate | null;
}

@InputType('ExcludeMemberInput', { description: 'A member that the bureau excluded, and how it came to that.' })
export class ExcludeMemberInput extends VersionedInput {
  @Field(() => String, motive)
  motive!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which the bureau heard the member.' })
  heardOn?: LocalDate | null;

  @Field(() => Int, { description: 'Votes for the exclusion.' })
  votesFor!: number;

  @Field(() => Int, { description: 'Votes against it.' })
  votesAgainst!: number;

  @Field(() => Int, { description: 'Members of the bureau who abstained.' })
  abstentions!: number;
}

@InputType('RenewMembershipInput', { description: 'A member whose dues of the next year are settled.' })
export class RenewMembershipInput extends VersionedInput {
  @Field(() => Int, { description: 'The calendar year, for example 2027. Named so that two renewals at once renew once.' })
  year!: number;

  @Field(() => DuesSettlementEnum, settlement)
  settlement!: Settlement;
}

@InputType('TransferBranchInput', { description: 'A member that moves to another branch.' })
export class TransferBranchInput extends VersionedInput {
  @Field(() => String, { description: 'Code of the branch it moves to, for example toulouse.' })
  branch!: string;
}
