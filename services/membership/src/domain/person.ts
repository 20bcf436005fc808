import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from './decision.ts';

/** DIRECTORY: members may reach the person. TRANSFER_ABROAD: hubs may, where a hub has a basis for it. NEWS: the network writes to them. */
export const consentPurposes = ['DIRECTORY', 'TRANSFER_ABROAD', 'NEWS'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentBases = ['CONSENT', 'CONTRACT', 'LEGITIMATE_INTEREST'] as const;
export type ConsentBasis = (typeof consentBases)[number];

export const offices = ['PRESIDENT', 'TREASURER', 'SECRETARY', 'BRANCH_LEAD'] as const;
export type Office = (typeof offices)[number];

/** One line of the log of consents, which is only ever added to. */
export interface ConsentEntry {
  readonly purpose: ConsentPurpose;
  readonly given: boolean;
  readonly basis: ConsentBasis;
  readonly happenedOn: LocalDate;
}

export interface Mandate {
  readonly office: Office;
  readonly beganOn: LocalDate;
  /** The last day; null while it goes on. */
  readonly endedOn: LocalDate | null;
}

export const registrationRefusals = ['KNOWN_ALREADY', 'EMAIL_KNOWN_ALREADY'] as const;
export type RegistrationRefusal = (typeof registrationRefusals)[number];

export const givingRefusals = ['GIVEN_ALREADY'] as const;
export type GivingRefusal = (typeof givingRefusals)[number];

export const withdrawalRefusals = ['NOT_GIVEN'] as const;
export type WithdrawalRefusal = (typeof withdrawalRefusals)[number];

export const appointmentRefusals = ['ENDS_BEFORE_IT_BEGINS', 'BRANCH_NOT_OPEN', 'OFFICE_TAKEN'] as const;
export type AppointmentRefusal = (typeof appointmentRefusals)[number];

/** Whether a purpose is agreed to: what was said last counts. */
export function isGiven(log: readonly ConsentEntry[], purpose: ConsentPurpose): boolean {
  return log.findLast((entry) => entry.purpose === purpose)?.given ?? false;
}

/** A person agrees to a purpose, unless they have. */
export function giveConsent(
  log: readonly ConsentEntry[],
  purpose: ConsentPurpose,
  basis: ConsentBasis,
  today: LocalDate,
): Decision<GivingRefusal, ConsentEntry> {
  if (isGiven(log, purpose)) return refuse('GIVEN_ALREADY');
  return accept({ purpose, given: true, basis, happenedOn: today });
}

/** A person withdraws what they agreed to. */
export function withdrawConsent(
  log: readonly ConsentEntry[],
  purpose: ConsentPurpose,
  today: LocalDate,
): Decision<WithdrawalRefusal, ConsentEntry> {
  const given = log.findLast((entry) => entry.purpose === purpose && entry.given);
  if (!given || !isGiven(log, purpose)) return refuse('NOT_GIVEN');
  return accept({ purpose, given: false, basis: given.basis, happenedOn: today });
}

/** A person takes an office of a branch, from a day on. A branch has one president on any day; other offices may be shared. */
export function appoint(
  others: readonly Mandate[],
  mandate: Mandate,
  branch: { readonly openedOn: LocalDate | null },
): Decision<AppointmentRefusal, Mandate> {
  if (mandate.endedOn !== null && mandate.endedOn < mandate.beganOn) return refuse('ENDS_BEFORE_IT_BEGINS');
  if (branch.openedOn === null || branch.openedOn > mandate.beganOn) return refuse('BRANCH_NOT_OPEN');
  if (mandate.office === 'PRESIDENT' && others.some((other) => other.office === 'PRESIDENT' && shareADay(other, mandate)))
    return refuse('OFFICE_TAKEN');
  return accept(mandate);
}

function shareADay(left: Mandate, right: Mandate): boolean {
  return (left.endedOn === null || right.beganOn <= left.endedOn) && (right.endedOn === null || left.beganOn <= right.endedOn);
}

/** Who asks about a person, as far as it decides what they may be told. */
export interface Asker {
  readonly isOfTheirCompany: boolean;
  readonly worksWithContacts: boolean;
  readonly isMember: boolean;
  /** Whether it is a hub abroad, and on what basis it may be told of people, if any. */
  readonly hub: { readonly transferBasis: string | null } | null;
}

/** Whether a name may be told: to a hub, only where there is a basis for its transfer. */
export function mayBeNamedTo({ hub }: Asker): boolean {
  return hub === null || hub.transferBasis !== null;
}

/** Whether e-mail and phone may be told: within the company and to those who work with contacts, to others as far as the person agreed. */
export function mayBeReachedBy(asker: Asker, consents: readonly ConsentEntry[]): boolean {
  if (asker.hub) return mayBeNamedTo(asker) && isGiven(consents, 'TRANSFER_ABROAD');
  if (asker.isOfTheirCompany || asker.worksWithContacts) return true;
  return asker.isMember && isGiven(consents, 'DIRECTORY');
}
