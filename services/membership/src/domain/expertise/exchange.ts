import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept as accepting, type Decision, refuse } from '../decision.ts';
import { isOpenOn, type Listing } from './listing.ts';

export const exchangeStatuses = ['PROPOSED', 'ACCEPTED', 'DONE', 'RATED', 'DECLINED', 'CANCELLED', 'EXPIRED'] as const;
export type ExchangeStatus = (typeof exchangeStatuses)[number];

export type ExchangeOutcome = 'SOLVED' | 'WAY_FORWARD' | 'NOTHING_CAME_OF_IT';

/** The days on which things happened to an exchange. Where it stands is derived from them, so that nothing has to expire it. */
export interface ExchangeDays {
  readonly proposedOn: LocalDate;
  /** Last day for an answer. */
  readonly answerBy: LocalDate;
  readonly acceptedOn: LocalDate | null;
  readonly declinedOn: LocalDate | null;
  readonly cancelledOn: LocalDate | null;
  readonly doneOn: LocalDate | null;
  readonly ratedOn: LocalDate | null;
}

/** A member that helps another one. Both are companies: nobody rates a person. */
export interface Exchange extends ExchangeDays {
  readonly expertId: string;
  readonly seekerId: string;
  readonly proposedBy: string;
}

/** A company as far as an exchange asks about it. */
export interface Party {
  readonly companyId: string;
  readonly isActive: boolean;
  /** Companies of one group are a single undertaking: they do not meet as peers. */
  readonly groupId: string | null;
}

export const proposalRefusals = ['LISTING_CLOSED', 'OWN_LISTING', 'NOT_BOTH_ACTIVE', 'SAME_GROUP', 'PROPOSED_ALREADY'] as const;
export type ProposalRefusal = (typeof proposalRefusals)[number];
export const acceptanceRefusals = ['OWN_PROPOSAL', 'EXPIRED', 'NOT_PROPOSED', 'NOT_BOTH_ACTIVE', 'SAME_GROUP'] as const;
export type AcceptanceRefusal = (typeof acceptanceRefusals)[number];
export const declineRefusals = ['OWN_PROPOSAL', 'EXPIRED', 'NOT_PROPOSED'] as const;
export type DeclineRefusal = (typeof declineRefusals)[number];
export const cancellationRefusals = ['NOT_UNDER_WAY', 'NOT_YOUR_PROPOSAL'] as const;
export type CancellationRefusal = (typeof cancellationRefusals)[number];
export const completionRefusals = ['NOT_ACCEPTED', 'HOURS_IMPOSSIBLE'] as const;
export type CompletionRefusal = (typeof completionRefusals)[number];
export const ratingRefusals = ['NOT_DONE', 'RATED_ALREADY', 'NOT_THE_SEEKER', 'SATISFACTION_OUT_OF_RANGE'] as const;
export type RatingRefusal = (typeof ratingRefusals)[number];

/** Where an exchange stands on a day; null before it was proposed. */
export function statusOn(days: ExchangeDays, day: LocalDate): ExchangeStatus | null {
  const has = (happened: LocalDate | null) => happened !== null && happened <= day;
  if (days.proposedOn > day) return null;
  if (has(days.cancelledOn)) return 'CANCELLED';
  if (has(days.declinedOn)) return 'DECLINED';
  if (has(days.ratedOn)) return 'RATED';
  if (has(days.doneOn)) return 'DONE';
  if (has(days.acceptedOn)) return 'ACCEPTED';
  return days.answerBy < day ? 'EXPIRED' : 'PROPOSED';
}

/** A member answers the listing of another one: it asks for what is offered, or offers what is needed. */
export function propose(
  listing: Listing,
  proposer: Party,
  publisher: Party,
  earlier: readonly Exchange[],
  today: LocalDate,
  answerWithinDays: number,
): Decision<ProposalRefusal, Exchange> {
  if (!isOpenOn(listing, today)) return refuse('LISTING_CLOSED');
  if (proposer.companyId === publisher.companyId) return refuse('OWN_LISTING');
  const obstacle = obstacleBetween(proposer, publisher);
  if (obstacle) return refuse(obstacle);
  if (earlier.some((one) => one.proposedBy === proposer.companyId && isUnderWay(one, today))) return refuse('PROPOSED_ALREADY');
  const isAsked = listing.kind === 'OFFER';
  return accepting({
    expertId: isAsked ? publisher.companyId : proposer.companyId,
    seekerId: isAsked ? proposer.companyId : publisher.companyId,
    proposedBy: proposer.companyId,
    proposedOn: today,
    answerBy: addDays(today, answerWithinDays),
    acceptedOn: null,
    declinedOn: null,
    cancelledOn: null,
    doneOn: null,
    ratedOn: null,
  });
}

/** The other company says yes, in time, while both are active members of different groups. */
export function accept(
  exchange: Exchange,
  by: Party,
  other: Party,
  today: LocalDate,
): Decision<AcceptanceRefusal, Pick<Exchange, 'acceptedOn'>> {
  const unanswerable = whyUnanswerable(exchange, by.companyId, today);
  if (unanswerable) return refuse(unanswerable);
  const obstacle = obstacleBetween(by, other);
  if (obstacle) return refuse(obstacle);
  return accepting({ acceptedOn: today });
}

/** The other company says no. */
export function decline(exchange: Exchange, by: string, today: LocalDate): Decision<DeclineRefusal, Pick<Exchange, 'declinedOn'>> {
  const unanswerable = whyUnanswerable(exchange, by, today);
  if (unanswerable) return refuse(unanswerable);
  return accepting({ declinedOn: today });
}

/** Whoever proposed takes it back; once it is agreed, either of the two may call it off. */
export function cancel(exchange: Exchange, by: string, today: LocalDate): Decision<CancellationRefusal, Pick<Exchange, 'cancelledOn'>> {
  if (!isUnderWay(exchange, today)) return refuse('NOT_UNDER_WAY');
  if (statusOn(exchange, today) === 'PROPOSED' && exchange.proposedBy !== by) return refuse('NOT_YOUR_PROPOSAL');
  return accepting({ cancelledOn: today });
}

/** Either of the two says how long it took: quarters of an hour, at most 500 hours. */
export function close(exchange: Exchange, hours: number, today: LocalDate): Decision<CompletionRefusal, Pick<Exchange, 'doneOn'>> {
  if (statusOn(exchange, today) !== 'ACCEPTED') return refuse('NOT_ACCEPTED');
  if (!(hours > 0 && hours <= 500) || !Number.isInteger(hours * 4)) return refuse('HOURS_IMPOSSIBLE');
  return accepting({ doneOn: today });
}

/** The company that was helped says how satisfied it is, from 1 to 5, once. */
export function rate(
  exchange: Exchange,
  by: string,
  satisfaction: number,
  today: LocalDate,
): Decision<RatingRefusal, Pick<Exchange, 'ratedOn'>> {
  const status = statusOn(exchange, today);
  if (status === 'RATED') return refuse('RATED_ALREADY');
  if (status !== 'DONE') return refuse('NOT_DONE');
  if (by !== exchange.seekerId) return refuse('NOT_THE_SEEKER');
  if (!Number.isInteger(satisfaction) || satisfaction < 1 || satisfaction > 5) return refuse('SATISFACTION_OUT_OF_RANGE');
  return accepting({ ratedOn: today });
}

function whyUnanswerable(exchange: Exchange, by: string, today: LocalDate): DeclineRefusal | undefined {
  if (exchange.proposedBy === by) return 'OWN_PROPOSAL';
  const status = statusOn(exchange, today);
  if (status === 'EXPIRED') return 'EXPIRED';
  return status === 'PROPOSED' ? undefined : 'NOT_PROPOSED';
}

function obstacleBetween(one: Party, other: Party): 'NOT_BOTH_ACTIVE' | 'SAME_GROUP' | undefined {
  if (!one.isActive || !other.isActive) return 'NOT_BOTH_ACTIVE';
  return one.groupId !== null && one.groupId === other.groupId ? 'SAME_GROUP' : undefined;
}

export function isUnderWay(exchange: Exchange, day: LocalDate): boolean {
  return ['PROPOSED', 'ACCEPTED'].includes(statusOn(exchange, day) ?? '');
}
