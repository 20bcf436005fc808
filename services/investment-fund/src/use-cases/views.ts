import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { CriteriaVersion, Criterion } from '../domain/criteria.ts';
import type { StatusChange } from '../domain/fund-status.ts';

/** A criterion with the words it is published in. */
export type PublishedCriterion = Criterion & { readonly name: Texts; readonly explanation: Texts };

export interface PublishedCriteria extends CriteriaVersion<PublishedCriterion> {
  readonly source: Texts;
}

export interface PublishedStatusChange extends StatusChange {
  readonly note: Texts;
}

export type PartnerRole = 'TECHNOLOGY_TRANSFER' | 'EUROPEAN_CALL';

export interface PartnerView {
  readonly role: PartnerRole;
  readonly name: Texts;
  readonly since: LocalDate;
}

/** The fund as it stood on one day. */
export interface FundView {
  readonly id: Uuid;
  readonly name: Texts;
  readonly thesis: Texts;
  /** Changes up to that day, the first one first. Never empty: a fund is announced as something. */
  readonly statusHistory: readonly PublishedStatusChange[];
  readonly partners: readonly PartnerView[];
  /** Null on a day without criteria in force. */
  readonly criteria: PublishedCriteria | null;
}
