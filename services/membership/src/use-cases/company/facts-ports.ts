import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { ActivityCode } from '../../domain/company/activity.ts';
import type { Register } from '../../domain/company/register.ts';
import type { HeldNumber } from '../../domain/company/registration.ts';
import type { OpenedSite, SiteFacts } from '../../domain/company/site.ts';
import type { AnsweredCompany, OneCompany } from '../company-ports.ts';
import type { Writes } from '../write-ports.ts';

/** A company with what is on record of it, held so that nobody else changes that meanwhile. */
export interface HeldCompany extends AnsweredCompany {
  readonly version: number;
  readonly country: string;
  readonly registrations: readonly HeldNumber[];
  readonly activities: readonly ActivityCode[];
  readonly siteCountries: readonly string[];
}

export interface HeldSite extends OpenedSite {
  readonly companyId: Uuid;
}

/** What people enter about companies, within one transaction. */
export interface FactsBook {
  /** Holds the companies that ids lead to until the end of the transaction, always in the same order. */
  holdAll(askedIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, OneCompany>>;
  heldForUpdate(companyId: Uuid): Promise<HeldCompany | undefined>;
  /** Counts one change of the company, if its facts still have the expected version. */
  countChange(companyId: Uuid, expectedVersion: number): Promise<{ readonly swapped: boolean; readonly current: number | undefined }>;
  register(code: string): Promise<Register | undefined>;
  holderOf(scheme: string, value: string): Promise<Uuid | undefined>;
  /** Enters a number unless somebody else was faster. */
  enterNumber(companyId: Uuid, number: { readonly scheme: string; readonly value: string; readonly raw: string }): Promise<boolean>;
  enterVerification(
    number: { readonly scheme: string; readonly value: string; readonly checkedOn: LocalDate; readonly evidence: string },
    by: string,
    at: Date,
  ): Promise<void>;
  site(id: Uuid): Promise<HeldSite | undefined>;
  isSiretKnown(siret: string): Promise<boolean>;
  /** Enters a site unless somebody else entered its number first. A new seat takes the place of the old one from that day on. */
  enterSite(id: Uuid, companyId: Uuid, site: SiteFacts, today: LocalDate): Promise<boolean>;
  enterClosing(siteId: Uuid, closedOn: LocalDate): Promise<void>;
  enterActivity(companyId: Uuid, activity: ActivityCode, today: LocalDate): Promise<void>;
}

export type FactsWrites = Writes<FactsBook>;
