import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { CriteriaVersion, Criterion } from '../domain/criteria.ts';
import type { StatusChange } from '../domain/fund-status.ts';

/** The same words in each language the network speaks. */
export type Wording = Readonly<Record<Language, string>>;

/** A criterion with the words it is published in. */
export type PublishedCriterion = Criterion & { readonly name: Wording; readonly explanation: Wording };

export interface PublishedCriteria extends CriteriaVersion<PublishedCriterion> {
  readonly source: Wording;
}

export interface PublishedStatusChange extends StatusChange {
  readonly note: Wording;
}

export type PartnerRole = 'TECHNOLOGY_TRANSFER' | 'EUROPEAN_CALL';

interface PartnerView {
  readonly role: PartnerRole;
  readonly name: Wording;
  readonly since: LocalDate;
}

/** The fund as it stood on one day. */
export interface FundView {
  readonly id: Uuid;
  readonly name: Wording;
  readonly thesis: Wording;
  /** Changes up to that day, the first one first. Never empty: a fund is announced as something. */
  readonly statusHistory: readonly PublishedStatusChange[];
  readonly partners: readonly PartnerView[];
  /** Null on a day without criteria in force. */
  readonly criteria: PublishedCriteria | null;
}
