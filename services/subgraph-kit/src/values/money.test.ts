import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { amountOf, compareMoney, moneyOf, shortMoney, subtractMoney } from './money.ts';

describe('an amount of money', () => {
  test.each([
    ['4000000', 'EUR', 400_000_000n, '4000000.00'],
    ['1250.5', 'EUR', 125_050n, '1250.50'],
    ['500', 'JPY', 500n, '500'],
    ['1.234', 'TND', 1_234n, '1.234'],
    ['-0.01', 'MAD', -1n, '-0.01'],
  ])('of %s %s is kept in whole minor units', (amount, currency, minor, written) => {
    expect(moneyOf(amount, currency)).toEqual({ minor, currency });
    expect(amountOf(moneyOf(amount, currency))).toBe(written);
  });

  test.each([
    ['1.005', 'EUR', 'At most 2 digits'],
    ['1e3', 'EUR', 'digits and a point'],
    ['NaN', 'EUR', 'digits and a point'],
    ['12,5', 'EUR', 'digits and a point'],
    ['12', 'EURO', 'ISO 4217'],
    ['12', 'eur', 'ISO 4217'],
  ])('written %s %s is refused', (amount, currency, message) => {
    expect(() => moneyOf(amount, currency)).toThrow(message);
  });

  test('is compared and subtracted to the cent, in one currency only', () => {
    const gap = subtractMoney(moneyOf('3000000', 'EUR'), moneyOf('2900000', 'EUR'));
    expect(gap).toEqual(moneyOf('100000', 'EUR'));
    expect(compareMoney(moneyOf('2999999.99', 'EUR'), moneyOf('3000000', 'EUR'))).toBe(-1);
    expect(() => compareMoney(moneyOf('1', 'EUR'), moneyOf('1', 'MAD'))).toThrow('different currencies');
  });

  test.each([
    ['100000', 'EUR', 'en', '0.1 M€'],
    ['100000', 'EUR', 'fr', '0,1 M€'],
    ['4000000', 'EUR', 'en', '4 M€'],
    ['20000', 'EUR', 'en', '20 k€'],
    ['900', 'MAD', 'en', '900 MAD'],
    ['12500000', 'MAD', 'fr', '12,5 M MAD'],
  ] as const)('of %s %s reads in %s as %s', (amount, currency, language, text) => {
    expect(shortMoney(moneyOf(amount, currency), language)).toBe(text);
  });

  test('survives being written and read, whatever its size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: 0, max: 4 }), (value, scale) => {
        expect(parseDecimal(formatDecimal(value, scale), scale)).toBe(value);
      }),
    );
  });
});
