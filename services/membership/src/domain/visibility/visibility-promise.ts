import { addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { isInForce, type PartnerNetwork, type PartnerTerm } from '../affiliation/partner-network.ts';
import { accept, type Decision, refuse } from '../decision.ts';

/** What of an agreement is delivered on a day. That a network keeps its name is no delivery. */
export const visibilityTerms = ['BRANCH_PAGE', 'COMMUNICATION_KIT', 'VISIBILITY_FIGURES'] as const satisfies readonly PartnerTerm[];
export type VisibilityTerm = (typeof visibilityTerms)[number];

export const promiseStatuses = ['OPEN', 'OVERDUE', 'DELIVERED', 'RELEASED'] as const;
export type PromiseStatus = (typeof promiseStatuses)[number];

/** Something that an affiliated network was promised by a day, and what counts as done. */
export interface VisibilityPromise {
  readonly term: VisibilityTerm;
  readonly promisedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly doneWhen: string;
  /** Null as long as nobody showed it. */
  readonly deliveredOn: LocalDate | null;
  /** The day the network it was given to let go of it; null as long as it stands. */
  readonly releasedOn: LocalDate | null;
}

/** What shows that a promise was kept. */
export interface Delivery {
  readonly deliveredOn: LocalDate;
  /** Where it can be seen: an address, or the reference of a document. */
  readonly evidence: string;
  /** How often members of the network were seen and asked; for figures only. */
  readonly counted: number | null;
}

export type Draft = Pick<VisibilityPromise, 'term' | 'dueOn' | 'doneWhen'>;

export const promiseRefusals = [
  'AGREEMENT_NOT_IN_FORCE',
  'NOT_IN_THE_AGREEMENT',
  'DUE_IN_THE_PAST',
  'DUE_AFTER_THE_AGREEMENT',
  'DUE_TOO_LATE',
  'DONE_WHEN_MISSING',
  'PROMISED_ALREADY',
] as const;
export type PromiseRefusal = (typeof promiseRefusals)[number];
export const deliveryRefusals = [
  'DELIVERED_ALREADY',
  'RELEASED_ALREADY',
  'DELIVERED_IN_THE_FUTURE',
  'DELIVERED_BEFORE_THE_PROMISE',
  'EVIDENCE_MISSING',
  'COUNT_MISSING',
  'COUNT_WITHOUT_FIGURES',
  'COUNT_IMPOSSIBLE',
] as const;
export type DeliveryRefusal = (typeof deliveryRefusals)[number];
export const releaseRefusals = ['DELIVERED_ALREADY', 'RELEASED_ALREADY', 'REASON_MISSING'] as const;
export type ReleaseRefusal = (typeof releaseRefusals)[number];

const furthestInMonths = 24;
const highestCount = 100_000_000;

/** How a promise stands on a day. What is due today is not overdue yet. */
export function statusOn({ dueOn, deliveredOn, releasedOn }: VisibilityPromise, day: LocalDate): PromiseStatus {
  if (deliveredOn !== null && deliveredOn <= day) return 'DELIVERED';
  if (releasedOn !== null && releasedOn <= day) return 'RELEASED';
  return dueOn < day ? 'OVERDUE' : 'OPEN';
}

/** The network promises what the agreement holds, by a day on which the agreement still does; one thing at a time of each kind. */
export function promise(
  network: PartnerNetwork,
  draft: Draft,
  isPromised: boolean,
  today: LocalDate,
): Decision<PromiseRefusal, VisibilityPromise> {
  if (!isInForce(network, today)) return refuse('AGREEMENT_NOT_IN_FORCE');
  if (!network.terms.includes(draft.term)) return refuse('NOT_IN_THE_AGREEMENT');
  if (draft.dueOn < today) return refuse('DUE_IN_THE_PAST');
  if (network.endsOn !== null && draft.dueOn > network.endsOn) return refuse('DUE_AFTER_THE_AGREEMENT');
  if (draft.dueOn > addMonths(today, furthestInMonths)) return refuse('DUE_TOO_LATE');
  if (draft.doneWhen.trim() === '') return refuse('DONE_WHEN_MISSING');
  if (isPromised) return refuse('PROMISED_ALREADY');
  return accept({ ...draft, promisedOn: today, deliveredOn: null, releasedOn: null });
}

/** Somebody shows that a promise was kept, late or in time, also after the agreement ended. */
export function deliver(promised: VisibilityPromise, delivery: Delivery, today: LocalDate): Decision<DeliveryRefusal, Delivery> {
  if (promised.deliveredOn !== null) return refuse('DELIVERED_ALREADY');
  if (promised.releasedOn !== null) return refuse('RELEASED_ALREADY');
  if (delivery.deliveredOn > today) return refuse('DELIVERED_IN_THE_FUTURE');
  if (delivery.deliveredOn < promised.promisedOn) return refuse('DELIVERED_BEFORE_THE_PROMISE');
  if (delivery.evidence.trim() === '') return refuse('EVIDENCE_MISSING');
  const isAboutFigures = promised.term === 'VISIBILITY_FIGURES';
  if (isAboutFigures && delivery.counted === null) return refuse('COUNT_MISSING');
  if (!isAboutFigures && delivery.counted !== null) return refuse('COUNT_WITHOUT_FIGURES');
  if (delivery.counted !== null && (delivery.counted < 0 || delivery.counted > highestCount)) return refuse('COUNT_IMPOSSIBLE');
  return accept(delivery);
}

/** Those who were promised something let go of it and say why, overdue or not; what was kept stays kept. */
export function release(promised: VisibilityPromise, reason: string, today: LocalDate): Decision<ReleaseRefusal, LocalDate> {
  if (promised.deliveredOn !== null) return refuse('DELIVERED_ALREADY');
  if (promised.releasedOn !== null) return refuse('RELEASED_ALREADY');
  if (reason.trim() === '') return refuse('REASON_MISSING');
  return accept(today);
}
