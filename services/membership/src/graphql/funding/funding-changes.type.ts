import { CurrencyCodeScalar, DecimalScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { agreementRefusals, type CostLine, type DeliverableKind, type PolicyTag } from '../../domain/funding/agreement.ts';
import { type ClaimOutcome, draftRefusals, settlementRefusals, submissionRefusals } from '../../domain/funding/claim.ts';
import { costRefusals, evidenceRefusals } from '../../domain/funding/cost.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { fundingTexts } from './funding.texts.ts';
import { FundingAgreementType, FundingClaimType, FundingCostType } from './funding.type.ts';
import { ClaimOutcomeEnum, CostLineEnum, DeliverableKindEnum, PolicyTagEnum } from './funding-enums.ts';

@InputType('FundingAmountInput', { description: 'An amount in one currency.' })
export class FundingAmountInput {
  @Field(() => DecimalScalar, { description: 'How much, in whole units of the currency, for example "12500.00".' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amount.' })
  currency!: string;
}

@InputType('DeliverableInput', { description: 'Something that is promised to a funder.' })
export class DeliverableInput {
  @Field(() => DeliverableKindEnum, { description: 'What is counted, and how.' })
  kind!: DeliverableKind;

  @Field(() => Int, { description: 'How many are promised, above zero.' })
  promised!: number;
}

@InputType('OpenAgreementInput', { description: 'What a funder and the network agreed on.' })
export class OpenAgreementInput extends ChangeInput {
  @Field(() => String, { description: 'Who pays, at most 1,000 characters. Name no person.' })
  funder!: string;

  @Field(() => LocalDateScalar, { description: 'The first day whose costs it pays for.' })
  startsOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day whose costs it pays for.' })
  endsOn!: LocalDate;

  @Field(() => DecimalScalar, {
    description: 'The part of justified costs that it pays, in percent with at most two digits behind the point.',
  })
  ratePercent!: string;

  @Field(() => FundingAmountInput, { description: 'The most it pays in all.' })
  ceiling!: FundingAmountInput;

  @Field(() => [CostLineEnum], { description: 'The kinds of costs it pays for, at least one.' })
  eligibleLines!: CostLine[];

  @Field(() => [PolicyTagEnum], { description: 'What of the policy of the funder it serves.' })
  policyTags!: PolicyTag[];

  @Field(() => [DeliverableInput], { description: 'What is promised, each kind once.' })
  deliverables!: DeliverableInput[];
}

@InputType('RecordCostInput', { description: 'Something that was paid for under an agreement.' })
export class RecordCostInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the agreement.' })
  agreementId!: string;

  @Field(() => CostLineEnum, { description: 'The kind of cost.' })
  line!: CostLine;

  @Field(() => String, { description: 'What was paid for, at most 1,000 characters. Name no person.' })
  label!: string;

  @Field(() => FundingAmountInput, { description: 'How much was paid.' })
  amount!: FundingAmountInput;

  @Field(() => LocalDateScalar, { description: 'The day it was incurred, within the time of the agreement and not in the future.' })
  incurredOn!: LocalDate;
}

@InputType('AttachEvidenceInput', { description: 'The document that shows a cost. It stays where it is; only what identifies it is kept.' })
export class AttachEvidenceInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the cost.' })
  costId!: string;

  @Field(() => String, { description: 'Who issued the document.' })
  issuer!: string;

  @Field(() => String, { description: 'Its number, as its issuer gave it.' })
  reference!: string;

  @Field(() => String, { description: 'The SHA-256 of its file, 64 hexadecimal digits.' })
  sha256!: string;

  @Field(() => LocalDateScalar, { description: 'The day on it, not in the future.' })
  issuedOn!: LocalDate;
}

@InputType('DraftClaimInput', { description: 'What a funder is to be asked for.' })
export class DraftClaimInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the agreement.' })
  agreementId!: string;

  @Field(() => FundingAmountInput, { description: 'How much.' })
  amount!: FundingAmountInput;
}

@InputType()
abstract class ClaimInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the claim.' })
  claimId!: string;

  @Field(() => Int, { description: 'The version that was read before deciding. Another one now is a conflict.' })
  expectedVersion!: number;
}

@InputType('SubmitClaimInput', { description: 'A claim that goes to its funder.' })
export class SubmitClaimInput extends ClaimInput {}

@InputType('SettleClaimInput', { description: 'What the funder decided about a claim.' })
export class SettleClaimInput extends ClaimInput {
  @Field(() => ClaimOutcomeEnum, { description: 'What was decided.' })
  outcome!: ClaimOutcome;

  @Field(() => FundingAmountInput, { nullable: true, description: 'How much is paid; goes with REDUCED alone.' })
  granted?: FundingAmountInput | null;

  @Field(() => String, { nullable: true, description: 'Why not all of it is paid, at most 1,000 characters.' })
  motive?: string | null;

  @Field(() => LocalDateScalar, { description: 'The day of the decision, not in the future.' })
  settledOn!: LocalDate;
}

@ObjectType('AgreementOpened', { description: 'The agreement was entered.', simpleResolvers: true })
export class AgreementOpenedType {
  @Field(() => FundingAgreementType, { description: 'The agreement as it is now.' })
  agreement!: FundingAgreementType;
}

@ObjectType('CostChanged', { description: 'The cost was entered, or justified.', simpleResolvers: true })
export class CostChangedType {
  @Field(() => FundingCostType, { description: 'The cost as it is now.' })
  cost!: FundingCostType;
}

@ObjectType('ClaimChanged', { description: 'The claim was changed.', simpleResolvers: true })
export class ClaimChangedType {
  @Field(() => FundingClaimType, { description: 'The claim as it is now.' })
  claim!: FundingClaimType;
}

export const agreeing = changeResult('openAgreement', 'AgreementRefused', agreementRefusals, fundingTexts, AgreementOpenedType);
export const recording = changeResult('recordCost', 'CostRefused', costRefusals, fundingTexts, CostChangedType);
export const evidencing = changeResult('attachEvidence', 'EvidenceRefused', evidenceRefusals, fundingTexts, CostChangedType);
export const drafting = changeResult('draftClaim', 'ClaimDraftRefused', draftRefusals, fundingTexts, ClaimChangedType);
export const submitting = changeResult('submitClaim', 'ClaimSubmissionRefused', submissionRefusals, fundingTexts, ClaimChangedType);
export const settling = changeResult('settleClaim', 'ClaimSettlementRefused', settlementRefusals, fundingTexts, ClaimChangedType);
