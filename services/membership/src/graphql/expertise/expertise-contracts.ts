import type { Contracts } from '@leader/subgraph-kit/federation/contracts';
import {
  acceptanceRefusals,
  cancellationRefusals,
  completionRefusals,
  declineRefusals,
  exchangeStatuses,
  proposalRefusals,
  ratingRefusals,
} from '../../domain/expertise/exchange.ts';
import { closureRefusals, publicationRefusals } from '../../domain/expertise/listing.ts';
import { matchTexts } from './expertise.texts.ts';

const paged = 'first, after, last, before';
const key = 'idempotencyKey';
const refused = (name: string, reasons: readonly string[]) => ({ [name]: ['reason', 'message'], [`${name}Reason`]: reasons });
const list = (name: string) => ({ [`${name}Connection`]: ['edges', 'pageInfo'], [`${name}Edge`]: ['node', 'cursor'] });

/** Members exchange expertise themselves; everybody may read on what. */
export const expertiseContracts: Contracts = {
  'public member reporting': {
    Query: ['expertiseThemes'],
    ExpertiseTheme: ['code', 'objective', 'name', 'validFrom', 'validTo'],
    Objective: ['INNOVATION', 'GROWTH', 'SOCIAL_RESPONSIBILITY'],
  },
  member: {
    Query: [
      `expertiseListings(${paged}, kind, theme, objective, branch, companyId)`,
      `expertiseMatches(${paged}, theme, kind, companyId)`,
      'exchange(id)',
      `exchanges(${paged}, companyId, status)`,
    ],
    ExpertiseListing: ['id', 'kind', 'title', 'details', 'publishedOn', 'openUntil', 'closedOn', 'shownSize', 'theme', 'company'],
    ...list('ExpertiseListing'),
    ListingKind: ['OFFER', 'NEED'],
    ExpertiseMatch: ['listing', 'reasons'],
    ...list('ExpertiseMatch'),
    ExpertiseMatchReason: ['code', 'message'],
    MatchReason: Object.keys(matchTexts),
    ExpertiseExchange: [
      ...['id', 'message', 'proposedOn', 'answerBy', 'doneOn', 'hours', 'outcome', 'satisfaction', 'status(asOf)'],
      ...['theme', 'listing', 'expert', 'seeker', 'proposedBy'],
    ],
    ...list('ExpertiseExchange'),
    ExchangeStatus: exchangeStatuses,
    ExchangeOutcome: ['SOLVED', 'WAY_FORWARD', 'NOTHING_CAME_OF_IT'],
    Mutation: [
      ...['publishListing(input)', 'closeListing(input)', 'proposeExchange(input)', 'acceptExchange(input)'],
      ...['declineExchange(input)', 'cancelExchange(input)', 'closeExchange(input)', 'rateExchange(input)'],
    ],
    PublishListingInput: [key, 'companyId', 'kind', 'theme', 'title', 'details', 'openUntil', 'showSize'],
    CloseListingInput: [key, 'listingId'],
    ProposeExchangeInput: [key, 'listingId', 'companyId', 'message'],
    AcceptExchangeInput: [key, 'exchangeId', 'companyId'],
    DeclineExchangeInput: [key, 'exchangeId', 'companyId'],
    CancelExchangeInput: [key, 'exchangeId', 'companyId'],
    CloseExchangeInput: [key, 'exchangeId', 'companyId', 'hours', 'outcome'],
    RateExchangeInput: [key, 'exchangeId', 'companyId', 'satisfaction'],
    ExpertiseListingChanged: ['listing'],
    ExpertiseExchangeChanged: ['exchange'],
    PublishListingResult: [],
    CloseListingResult: [],
    ProposeExchangeResult: [],
    AcceptExchangeResult: [],
    DeclineExchangeResult: [],
    CancelExchangeResult: [],
    CloseExchangeResult: [],
    RateExchangeResult: [],
    ...refused('ListingRefused', publicationRefusals),
    ...refused('ListingClosureRefused', closureRefusals),
    ...refused('ExchangeProposalRefused', proposalRefusals),
    ...refused('ExchangeAcceptanceRefused', acceptanceRefusals),
    ...refused('ExchangeDeclineRefused', declineRefusals),
    ...refused('ExchangeCancellationRefused', cancellationRefusals),
    ...refused('ExchangeClosureRefused', completionRefusals),
    ...refused('ExchangeRatingRefused', ratingRefusals),
  },
};
