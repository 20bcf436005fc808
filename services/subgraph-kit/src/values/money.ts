import { InvalidInput } from '../errors/errors.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { kept } from './kept.ts';

/** ISO 4217 code, e.g. EUR. */
export type CurrencyCode = string;

/** An amount in whole minor units of its currency: 4 000 000 € is { minor: 400000000n, currency: 'EUR' }. Never a float. */
export interface Money {
  readonly minor: bigint;
  readonly currency: CurrencyCode;
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

const digitsOf = kept(
  (currency) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2,
);

/** Digits behind the point by ISO 4217: 2 for EUR, 0 for JPY, 3 for TND. */
export function minorDigits(currency: CurrencyCode): number {
  return digitsOf(currency);
}

/** @throws InvalidInput when no currency has this code. */
export function parseCurrency(text: string): CurrencyCode {
  if (currencies.has(text)) return text;
  throw new InvalidInput('A currency is an ISO 4217 code such as EUR, MAD or USD.');
}

/** @throws InvalidInput when the amount is no decimal number of that currency. */
export function moneyOf(amount: string, currency: string): Money {
  const code = parseCurrency(currency);
  return { minor: parseDecimal(amount, minorDigits(code)), currency: code };
}

/** Reads a row's minor units, which the driver hands over as text. */
export function moneyFromMinor(minor: string | bigint, currency: CurrencyCode): Money {
  return { minor: BigInt(minor), currency };
}

/** The amount as a decimal number, e.g. "4000000.00". */
export function amountOf(money: Money): string {
  return formatDecimal(money.minor, minorDigits(money.currency));
}

/** @throws Error when the currencies differ: that is a bug in a rule, never a client's mistake. */
export function compareMoney(left: Money, right: Money): -1 | 0 | 1 {
  assertSameCurrency(left, right);
  if (left.minor === right.minor) return 0;
  return left.minor < right.minor ? -1 : 1;
}

/** @throws Error when the currencies differ. */
export function subtractMoney(left: Money, right: Money): Money {
  assertSameCurrency(left, right);
  return { minor: left.minor - right.minor, currency: left.currency };
}

const figuresIn = kept((languageAndDigits) => {
  const [language, digits] = languageAndDigits.split(' ');
  return new Intl.NumberFormat(language, { maximumFractionDigits: Number(digits) });
});

/** How people read it: "0.1 M€" in English, "0,1 M€" in French; smaller amounts as "250 k€" or "900 €". */
export function shortMoney(money: Money, language: 'fr' | 'en'): string {
  const amount = Number(money.minor) / 10 ** minorDigits(money.currency);
  const size = Math.abs(amount);
  const [divisor, unit, digits] = size >= 100_000 ? [1_000_000, 'M', 2] : size >= 1_000 ? [1_000, 'k', 1] : [1, '', 2];
  const figure = figuresIn(`${language} ${digits}`).format(amount / divisor);
  const inUnit = money.currency === 'EUR' ? `${unit}€` : `${unit} ${money.currency}`.trim();
  return `${figure} ${inUnit}`;
}

function assertSameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) throw new Error('Amounts of different currencies cannot be compared');
}
