import { InvalidInput } from '../errors/errors.ts';

/**
 * Reads a decimal number as a whole number of its smallest unit: ("1250.5", 2) is 125050n.
 *
 * @throws InvalidInput when it is no plain decimal number, or has more than `scale` digits behind the point.
 */
export function parseDecimal(text: string, scale: number): bigint {
  const [, sign, whole, fraction = ''] = /^([+-]?)(\d{1,18})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new InvalidInput('A number is written with digits and a point, for example 1250.50.');
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > scale) throw new InvalidInput(`At most ${scale} digits may follow the point.`);
  const value = BigInt(whole + digits.padEnd(scale, '0'));
  return sign === '-' ? -value : value;
}

/** Writes a whole number of smallest units as a decimal number: (125050n, 2) is "1250.50". */
export function formatDecimal(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const sign = value < 0n ? '-' : '';
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
