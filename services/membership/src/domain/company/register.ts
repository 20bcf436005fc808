import {
  countryOfScheme,
  isRegistrationNumber,
  type RegistrationScheme,
  registrationSchemes,
  withoutSeparators,
} from '@leader/subgraph-kit/values/registration-numbers';

/** A register of companies somewhere in the world, as it is on record: which ones there are is data, not code. */
export interface Register {
  readonly code: string;
  readonly country: string;
  /** What its numbers look like without separators, as a regular expression for the whole number. */
  readonly pattern: string;
  readonly example: string;
}

/** Whether a register could have given a number that is written without separators. It proves nothing about who holds it. */
export function isNumberOf({ code, pattern }: Pick<Register, 'code' | 'pattern'>, value: string): boolean {
  if (isChecked(code)) return isRegistrationNumber(code, value);
  return new RegExp(`^(?:${pattern})$`).test(value) && !/^0+$/.test(value);
}

/** Registers whose check digits we know; for the others the shape has to do. */
export function isChecked(code: string): code is RegistrationScheme {
  return (registrationSchemes as readonly string[]).includes(code);
}

/** A SIRET is the number of a site. People often send it where the number of the company is asked for. */
export function isSiteNumber({ country }: Pick<Register, 'country'>, value: string): boolean {
  return country === countryOfScheme.SIRET && isRegistrationNumber('SIRET', value);
}

/** Spreadsheets drop the zeros a number begins with: whether those alone are missing. */
export function lacksLeadingZeros(register: Register, value: string): boolean {
  const { length } = withoutSeparators(register.example);
  return /^\d+$/.test(value) && value.length < length && isNumberOf(register, value.padStart(length, '0'));
}

/** Digits of another script look right and are not what registers write. */
export function hasForeignDigits(value: string): boolean {
  return /\p{Nd}/u.test(value.replace(/[0-9]/g, ''));
}
