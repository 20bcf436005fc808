import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { abandonmentRefusals, applicationRefusals, approvalRefusals, checkRefusals } from '../../domain/affiliation/affiliation-batch.ts';
import { networkRefusals, type PartnerTerm } from '../../domain/affiliation/partner-network.ts';
import { type SuspicionVerdict, settlementRefusals } from '../../domain/affiliation/suspect-row.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { affiliationTexts } from './affiliation.texts.ts';
import { AffiliationBatchType, PartnerNetworkType, PartnerTermEnum, SuspicionVerdictEnum } from './affiliation.type.ts';
import { MemberListRefusedType } from './member-list.type.ts';

@InputType('RegisterPartnerNetworkInput', { description: 'What was agreed with a network that joins as a block.' })
export class RegisterPartnerNetworkInput extends ChangeInput {
  @Field(() => String, { description: 'What it is called, at most 200 characters.' })
  name!: string;

  @Field(() => String, { description: 'Code of the branch that it joins, for example tarn.' })
  branch!: string;

  @Field(() => LocalDateScalar, { description: 'The first day of the agreement.' })
  agreedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of the agreement; null while it has no end.' })
  endsOn?: LocalDate | null;

  @Field(() => [PartnerTermEnum], { description: 'What was promised to it, each once.' })
  terms!: PartnerTerm[];
}

@InputType('UploadMemberListInput', { description: 'A list of companies as a file, and the branch that it joins.' })
export class UploadMemberListInput extends ChangeInput {
  @Field(() => String, { description: 'Code of the local branch, for example tarn. The newcomers become its prospects.' })
  branch!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the partner network that brings the list, null for a list of the branch itself.',
  })
  networkId?: string | null;

  @Field(() => String, { description: 'Name of the file, shown in the report.' })
  fileName!: string;

  @Field(() => String, { description: 'The bytes of the file in base64: a table with a row of headings, at most 160 KB and 5,000 rows.' })
  contentBase64!: string;
}

@InputType()
abstract class BatchInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the batch.' })
  batchId!: string;

  @Field(() => Int, { description: 'The version that was read before deciding. Another one now is a conflict.' })
  expectedVersion!: number;
}

@InputType('CheckBatchInput', { description: 'A batch whose rows are to be judged.' })
export class CheckBatchInput extends BatchInput {}

@InputType('SettleSuspectRowInput', { description: 'What a person says of a row whose company may be known by another number.' })
export class SettleSuspectRowInput extends BatchInput {
  @Field(() => Int, { description: 'The line of the row, as memberListRows gives it.' })
  line!: number;

  @Field(() => SuspicionVerdictEnum, { description: 'Whether it is one of the companies with a similar name.' })
  verdict!: SuspicionVerdict;

  @Field(() => ID, { nullable: true, description: 'Which one of them, for SAME_COMPANY; left out for ANOTHER_COMPANY.' })
  companyId?: string | null;

  @Field(() => String, { description: 'How one knows, at most 1,000 characters. Name no person.' })
  reason!: string;
}

@InputType('ApproveBatchInput', { description: 'A batch whose rows may end as they were judged.' })
export class ApproveBatchInput extends BatchInput {}

@InputType('ApplyBatchInput', { description: 'A batch that is to be entered.' })
export class ApplyBatchInput extends BatchInput {}

@InputType('AbandonBatchInput', { description: 'A batch that is let go.' })
export class AbandonBatchInput extends BatchInput {
  @Field(() => String, { description: 'Why, at most 1,000 characters. Name no person.' })
  motive!: string;
}

@ObjectType('PartnerNetworkRegistered', { description: 'The partner network was entered.', simpleResolvers: true })
export class PartnerNetworkRegisteredType {
  @Field(() => PartnerNetworkType, { description: 'The network as it is now.' })
  network!: PartnerNetworkType;
}

@ObjectType('AffiliationBatchChanged', { description: 'The batch was changed.', simpleResolvers: true })
export class AffiliationBatchChangedType {
  @Field(() => AffiliationBatchType, { description: 'The batch as it is now.' })
  batch!: AffiliationBatchType;
}

export const UploadMemberListResult = createUnionType({
  name: 'UploadMemberListResult',
  description: 'The batch that the list became, or why the list was not taken.',
  types: () => [AffiliationBatchChangedType, MemberListRefusedType] as const,
  resolveType: (value) => ('reason' in value ? MemberListRefusedType : AffiliationBatchChangedType),
});

export const registering = changeResult(
  'registerPartnerNetwork',
  'PartnerNetworkRefused',
  networkRefusals,
  affiliationTexts,
  PartnerNetworkRegisteredType,
);
export const checking = changeResult('checkBatch', 'BatchCheckRefused', checkRefusals, affiliationTexts, AffiliationBatchChangedType);
export const settling = changeResult(
  'settleSuspectRow',
  'SuspectSettlementRefused',
  settlementRefusals,
  affiliationTexts,
  AffiliationBatchChangedType,
);
export const approving = changeResult(
  'approveBatch',
  'BatchApprovalRefused',
  approvalRefusals,
  affiliationTexts,
  AffiliationBatchChangedType,
);
export const applying = changeResult(
  'applyBatch',
  'BatchApplicationRefused',
  applicationRefusals,
  affiliationTexts,
  AffiliationBatchChangedType,
);
export const abandoning = changeResult(
  'abandonBatch',
  'BatchAbandonmentRefused',
  abandonmentRefusals,
  affiliationTexts,
  AffiliationBatchChangedType,
);
