import { InvalidInput } from '../errors/errors.ts';

/** Registers whose numbers we can check. SIREN and SIRET: France; ICE: Morocco; USCC: China; EIN: United States. */
export const registrationSchemes = ['SIREN', 'SIRET', 'ICE', 'USCC', 'EIN'] as const;
export type RegistrationScheme = (typeof registrationSchemes)[number];

/** A number in the form its register writes it. A well-formed number proves nothing about who holds it. */
export interface RegistrationNumber {
  readonly scheme: RegistrationScheme;
  readonly value: string;
}

/** Country whose register a scheme belongs to. */
export const countryOfScheme: Record<RegistrationScheme, string> = { SIREN: 'FR', SIRET: 'FR', ICE: 'MA', USCC: 'CN', EIN: 'US' };

const examples: Record<RegistrationScheme, string> = {
  SIREN: 'nine digits, for example 732 829 320',
  SIRET: 'fourteen digits, for example 732 829 320 00074',
  ICE: 'fifteen digits, leading zeros included, for example 001561191000066',
  USCC: 'eighteen digits and capital letters, for example 91110000600037341L',
  EIN: 'nine digits, for example 91-1144442',
};

/**
 * Reads a registration number as people write it: spaces, dots and hyphens fall away.
 *
 * @throws InvalidInput that says what such a number looks like, and which register the given one seems to be of.
 */
export function parseRegistrationNumber(scheme: RegistrationScheme, raw: string): RegistrationNumber {
  const value = withoutSeparators(raw);
  if (isRegistrationNumber(scheme, value)) return { scheme, value };
  const other = registrationSchemes.find((candidate) => candidate !== scheme && isRegistrationNumber(candidate, value));
  const hint =
    other === 'SIRET' && scheme === 'SIREN'
      ? ' This is a SIRET: its first nine digits are the SIREN.'
      : other
        ? ` It looks like an ${other}.`
        : '';
  throw new InvalidInput(`This is not a valid ${scheme}: it has ${examples[scheme]}.${hint}`);
}

/** Whether a text, already without separators, is a number that this register could have given. */
export function isRegistrationNumber(scheme: RegistrationScheme, value: string): boolean {
  return checks[scheme](value);
}

/** Takes out what people put between the digits: any kind of space, dots, hyphens. Other digits than 0–9 stay and fail. */
export function withoutSeparators(raw: string): string {
  return raw.replace(/[\s.\-\u00a0\u2007\u202f\u2011\u2013]/gu, '').toUpperCase();
}

const checks: Record<RegistrationScheme, (value: string) => boolean> = {
  SIREN: isSiren,
  SIRET: isSiret,
  ICE: isIce,
  USCC: isUscc,
  EIN: isEin,
};

function isSiren(value: string): boolean {
  return /^\d{9}$/.test(value) && !/^0+$/.test(value) && luhnSum(value) % 10 === 0;
}

/** Every branch of La Poste shares one SIREN and ran out of Luhn numbers: its digits add up to a multiple of five. */
const laPoste = '356000000';
const laPosteHeadOffice = '35600000000048';

function isSiret(value: string): boolean {
  if (!/^\d{14}$/.test(value) || !isSiren(value.slice(0, 9))) return false;
  if (value.startsWith(laPoste) && value !== laPosteHeadOffice) return digitSum(value) % 5 === 0;
  return luhnSum(value) % 10 === 0;
}

/** Nine digits of the company, four of the establishment, two of control: the whole is a multiple of 97. */
function isIce(value: string): boolean {
  return /^\d{15}$/.test(value) && !/^0+$/.test(value) && BigInt(value) % 97n === 0n;
}

/** GB 32100-2015: thirty-one signs without I, O, S, V, Z, weighted by powers of three. */
const usccSigns = '0123456789ABCDEFGHJKLMNPQRTUWXY';

function isUscc(value: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(value)) return false;
  let sum = 0;
  let weight = 1;
  for (const sign of value.slice(0, 17)) {
    sum += usccSigns.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return usccSigns[(31 - (sum % 31)) % 31] === value[17];
}

/** Prefixes the Internal Revenue Service has given out; the number has no check digit. */
const einPrefixes = /^(0[1-6]|1[0-6]|2[0-7]|3\d|4[0-8]|5\d|6[0-8]|7[1-7]|8[0-8]|9[0-5]|9[89])/;

function isEin(value: string): boolean {
  return /^\d{9}$/.test(value) && einPrefixes.test(value);
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}
