import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { accept, type Decision, refuse } from '../decision.ts';
import { hasForeignDigits, isNumberOf, isSiteNumber, lacksLeadingZeros, type Register } from './register.ts';

export const numberRefusals = [
  'REGISTER_OF_OTHER_COUNTRY',
  'DIGITS_NOT_LATIN',
  'SIRET_IS_OF_A_SITE',
  'LEADING_ZEROS_MISSING',
  'NUMBER_NOT_WELL_FORMED',
  'NUMBER_KNOWN_ALREADY',
  'REGISTER_GAVE_ANOTHER',
  'NUMBER_TAKEN',
] as const;
export type NumberRefusal = (typeof numberRefusals)[number];

export const verificationRefusals = ['NOT_ITS_NUMBER', 'VERIFIED_ALREADY', 'CHECKED_IN_THE_FUTURE', 'EVIDENCE_MISSING'] as const;
export type VerificationRefusal = (typeof verificationRefusals)[number];

/** A number that a register gave to the company. */
export interface HeldNumber {
  /** The code of its register. */
  readonly scheme: string;
  readonly value: string;
  readonly verified: boolean;
}

/** What has to be known of a company to judge a number of it. */
export interface NumberHolder {
  readonly country: string;
  readonly registrations: readonly HeldNumber[];
  /** Countries of the sites it keeps open. */
  readonly siteCountries: readonly string[];
}

/**
 * A register gave the company a number. It is of the country of the company or of one of its sites, each register gives one,
 * and a number has one holder in the whole network. Whether the number is really theirs is for somebody to verify.
 *
 * @param value without separators
 */
export function addNumber(
  holder: NumberHolder,
  register: Register,
  value: string,
  isTaken: boolean,
): Decision<NumberRefusal, { readonly scheme: string; readonly value: string }> {
  if (![holder.country, ...holder.siteCountries].includes(register.country)) return refuse('REGISTER_OF_OTHER_COUNTRY');
  if (hasForeignDigits(value)) return refuse('DIGITS_NOT_LATIN');
  if (isSiteNumber(register, value)) return refuse('SIRET_IS_OF_A_SITE');
  if (lacksLeadingZeros(register, value)) return refuse('LEADING_ZEROS_MISSING');
  if (!isNumberOf(register, value)) return refuse('NUMBER_NOT_WELL_FORMED');
  const held = holder.registrations.find(({ scheme }) => scheme === register.code);
  if (held?.value === value) return refuse('NUMBER_KNOWN_ALREADY');
  if (held) return refuse('REGISTER_GAVE_ANOTHER');
  if (isTaken) return refuse('NUMBER_TAKEN');
  return accept({ scheme: register.code, value });
}

/** Somebody of a branch looked into the register and found the company under its number, and says by what. */
export function verifyNumber(
  holder: NumberHolder,
  number: { readonly scheme: string; readonly value: string },
  check: { readonly checkedOn: LocalDate; readonly evidence: string },
  today: LocalDate,
): Decision<VerificationRefusal, typeof number & typeof check> {
  const held = holder.registrations.find(({ scheme, value }) => scheme === number.scheme && value === number.value);
  if (!held) return refuse('NOT_ITS_NUMBER');
  if (held.verified) return refuse('VERIFIED_ALREADY');
  if (check.checkedOn > today) return refuse('CHECKED_IN_THE_FUTURE');
  if (check.evidence === '') return refuse('EVIDENCE_MISSING');
  return accept({ ...number, ...check });
}
