import type { ExchangeOutcome, ExchangeStatus } from '../../domain/expertise/exchange.ts';
import type { ListingKind, Objective } from '../../domain/expertise/listing.ts';
import type { MatchReason } from '../../domain/expertise/matching.ts';
import { enumOf } from '../types/enums.ts';
import { matchTexts } from './expertise.texts.ts';

export const ListingKindEnum = enumOf('ListingKind', 'What a listing says.', {
  OFFER: 'A member can help.',
  NEED: 'A member looks for help.',
} satisfies Record<ListingKind, string>);

export const ObjectiveEnum = enumOf('Objective', 'What the network promised to help its members with.', {
  INNOVATION: 'Innovation.',
  GROWTH: 'Growth.',
  SOCIAL_RESPONSIBILITY: 'Social and environmental responsibility.',
} satisfies Record<Objective, string>);

export const ExchangeStatusEnum = enumOf('ExchangeStatus', 'Where an exchange stands on a day, derived from what happened to it.', {
  PROPOSED: 'Waits for the answer of the other company.',
  ACCEPTED: 'Agreed, not done yet.',
  DONE: 'It took place.',
  RATED: 'It took place, and the company that was helped said how satisfied it is.',
  DECLINED: 'The other company said no.',
  CANCELLED: 'Called off.',
  EXPIRED: 'Nobody answered in time.',
} satisfies Record<ExchangeStatus, string>);

export const ExchangeOutcomeEnum = enumOf('ExchangeOutcome', 'What an exchange led to.', {
  SOLVED: 'The need was met.',
  WAY_FORWARD: 'It is clear what to do next.',
  NOTHING_CAME_OF_IT: 'It did not help.',
} satisfies Record<ExchangeOutcome, string>);

export const MatchReasonEnum = enumOf(
  'MatchReason',
  'Why a listing stands where it stands among those that fit. What a member pays is no reason.',
  Object.fromEntries(Object.entries(matchTexts).map(([reason, { en }]) => [reason, `${en}.`])) as Record<MatchReason, string>,
);
