import { CountryCodeScalar, LocalDateScalar } from '@leader/subgraph-kit/graph/scalars';
import { countryName } from '@leader/subgraph-kit/values/country-codes';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import { Field, Int, ObjectType } from 'type-graphql';
import type { HubStatus, Place } from '../../domain/hub.ts';
import type { CountryView } from '../../use-cases/views.ts';
import { describedEnum } from '../described-enum.ts';
import { BranchReference } from './references.type.ts';

const HubStatusEnum = describedEnum<HubStatus>('HubStatus', 'How far a hub is.', {
  PLANNED: 'Decided, not yet open.',
  OPEN: 'Open.',
});

@ObjectType('DestinationHub', { description: 'The hub of the network in a country.', simpleResolvers: true })
export class DestinationHubType {
  @Field(() => BranchReference, { nullable: true, description: 'The branch that the hub is.' })
  branch!: BranchReference;

  @Field(() => String, { description: 'The town it is in.' })
  town!: string;

  @Field(() => HubStatusEnum, { description: 'Whether it is open today.' })
  status!: HubStatus;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it opened; null while it is planned.' })
  openedOn!: LocalDate | null;
}

@ObjectType('NearestHub', { description: 'The open hub of the network that is the nearest to a country.', simpleResolvers: true })
export class NearestHubType {
  @Field(() => BranchReference, { nullable: true, description: 'The branch that the hub is.' })
  branch!: BranchReference;

  @Field(() => String, { description: 'The town it is in.' })
  town!: string;

  @Field(() => CountryCodeScalar, { description: 'The country it is in.' })
  country!: string;

  @Field(() => Int, { description: 'About how far it is from the middle of the country as the crow flies, in kilometres.' })
  distanceKm!: number;
}

@ObjectType('RegionalHouse', {
  description: 'A house of the Region abroad: staff, desks, and a door that opens others.',
  simpleResolvers: true,
})
export class RegionalHouseType {
  @Field(() => String, { description: 'The town it is in.' })
  town!: string;

  @Field(() => String, { description: 'Its postal address. Invented, as everything in the seed.' })
  address!: string;

  @Field(() => [String], { description: 'Languages its staff speaks, as ISO 639-1 codes.' })
  languages!: readonly string[];

  @Field(() => [String], { description: 'What it does for companies, in the language of the request.' })
  services!: readonly string[];
}

@ObjectType('TradeAgreement', {
  description: 'An agreement that opens other markets from a country. Not legal advice.',
  simpleResolvers: true,
})
export class TradeAgreementType {
  @Field(() => String, { description: 'Its name, in the language of the request.' })
  name!: string;

  @Field(() => [CountryCodeScalar], { description: 'Countries that can be reached under it.' })
  reachableCountries!: readonly string[];

  @Field(() => LocalDateScalar, { description: 'The day it took effect.' })
  validFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day it has effect; null without an end.' })
  validTo!: LocalDate | null;

  @Field(() => String, { description: 'Where this was read.' })
  source!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day the network had it checked; null when it has not yet: have it checked before you rely on it.',
  })
  checkedOn!: LocalDate | null;
}

@ObjectType('DestinationCounts', { description: 'Headline counts of a destination today.', simpleResolvers: true })
export class DestinationCountsType {
  @Field(() => Int, { description: 'Positions held there by companies of the network from elsewhere.' })
  positions!: number;

  @Field(() => Int, { description: 'Those of them that were not confirmed within twelve months.' })
  stalePositions!: number;

  @Field(() => Int, { description: 'Those of them that an introduction may be asked for.' })
  openToCalls!: number;

  @Field(() => Int, { description: 'Positions in Occitanie of companies from there.' })
  positionsInOccitanie!: number;

  @Field(() => Int, { description: 'Verified, published reviews of experiences there.' })
  verifiedReviews!: number;

  @Field(() => Int, { description: 'Places to work there.' })
  premises!: number;
}

@ObjectType('Destination', { description: 'A country, and all the network knows of doing business there.', simpleResolvers: true })
export class DestinationType {
  @Field(() => CountryCodeScalar, { description: 'The country.' })
  country!: string;

  @Field(() => String, { description: 'The name of the country, in the language of the request.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its time zone by the IANA database, that of its business capital; null when nobody wrote a card.',
  })
  timeZone!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes of flight from Toulouse, the quickest usual way, stops included; null when not known.',
  })
  flightMinutesFromToulouse!: number | null;

  @Field(() => String, { nullable: true, description: 'Practical notes, in the language of the request; null when nobody wrote a card.' })
  notes!: string | null;

  @Field(() => String, { nullable: true, description: 'Where time zone, flight and notes come from.' })
  cardSource!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day time zone, flight and notes were last looked at.' })
  cardAsOf!: LocalDate | null;

  /** What the nearest hub is found from; not shown. */
  centre!: Place;
}

export function destinationType({ country, centre, card }: CountryView, language: Language): DestinationType {
  return {
    country,
    centre,
    name: countryName(country, language),
    timeZone: card?.timeZone ?? null,
    flightMinutesFromToulouse: card?.flightMinutes ?? null,
    notes: card?.notes[language] ?? null,
    cardSource: card?.source[language] ?? null,
    cardAsOf: card?.asOf ?? null,
  };
}
