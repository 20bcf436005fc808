import { isRegistrationNumber, withoutSeparators } from '@leader/subgraph-kit/values/registration-numbers';
import type { ListedScheme } from './listed-company.ts';

export type RegistrationRefusal = 'REGISTRATION_MISSING' | 'REGISTRATION_INVALID' | 'ICE_ZEROS_MISSING' | 'SIREN_AND_SIRET_DIFFER';
export type RegistrationNotice = 'SIREN_TAKEN_FROM_SIRET' | 'LEADING_ZERO_RESTORED';

export type ReadRegistration =
  | {
      readonly valid: true;
      readonly scheme: ListedScheme;
      readonly number: string;
      readonly siret?: string;
      readonly raw: string;
      readonly notices: readonly RegistrationNotice[];
    }
  | { readonly valid: false; readonly reason: RegistrationRefusal };

/** A spreadsheet that takes a number for a quantity drops the zeros in front. Three lost ones no longer point to one company. */
const mostLostZeros = 2;

/** Reads the SIREN or ICE of a row, from a SIRET where one stands instead, or says why there is none. */
export function readRegistration(cell: string, siretCell = ''): ReadRegistration {
  const main = withoutSeparators(cell);
  const beside = withoutSeparators(siretCell);
  if (main === '' && beside === '') return { valid: false, reason: 'REGISTRATION_MISSING' };
  const given = main === '' ? beside : main;
  const first = recognised(given);
  if (!first && lacksZerosOfIce(given)) return { valid: false, reason: 'ICE_ZEROS_MISSING' };
  const second = main === '' || beside === '' ? undefined : recognised(beside);
  if (!first || (second === undefined && main !== '' && beside !== '')) return { valid: false, reason: 'REGISTRATION_INVALID' };
  if (second && second.number !== first.number) return { valid: false, reason: 'SIREN_AND_SIRET_DIFFER' };
  const siret = first.siret ?? second?.siret;
  return {
    valid: true,
    scheme: first.scheme,
    number: first.number,
    raw: (main === '' ? siretCell : cell).trim(),
    ...(siret !== undefined && { siret }),
    notices: [
      ...(first.siret ? (['SIREN_TAKEN_FROM_SIRET'] as const) : []),
      ...(first.restored || second?.restored ? (['LEADING_ZERO_RESTORED'] as const) : []),
    ],
  };
}

interface Recognised {
  readonly scheme: ListedScheme;
  readonly number: string;
  readonly siret?: string;
  readonly restored: boolean;
}

/** A lost zero is only put back when the number is then one that the register could have given. */
function recognised(value: string): Recognised | undefined {
  if (!/^\d+$/.test(value)) return undefined;
  if (isRegistrationNumber('ICE', value)) return { scheme: 'ICE', number: value, restored: false };
  for (const [scheme, length] of [['SIREN', 9] as const, ['SIRET', 14] as const]) {
    const lost = length - value.length;
    const whole = value.padStart(length, '0');
    if (lost < 0 || lost > mostLostZeros || !isRegistrationNumber(scheme, whole)) continue;
    return { scheme: 'SIREN', number: whole.slice(0, 9), ...(scheme === 'SIRET' && { siret: whole }), restored: lost > 0 };
  }
  return undefined;
}

/** An ICE begins with zeros more often than not. They are asked for and not put back, since what is left may be a part of another number. */
function lacksZerosOfIce(value: string): boolean {
  return /^\d{10,14}$/.test(value) && isRegistrationNumber('ICE', value.padStart(15, '0'));
}
