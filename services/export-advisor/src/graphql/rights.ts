import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

const network = scopes('export:read');

/** Countries, houses, agreements and headline counts are for everybody; who is where, and what they think, for the network and its hubs. */
export const rights: Rights = {
  Query: { destination: 'anyone', positions: network },
  Destination: {
    ...fieldsFor('anyone', 'country', 'name', 'timeZone', 'flightMinutesFromToulouse', 'notes', 'cardSource', 'cardAsOf'),
    ...fieldsFor('anyone', 'hub', 'nearestHub', 'house', 'agreements', 'counts', 'gaps'),
    ...fieldsFor(network, 'score', 'positions', 'positionsInOccitanie', 'reviews', 'pitfalls', 'premises'),
  },
  Branch: { id: 'anyone' },
  Company: { id: 'anyone', ...fieldsFor(network, 'positions', 'reviewsWritten') },
  Position: {
    ...fieldsFor(network, 'id', 'company', 'kind', 'homeCountry', 'hostCountry', 'city', 'department', 'since', 'sectors'),
    ...fieldsFor(network, 'openToCalls', 'lastConfirmedOn', 'status', 'callable'),
  },
  Review: {
    ...fieldsFor(network, 'id', 'target', 'targetName', 'country', 'experienceFrom', 'experienceTo', 'publishedOn', 'verified'),
    ...fieldsFor(network, 'language', 'stars', 'wouldDoAgain', 'text', 'author', 'pitfalls'),
  },
  Premises: {
    ...fieldsFor(network, 'id', 'country', 'town', 'kind', 'operator', 'operatorName', 'operatorCompany', 'capacity', 'freeFrom'),
    ...fieldsFor(network, 'freeTo', 'price', 'pricePer', 'maxTermMonths', 'renewals', 'services', 'freeDesks', 'score'),
  },
  PositionConnection: network,
  PositionEdge: network,
  PositionSector: network,
  Callable: network,
  ReviewConnection: network,
  ReviewEdge: network,
  ReviewStars: network,
  ReviewScore: network,
  FacetScore: network,
  WouldDoAgain: network,
  Pitfall: network,
  PitfallConnection: network,
  PitfallEdge: network,
  PremisesConnection: network,
  PremisesEdge: network,
  DestinationHub: 'anyone',
  NearestHub: 'anyone',
  RegionalHouse: 'anyone',
  TradeAgreement: 'anyone',
  DestinationCounts: 'anyone',
  Gap: 'anyone',
  Money: 'anyone',
  PageInfo: 'anyone',
};
