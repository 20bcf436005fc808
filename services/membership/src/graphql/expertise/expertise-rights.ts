import { fieldsFor, type Rights, scopes } from '@leader/subgraph-kit/federation/rights';

const directory = scopes('members:read');

/** Themes are for everybody. That listings are for members and branches only, and an exchange for its two companies, is said by row. */
export const expertiseQueries = {
  ...fieldsFor('anyone', 'expertiseThemes'),
  ...fieldsFor(directory, 'expertiseListings', 'expertiseMatches', 'exchange', 'exchanges'),
};

export const expertiseMutations = fieldsFor(
  'signed in',
  'publishListing',
  'closeListing',
  'proposeExchange',
  'acceptExchange',
  'declineExchange',
  'cancelExchange',
  'closeExchange',
  'rateExchange',
);

export const expertiseRights: Rights = {
  ExpertiseTheme: 'anyone',
  ...Object.fromEntries(
    ['ExpertiseListing', 'ExpertiseMatch', 'ExpertiseExchange'].flatMap((type) => [
      [type, directory],
      [`${type}Connection`, directory],
      [`${type}Edge`, directory],
    ]),
  ),
  ExpertiseMatchReason: directory,
  ExpertiseListingChanged: 'signed in',
  ExpertiseExchangeChanged: 'signed in',
  ListingRefused: 'signed in',
  ListingClosureRefused: 'signed in',
  ExchangeProposalRefused: 'signed in',
  ExchangeAcceptanceRefused: 'signed in',
  ExchangeDeclineRefused: 'signed in',
  ExchangeCancellationRefused: 'signed in',
  ExchangeClosureRefused: 'signed in',
  ExchangeRatingRefused: 'signed in',
};
