import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  acceptanceRefusals,
  cancellationRefusals,
  completionRefusals,
  declineRefusals,
  type ExchangeOutcome,
  proposalRefusals,
  ratingRefusals,
} from '../../domain/expertise/exchange.ts';
import { closureRefusals, type ListingKind, publicationRefusals } from '../../domain/expertise/listing.ts';
import { ChangeInput, changeResult } from '../types/change-results.type.ts';
import { expertiseTexts } from './expertise.texts.ts';
import { ExpertiseExchangeType, ExpertiseListingType } from './expertise.type.ts';
import { ExchangeOutcomeEnum, ListingKindEnum } from './expertise-enums.ts';

const forWhom = { nullable: true, description: 'The company that is acted for, by a branch; your own when left out.' } as const;

@InputType('PublishListingInput', { description: 'What a member offers or needs.' })
export class PublishListingInput extends ChangeInput {
  @Field(() => ID, forWhom)
  companyId?: string | null;

  @Field(() => ListingKindEnum, { description: 'Whether it offers or needs.' })
  kind!: ListingKind;

  @Field(() => String, { description: 'Code of the theme, for example export.' })
  theme!: string;

  @Field(() => String, { description: 'What it is about, in a line; at most 1,000 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'More about it, at most 1,000 characters.' })
  details?: string | null;

  @Field(() => LocalDateScalar, { description: 'The last day on which others may answer it, within a year.' })
  openUntil!: LocalDate;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether others may see, and match by, the size of the company as it is today.',
  })
  showSize!: boolean;
}

@InputType('CloseListingInput', { description: 'A listing that nobody is to answer any more.' })
export class CloseListingInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the listing.' })
  listingId!: string;
}

@InputType('ProposeExchangeInput', { description: 'A company that answers the listing of another one.' })
export class ProposeExchangeInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the listing.' })
  listingId!: string;

  @Field(() => ID, forWhom)
  companyId?: string | null;

  @Field(() => String, { nullable: true, description: 'What to tell the other company, at most 1,000 characters.' })
  message?: string | null;
}

@InputType()
abstract class ExchangeInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the exchange.' })
  exchangeId!: string;

  @Field(() => ID, forWhom)
  companyId?: string | null;
}

@InputType('AcceptExchangeInput', { description: 'A proposal that the other company agrees to.' })
export class AcceptExchangeInput extends ExchangeInput {}

@InputType('DeclineExchangeInput', { description: 'A proposal that the other company does not agree to.' })
export class DeclineExchangeInput extends ExchangeInput {}

@InputType('CancelExchangeInput', { description: 'An exchange that is called off.' })
export class CancelExchangeInput extends ExchangeInput {}

@InputType('CloseExchangeInput', { description: 'An exchange that took place.' })
export class CloseExchangeInput extends ExchangeInput {
  @Field(() => Float, { description: 'How many hours it took, in quarters, from 0.25 to 500.' })
  hours!: number;

  @Field(() => ExchangeOutcomeEnum, { description: 'What it led to.' })
  outcome!: ExchangeOutcome;
}

@InputType('RateExchangeInput', { description: 'How satisfied the company is that was helped.' })
export class RateExchangeInput extends ExchangeInput {
  @Field(() => Int, { description: 'From 1, not at all, to 5, very.' })
  satisfaction!: number;
}

@ObjectType('ExpertiseListingChanged', { description: 'The listing was changed.', simpleResolvers: true })
export class ExpertiseListingChangedType {
  @Field(() => ExpertiseListingType, { description: 'The listing as it is now.' })
  listing!: ExpertiseListingType;
}

@ObjectType('ExpertiseExchangeChanged', { description: 'The exchange was changed.', simpleResolvers: true })
export class ExpertiseExchangeChangedType {
  @Field(() => ExpertiseExchangeType, { description: 'The exchange as it is now.' })
  exchange!: ExpertiseExchangeType;
}

const listing = ExpertiseListingChangedType;
const exchange = ExpertiseExchangeChangedType;
const texts = expertiseTexts;
export const publishing = changeResult('publishListing', 'ListingRefused', publicationRefusals, texts, listing);
export const closingListing = changeResult('closeListing', 'ListingClosureRefused', closureRefusals, texts, listing);
export const proposing = changeResult('proposeExchange', 'ExchangeProposalRefused', proposalRefusals, texts, exchange);
export const accepting = changeResult('acceptExchange', 'ExchangeAcceptanceRefused', acceptanceRefusals, texts, exchange);
export const declining = changeResult('declineExchange', 'ExchangeDeclineRefused', declineRefusals, texts, exchange);
export const cancelling = changeResult('cancelExchange', 'ExchangeCancellationRefused', cancellationRefusals, texts, exchange);
export const closingExchange = changeResult('closeExchange', 'ExchangeClosureRefused', completionRefusals, texts, exchange);
export const rating = changeResult('rateExchange', 'ExchangeRatingRefused', ratingRefusals, texts, exchange);
