import { DateTimeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { BatchStatus } from '../../domain/affiliation/affiliation-batch.ts';
import { isInForce, type PartnerTerm } from '../../domain/affiliation/partner-network.ts';
import type { SuspicionVerdict } from '../../domain/affiliation/suspect-row.ts';
import type { ListEncoding } from '../../domain/network-list/file-text.ts';
import type { BatchView, ListCounts, NetworkView } from '../../use-cases/affiliation/affiliation-views.ts';
import { enumOf } from '../types/enums.ts';
import { MemberListCountsType, MemberListEncodingEnum } from './member-list.type.ts';

export const PartnerTermEnum = enumOf('PartnerTerm', 'What the network promises to another one that joins it as a block.', {
  KEEPS_ITS_NAME: 'It goes on under its own name, beside that of the network.',
  BRANCH_PAGE: 'It has a page of its own at its branch.',
  COMMUNICATION_KIT: 'Its members get the communication kit.',
  VISIBILITY_FIGURES: 'It is told how often its members were seen and asked.',
} satisfies Record<PartnerTerm, string>);

export const BatchStatusEnum = enumOf('AffiliationBatchStatus', 'How far a member list has come on its way into the directory.', {
  UPLOADED: 'It was read, and nobody looked at it yet.',
  CHECKED: 'Each row was judged against the directory; a person is to look at them.',
  APPROVED: 'A person agreed to what is to become of the rows.',
  APPLIED: 'All of it was entered.',
  ABANDONED: 'It was let go, and nothing of it was entered.',
} satisfies Record<BatchStatus, string>);

export const SuspicionVerdictEnum = enumOf(
  'SuspicionVerdict',
  'What a person says of a row whose company may be known by another number.',
  {
    SAME_COMPANY: 'It is one of the companies with a similar name. The number is not entered: a company has one in each register.',
    ANOTHER_COMPANY: 'It is none of them: the row is new.',
  } satisfies Record<SuspicionVerdict, string>,
);

@ObjectType('PartnerNetwork', {
  description: 'An existing network that joins a branch as a block, by an agreement.',
  simpleResolvers: true,
})
export class PartnerNetworkType {
  @Field(() => ID, { description: 'The id of the network; it begins with "network_".' })
  id!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => LocalDateScalar, { description: 'The first day of the agreement.' })
  agreedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of the agreement; null while it has no end.' })
  endsOn!: LocalDate | null;

  @Field(() => Boolean, { description: 'Whether the agreement holds today. Only then does a list of it become a batch.' })
  isInForce!: boolean;

  @Field(() => [PartnerTermEnum], { description: 'What was promised to it.' })
  terms!: readonly PartnerTerm[];
}

@ObjectType('AffiliationStep', { description: 'A step of a batch. Taken more than once, the last time counts.', simpleResolvers: true })
export class AffiliationStepType {
  @Field(() => BatchStatusEnum, { description: 'How far the batch came by it.' })
  status!: BatchStatus;

  @Field(() => DateTimeScalar, { description: 'When it was taken.' })
  happenedAt!: Date;

  @Field(() => String, { description: 'Who took it: the subject of an access, never the name of a person.' })
  actor!: string;
}

@ObjectType('AffiliationBatch', { description: 'A member list on its way into the directory: checked, approved, then entered as a whole.' })
export class AffiliationBatchType {
  @Field(() => ID, { simple: true, description: 'The id of the batch; it begins with "batch_".' })
  id!: string;

  @Field(() => Int, { simple: true, description: 'The version to decide upon.' })
  version!: number;

  @Field(() => BatchStatusEnum, { simple: true, description: 'How far it has come.' })
  status!: BatchStatus;

  @Field(() => String, { simple: true, description: 'Name of the file.' })
  fileName!: string;

  @Field(() => MemberListEncodingEnum, { simple: true, description: 'How the file was read.' })
  encoding!: ListEncoding;

  @Field(() => String, { simple: true, description: 'The sign between two cells.' })
  delimiter!: string;

  @Field(() => [String], { simple: true, description: 'Headings that were not understood; their columns were not read.' })
  ignoredColumns!: readonly string[];

  @Field(() => [String], { simple: true, description: 'Headings of amounts that name no unit: they were read as whole euros.' })
  amountsReadAsEuros!: readonly string[];

  @Field(() => MemberListCountsType, {
    nullable: true,
    simple: true,
    description: 'The rows in numbers, as they would end or did end; null before the first check.',
  })
  counts!: ListCounts | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: BatchView;
}

export function showNetwork({ branchId: _, ...view }: NetworkView, today: LocalDate): PartnerNetworkType {
  return Object.assign(new PartnerNetworkType(), { ...view, id: encodeId('network', view.id), isInForce: isInForce(view, today) });
}

export function showBatch(view: BatchView): AffiliationBatchType {
  const { version, status, fileName, encoding, delimiter, ignoredColumns, amountsReadAsEuros, counts } = view;
  const shown = { version, status, fileName, encoding, delimiter, ignoredColumns, amountsReadAsEuros, counts };
  return Object.assign(new AffiliationBatchType(), { ...shown, id: encodeId('batch', view.id), view });
}

export const PartnerNetworkConnectionType = connectionType(
  'PartnerNetwork',
  () => PartnerNetworkType,
  'partner networks, the oldest agreement first',
);
export const AffiliationBatchConnectionType = connectionType('AffiliationBatch', () => AffiliationBatchType, 'batches, the latest first');
