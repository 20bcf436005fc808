import { MoneyType, moneyType } from '@leader/subgraph-kit/graph/money.type';
import { DecimalScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { formatDecimal } from '@leader/subgraph-kit/values/decimal';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type CostLine, coFinancingRate, type DeliverableKind, mostClaimable, type PolicyTag } from '../../domain/funding/agreement.ts';
import type { ClaimStatus } from '../../domain/funding/claim.ts';
import type { AgreementView, ClaimView, CostView } from '../../use-cases/funding/funding-views.ts';
import { ClaimStatusEnum, CostLineEnum, DeliverableKindEnum, PolicyTagEnum } from './funding-enums.ts';

@ObjectType('Deliverable', {
  description: 'Something promised to a funder, counted from the data of the network itself.',
  simpleResolvers: true,
})
export class DeliverableType {
  @Field(() => DeliverableKindEnum, { description: 'What is counted, and how.' })
  kind!: DeliverableKind;

  @Field(() => Int, { description: 'How many were promised.' })
  promised!: number;

  @Field(() => Int, { description: 'How many there were on the day spoken of.' })
  delivered!: number;
}

@ObjectType('FundingAgreement', { description: 'What a funder pays a part of, up to a ceiling.', simpleResolvers: true })
export class FundingAgreementType {
  @Field(() => ID, { description: 'The id of the agreement; it begins with "agreement_".' })
  id!: string;

  @Field(() => String, { description: 'Who pays.' })
  funder!: string;

  @Field(() => LocalDateScalar, { description: 'The first day whose costs it pays for.' })
  startsOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day whose costs it pays for.' })
  endsOn!: LocalDate;

  @Field(() => DecimalScalar, { description: 'The part of justified costs that it pays, in percent: 50.00 is a half.' })
  ratePercent!: string;

  @Field(() => MoneyType, { description: 'The most it pays in all.' })
  ceiling!: MoneyType;

  @Field(() => [CostLineEnum], { description: 'The kinds of costs it pays for.' })
  eligibleLines!: readonly CostLine[];

  @Field(() => [PolicyTagEnum], { description: 'What of the policy of the funder it serves.' })
  policyTags!: readonly PolicyTag[];

  @Field(() => MoneyType, { description: 'Costs with evidence so far.' })
  justified!: MoneyType;

  @Field(() => MoneyType, { description: 'Claims that are submitted or paid; of a reduced one what was paid.' })
  claimed!: MoneyType;

  @Field(() => MoneyType, {
    description: 'What may still be claimed: the rate of justified costs, at most the ceiling, less what was claimed.',
  })
  claimable!: MoneyType;

  @Field(() => Float, { nullable: true, description: 'Claimed divided by justified, 0 to 1; null while nothing is justified.' })
  coFinancingRate!: number | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: AgreementView;
}

@ObjectType('CostEvidence', {
  description: 'The document that shows a cost. The document itself is kept elsewhere.',
  simpleResolvers: true,
})
export class CostEvidenceType {
  @Field(() => String, { description: 'Who issued it.' })
  issuer!: string;

  @Field(() => String, { description: 'Its number, as its issuer gave it.' })
  reference!: string;

  @Field(() => String, { description: 'The SHA-256 of its file, 64 hexadecimal digits.' })
  sha256!: string;

  @Field(() => LocalDateScalar, { description: 'The day on it.' })
  issuedOn!: LocalDate;
}

@ObjectType('FundingCost', { description: 'Something that was paid for under an agreement.', simpleResolvers: true })
export class FundingCostType {
  @Field(() => ID, { description: 'The id of the cost; it begins with "cost_".' })
  id!: string;

  @Field(() => CostLineEnum, { description: 'The kind of cost.' })
  line!: CostLine;

  @Field(() => String, { description: 'What was paid for.' })
  label!: string;

  @Field(() => MoneyType, { description: 'How much was paid.' })
  amount!: MoneyType;

  @Field(() => LocalDateScalar, { description: 'The day it was incurred.' })
  incurredOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The day it was entered.' })
  recordedOn!: LocalDate;

  @Field(() => Boolean, { description: 'Whether there is evidence of it: without any it justifies no claim.' })
  isJustified!: boolean;

  @Field(() => CostEvidenceType, { nullable: true, description: 'The document that shows it; null before there is one.' })
  evidence!: CostEvidenceType | null;
}

@ObjectType('FundingClaim', { description: 'What a funder is asked for. Frozen once submitted.', simpleResolvers: true })
export class FundingClaimType {
  @Field(() => ID, { description: 'The id of the claim; it begins with "claim_".' })
  id!: string;

  @Field(() => Int, { description: 'The version to decide upon.' })
  version!: number;

  @Field(() => ClaimStatusEnum, { description: 'How far it has come.' })
  status!: ClaimStatus;

  @Field(() => MoneyType, { description: 'How much is asked for.' })
  amount!: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'How much is paid of it; null before the funder decided.' })
  granted!: MoneyType | null;

  @Field(() => LocalDateScalar, { description: 'The day it was drafted.' })
  draftedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was submitted; null for a draft.' })
  submittedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day the funder decided; null before.' })
  settledOn!: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Why not all of it is paid, in the words of the funder; null unless it is so.' })
  motive!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Costs justified on the day it was submitted; null for a draft.' })
  justifiedThen!: MoneyType | null;

  @Field(() => [DeliverableType], { nullable: true, description: 'What was delivered by the day it was submitted; null for a draft.' })
  deliveredThen!: readonly DeliverableType[] | null;
}

export function showAgreement(view: AgreementView): FundingAgreementType {
  const { currency, ceiling, justified, claimed } = view;
  const shown = (minor: bigint) => moneyType({ minor, currency });
  return {
    ...view,
    id: encodeId('agreement', view.id),
    ratePercent: formatDecimal(BigInt(view.rate), 2),
    ceiling: shown(ceiling),
    justified: shown(justified),
    claimed: shown(claimed),
    claimable: shown(mostClaimable(view) - claimed),
    coFinancingRate: coFinancingRate(view),
    view,
  };
}

export function showCost({ amount, currency, ...view }: CostView): FundingCostType {
  return { ...view, id: encodeId('cost', view.id), amount: moneyType({ minor: amount, currency }), isJustified: view.evidence !== null };
}

export function showClaim({ amount, currency, granted, frozen, ...view }: ClaimView): FundingClaimType {
  return {
    ...view,
    id: encodeId('claim', view.id),
    amount: moneyType({ minor: amount, currency }),
    granted: moneyType(granted === null ? null : { minor: granted, currency }),
    justifiedThen: moneyType(frozen && { minor: BigInt(frozen.justified), currency }),
    deliveredThen: frozen?.delivered ?? null,
  };
}

export const FundingAgreementConnectionType = connectionType(
  'FundingAgreement',
  () => FundingAgreementType,
  'agreements, the latest first',
);
export const FundingCostConnectionType = connectionType('FundingCost', () => FundingCostType, 'costs of an agreement, the oldest first');
export const FundingClaimConnectionType = connectionType(
  'FundingClaim',
  () => FundingClaimType,
  'claims of an agreement, the oldest first',
);
