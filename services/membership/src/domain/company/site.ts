import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { isRegistrationNumber } from '@leader/subgraph-kit/values/registration-numbers';
import { accept, type Decision, refuse } from '../decision.ts';

export const siteOpeningRefusals = [
  'DEPARTMENT_MISSING',
  'NOT_A_DEPARTMENT',
  'DEPARTMENT_ABROAD',
  'TOWN_MISSING',
  'OPENED_IN_THE_FUTURE',
  'SEAT_ABROAD',
  'SIRET_ABROAD',
  'SIRET_INVALID',
  'SIREN_UNKNOWN',
  'SIRET_OF_ANOTHER_COMPANY',
  'SITE_KNOWN_ALREADY',
] as const;
export type SiteOpeningRefusal = (typeof siteOpeningRefusals)[number];

export const siteClosingRefusals = ['CLOSED_ALREADY', 'SEAT_STAYS', 'CLOSED_IN_THE_FUTURE', 'CLOSED_BEFORE_IT_OPENED'] as const;
export type SiteClosingRefusal = (typeof siteClosingRefusals)[number];

/** A place where a company works. In France it lies in a department and may have a SIRET; abroad its town says where. */
export interface SiteFacts {
  readonly country: string;
  readonly town: string | null;
  readonly department: string | null;
  /** Without separators. */
  readonly siret: string | null;
  readonly openedOn: LocalDate | null;
  readonly isSeat: boolean;
}

export interface OpenedSite {
  readonly isSeat: boolean;
  readonly openedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
}

/** Two signs: a number would lose the zero of 09 and the letter of 2A. */
const department = /^(0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6])$/;

/**
 * The company works somewhere else as well, or moves its seat there from today on.
 *
 * @param siren of the company, undefined when it is not known
 */
export function openSite(
  company: { readonly country: string; readonly siren: string | undefined },
  site: SiteFacts,
  isKnown: boolean,
  today: LocalDate,
): Decision<SiteOpeningRefusal, SiteFacts> {
  const isInFrance = site.country === 'FR';
  if (isInFrance && site.department === null) return refuse('DEPARTMENT_MISSING');
  if (isInFrance && !department.test(site.department ?? '')) return refuse('NOT_A_DEPARTMENT');
  if (!isInFrance && site.department !== null) return refuse('DEPARTMENT_ABROAD');
  if (!isInFrance && site.town === null) return refuse('TOWN_MISSING');
  if (site.openedOn !== null && site.openedOn > today) return refuse('OPENED_IN_THE_FUTURE');
  if (site.isSeat && site.country !== company.country) return refuse('SEAT_ABROAD');
  if (site.siret !== null) {
    if (!isInFrance) return refuse('SIRET_ABROAD');
    if (!isRegistrationNumber('SIRET', site.siret)) return refuse('SIRET_INVALID');
    if (company.siren === undefined) return refuse('SIREN_UNKNOWN');
    if (!site.siret.startsWith(company.siren)) return refuse('SIRET_OF_ANOTHER_COMPANY');
    if (isKnown) return refuse('SITE_KNOWN_ALREADY');
  }
  return accept(site);
}

/** The company gives up a site. Its seat it cannot give up, only move. */
export function closeSite(site: OpenedSite, closedOn: LocalDate, today: LocalDate): Decision<SiteClosingRefusal, { closedOn: LocalDate }> {
  if (site.closedOn !== null) return refuse('CLOSED_ALREADY');
  if (site.isSeat) return refuse('SEAT_STAYS');
  if (closedOn > today) return refuse('CLOSED_IN_THE_FUTURE');
  if (site.openedOn !== null && closedOn < site.openedOn) return refuse('CLOSED_BEFORE_IT_OPENED');
  return accept({ closedOn });
}
