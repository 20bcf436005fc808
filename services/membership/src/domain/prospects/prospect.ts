import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';

/** What kind of company the network looks for. The sector is none of them. */
export const prospectSegments = ['INDUSTRIAL', 'TECHNOLOGY', 'EXPORT_READY', 'FAST_GROWING', 'TRANSMISSION', 'OTHER'] as const;
export type ProspectSegment = (typeof prospectSegments)[number];

export const growthProjectKinds = ['NEW_SITE', 'EXPORT', 'HIRING', 'INVESTMENT', 'INNOVATION', 'ACQUISITION'] as const;
export type GrowthProjectKind = (typeof growthProjectKinds)[number];

export const contactOutcomes = ['INTERESTED', 'CALL_BACK', 'NOT_NOW', 'NOT_REACHED', 'NEVER_AGAIN'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** Why a prospect should be called now, the most urgent first. */
export const callReasons = ['CALL_BACK_DUE', 'INTERESTED', 'GROWTH_PROJECT', 'NEVER_CONTACTED', 'LONG_SILENCE'] as const;
export type CallReason = (typeof callReasons)[number];

/** After so many days without a word somebody is called again. */
export const longSilenceInDays = 90;

/** What is known of a prospect on the day it is looked at. */
export interface Prospect {
  readonly lastContactOn: LocalDate | null;
  readonly lastOutcome: ContactOutcome | null;
  readonly callBackOn: LocalDate | null;
  readonly hasGrowthProject: boolean;
}

export const contactRefusals = ['NOT_A_PROSPECT', 'CONTACT_IN_THE_FUTURE', 'CALL_BACK_WITHOUT_DAY', 'CALL_BACK_PASSED'] as const;
export type ContactRefusal = (typeof contactRefusals)[number];

export interface Contact {
  readonly contactedOn: LocalDate;
  readonly outcome: ContactOutcome;
  readonly callBackOn: LocalDate | null;
}

export const descriptionRefusals = ['NOT_A_PROSPECT', 'TITLE_MISSING', 'START_TOO_FAR'] as const;
export type DescriptionRefusal = (typeof descriptionRefusals)[number];

/** Somebody of the branch spoke with a company that was never a member, or tried to. */
export function recordContact(isProspect: boolean, contact: Contact, today: LocalDate): Decision<ContactRefusal, Contact> {
  if (!isProspect) return refuse('NOT_A_PROSPECT');
  if (contact.contactedOn > today) return refuse('CONTACT_IN_THE_FUTURE');
  if (contact.outcome === 'CALL_BACK' && contact.callBackOn === null) return refuse('CALL_BACK_WITHOUT_DAY');
  if (contact.callBackOn !== null && contact.callBackOn < contact.contactedOn) return refuse('CALL_BACK_PASSED');
  return accept(contact);
}

/** Somebody of the branch learned what the company plans, within five years. */
export function recordGrowthProject(
  isProspect: boolean,
  project: { readonly title: string; readonly startsOn: LocalDate | null },
  today: LocalDate,
): Decision<DescriptionRefusal, { readonly recordedOn: LocalDate }> {
  if (!isProspect) return refuse('NOT_A_PROSPECT');
  if (project.title.trim() === '') return refuse('TITLE_MISSING');
  if (project.startsOn !== null && project.startsOn > addDays(today, 5 * 365)) return refuse('START_TOO_FAR');
  return accept({ recordedOn: today });
}

/** Why to call a prospect on a day; nothing when there is no reason, or when it asked not to be called any more. */
export function reasonsToCall(prospect: Prospect, day: LocalDate): CallReason[] {
  const { lastContactOn, lastOutcome, callBackOn, hasGrowthProject } = prospect;
  if (lastOutcome === 'NEVER_AGAIN') return [];
  if (callBackOn !== null && callBackOn > day) return [];
  const isSilent = lastContactOn !== null && addDays(lastContactOn, longSilenceInDays) < day;
  const applies: Record<CallReason, boolean> = {
    CALL_BACK_DUE: callBackOn !== null,
    INTERESTED: lastOutcome === 'INTERESTED',
    GROWTH_PROJECT: hasGrowthProject && (lastContactOn === null || isSilent),
    NEVER_CONTACTED: lastContactOn === null,
    LONG_SILENCE: isSilent,
  };
  return callReasons.filter((reason) => applies[reason]);
}
