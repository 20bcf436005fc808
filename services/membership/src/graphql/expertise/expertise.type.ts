import { LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { connectionType } from '@leader/subgraph-kit/pagination/connection.type';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { type MatchReason, reasonsOf } from '../../domain/expertise/matching.ts';
import type { ExchangeView, ListingView, MatchView, ThemeView } from '../../use-cases/expertise/expertise-views.ts';
import { SizeCategoryEnum } from '../types/enums.ts';
import { matchTexts } from './expertise.texts.ts';
import { ExchangeOutcomeEnum, ListingKindEnum, MatchReasonEnum, ObjectiveEnum } from './expertise-enums.ts';

@ObjectType('ExpertiseTheme', { description: 'A subject that members exchange expertise on.', simpleResolvers: true })
export class ExpertiseThemeType {
  @Field(() => String, { description: 'Its code, for example export.' })
  code!: string;

  @Field(() => ObjectiveEnum, { description: 'The objective of the network that it belongs to.' })
  objective!: string;

  @Field(() => String, { description: 'What people call it, in the language of the request.' })
  name!: string;

  @Field(() => LocalDateScalar, { description: 'The first day of its use.' })
  validFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of its use; null while it goes on.' })
  validTo!: LocalDate | null;
}

export function showTheme({ nameFr, nameEn, ...theme }: ThemeView, language: Language): ExpertiseThemeType {
  return { ...theme, name: language === 'fr' ? nameFr : nameEn };
}

@ObjectType('ExpertiseListing', { description: 'What a member offers to others or needs from them.', simpleResolvers: true })
export class ExpertiseListingType {
  @Field(() => ID, { description: 'The id of the listing; it begins with "listing_".' })
  id!: string;

  @Field(() => ListingKindEnum, { description: 'Whether the member offers or needs.' })
  kind!: string;

  @Field(() => String, { description: 'What it is about, in the words of the member.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'More about it, in the words of the member; null when it said no more.' })
  details!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day it was published.' })
  publishedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day on which others may answer it.' })
  openUntil!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was closed before its time; null when it was not.' })
  closedOn!: LocalDate | null;

  @Field(() => SizeCategoryEnum, {
    nullable: true,
    description: 'The size of the company on the day of publication; null unless the company chose to show it.',
  })
  shownSize!: string | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: ListingView;
}

export function showListing(view: ListingView): ExpertiseListingType {
  const { kind, title, details, publishedOn, openUntil, closedOn, shownSize } = view;
  return { id: encodeId('listing', view.id), kind, title, details, publishedOn, openUntil, closedOn, shownSize, view };
}

@ObjectType('ExpertiseMatchReason', { description: 'One reason why a listing fits.', simpleResolvers: true })
class ExpertiseMatchReasonType {
  @Field(() => MatchReasonEnum, { description: 'The reason, as a stable code.' })
  code!: MatchReason;

  @Field(() => String, { description: 'The reason in a few words, in the language of the request.' })
  message!: string;
}

@ObjectType('ExpertiseMatch', {
  description: 'A listing that fits what was asked, and why it stands where it does.',
  simpleResolvers: true,
})
export class ExpertiseMatchType {
  @Field(() => ExpertiseListingType, { description: 'The listing.' })
  listing!: ExpertiseListingType;

  @Field(() => [ExpertiseMatchReasonType], { description: 'All reasons for its place: theme, distance, size. There are no others.' })
  reasons!: readonly ExpertiseMatchReasonType[];
}

export function showMatch(view: MatchView, language: Language): ExpertiseMatchType {
  const reasons = reasonsOf(view.rank).map((code) => ({ code, message: matchTexts[code][language] }));
  return { listing: showListing(view), reasons };
}

@ObjectType('ExpertiseExchange', { description: 'A member that helps another one.', simpleResolvers: true })
export class ExpertiseExchangeType {
  @Field(() => ID, { description: 'The id of the exchange; it begins with "exchange_".' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What whoever proposed it wrote to the other company.' })
  message!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day it was proposed.' })
  proposedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day for an answer.' })
  answerBy!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it took place; null before.' })
  doneOn!: LocalDate | null;

  @Field(() => Float, { nullable: true, description: 'How many hours it took, in quarters; null before it took place.' })
  hours!: number | null;

  @Field(() => ExchangeOutcomeEnum, { nullable: true, description: 'What it led to; null before it took place.' })
  outcome!: string | null;

  @Field(() => Int, { nullable: true, description: 'How satisfied the company is that was helped, from 1 to 5; null before it said so.' })
  satisfaction!: number | null;

  /** Not part of the graph: what its fields are resolved from. */
  view!: ExchangeView;
}

export function showExchange(view: ExchangeView): ExpertiseExchangeType {
  const { message, proposedOn, answerBy, doneOn, quarterHours, outcome, satisfaction } = view;
  const hours = quarterHours === null ? null : quarterHours / 4;
  return { id: encodeId('exchange', view.id), message, proposedOn, answerBy, doneOn, hours, outcome, satisfaction, view };
}

export const ListingConnectionType = connectionType('ExpertiseListing', () => ExpertiseListingType, 'listings, the latest first');
export const MatchConnectionType = connectionType('ExpertiseMatch', () => ExpertiseMatchType, 'listings that fit, the best first');
export const ExchangeConnectionType = connectionType('ExpertiseExchange', () => ExpertiseExchangeType, 'exchanges, the latest first');
