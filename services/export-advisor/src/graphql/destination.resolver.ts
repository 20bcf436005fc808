import { NotFound } from '@leader/subgraph-kit/errors/errors';
import { GapType } from '@leader/subgraph-kit/graph/gap.type';
import { CountryCodeScalar } from '@leader/subgraph-kit/graph/scalars';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type DestinationCounts, gapsOf } from '../domain/gaps.ts';
import { hubStatusOn, nearestOpenHub } from '../domain/hub.ts';
import { noReviews, type Score, scoreOf } from '../domain/score.ts';
import { requireNetworkReader } from '../use-cases/reading-rights.ts';
import type { ExportContext } from './context.ts';
import { gapTexts } from './texts.ts';
import {
  DestinationCountsType,
  DestinationHubType,
  DestinationType,
  destinationType,
  NearestHubType,
  RegionalHouseType,
  TradeAgreementType,
} from './types/destination.type.ts';
import { ScoreType } from './types/score.type.ts';

@Resolver(() => DestinationType)
export class DestinationResolver {
  @Query(() => DestinationType, {
    nullable: true,
    description:
      'A country, and all the network knows of doing business there. Every country has an answer; what is not known stands under gaps.',
  })
  async destination(
    @Arg('country', () => CountryCodeScalar, { description: 'The country, for example MA.' }) country: string,
    @Ctx() { loaders, viewer }: ExportContext,
  ): Promise<DestinationType> {
    const view = await loaders.countryByCode.load(country);
    if (!view) throw new NotFound('No country has this code.');
    return destinationType(view, viewer.language);
  }

  @FieldResolver(() => DestinationHubType, {
    nullable: true,
    description: 'The hub of the network in this country, planned or open; null without one.',
  })
  async hub(@Root() { country }: DestinationType, @Ctx() { loaders, today }: ExportContext): Promise<DestinationHubType | null> {
    const hub = (await loaders.hubs()).find((candidate) => candidate.country === country);
    const status = hub && hubStatusOn(hub, today);
    if (!status) return null;
    return { branch: { id: encodeId('branch', hub.branchId) }, town: hub.town, status, openedOn: status === 'OPEN' ? hub.openedOn : null };
  }

  @FieldResolver(() => NearestHubType, {
    nullable: true,
    description: 'The nearest open hub, which is the own one where there is one; null while no hub is open anywhere.',
  })
  async nearestHub(@Root() { centre }: DestinationType, @Ctx() { loaders, today }: ExportContext): Promise<NearestHubType | null> {
    const nearest = nearestOpenHub(centre, await loaders.hubs(), today);
    if (!nearest) return null;
    const { branchId, town, country } = nearest.hub;
    return { branch: { id: encodeId('branch', branchId) }, town, country, distanceKm: nearest.distanceKm };
  }

  @FieldResolver(() => RegionalHouseType, { nullable: true, description: 'The house of the Region in this country; null without one.' })
  async house(@Root() { country }: DestinationType, @Ctx() { loaders, viewer }: ExportContext): Promise<RegionalHouseType | null> {
    const house = await loaders.houseByCountry.load(country);
    return house ? { ...house, services: house.services[viewer.language] } : null;
  }

  @FieldResolver(() => [TradeAgreementType], {
    description: 'Agreements in effect today that open other markets from this country, the oldest first.',
  })
  async agreements(@Root() { country }: DestinationType, @Ctx() { loaders, viewer }: ExportContext): Promise<TradeAgreementType[]> {
    const agreements = await loaders.agreementsByHubCountry.load(country);
    return agreements.map((agreement) => ({
      ...agreement,
      name: agreement.name[viewer.language],
      source: agreement.source[viewer.language],
    }));
  }

  @FieldResolver(() => DestinationCountsType, { description: 'How much the network knows of this country, in figures of today.' })
  counts(@Root() { country }: DestinationType, @Ctx() context: ExportContext): Promise<DestinationCounts> {
    return countsOf(country, context);
  }

  @FieldResolver(() => ScoreType, {
    nullable: true,
    description:
      'How experiences there went: of the destination, its organisations, premises and support bodies alike. Null with an error when the viewer may not read reviews.',
  })
  async score(@Root() { country }: DestinationType, @Ctx() { loaders, viewer }: ExportContext): Promise<Score> {
    requireNetworkReader(viewer);
    const tallies = await loaders.talliesByCountry();
    return scoreOf(tallies.get(country) ?? noReviews, tallies.get('') ?? noReviews);
  }

  @FieldResolver(() => [GapType], { description: 'What the network does not know about this country, the most important first.' })
  async gaps(@Root() { country, cardAsOf }: DestinationType, @Ctx() context: ExportContext): Promise<GapType[]> {
    const { loaders, today, viewer } = context;
    const [counts, hubs, house, agreements] = await Promise.all([
      countsOf(country, context),
      loaders.hubs(),
      loaders.houseByCountry.load(country),
      loaders.agreementsByHubCountry.load(country),
    ]);
    const facts = {
      ...counts,
      cardAsOf,
      hasHouse: house !== undefined,
      hasOpenHub: hubs.some((hub) => hub.country === country && hubStatusOn(hub, today) === 'OPEN'),
      uncheckedAgreements: agreements.filter((agreement) => agreement.checkedOn === null).length,
    };
    return gapsOf(facts, today).map((code) => ({ code, message: gapTexts[code](facts)[viewer.language] }));
  }
}

async function countsOf(country: string, { loaders }: ExportContext): Promise<DestinationCounts> {
  const counts = await loaders.countsByCountry.load(country);
  if (!counts) throw new NotFound('No country has this code.');
  return counts;
}
