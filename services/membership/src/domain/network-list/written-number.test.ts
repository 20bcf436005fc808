import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DecimalMark, decimalMarkOf, minorUnits, readNumber, withoutUnit } from './written-number.ts';

describe('a number', () => {
  test.each([
    ['4 100', '4100'],
    ['4\u00a0100', '4100'],
    ['4\u202f100', '4100'],
    ["4'100", '4100'],
    ['1 250,5', '1250.5'],
    ['1,250.5', '1250.5'],
    ['1.250,5', '1250.5'],
    ['4,100,000', '4100000'],
    ['4.100.000', '4100000'],
    ['12.5', '12.5'],
    ['12,5', '12.5'],
    ['0,125', '0.125'],
    ['-3', '-3'],
    ['−3', '-3'],
    ['1 250,500', '1250.500'],
  ])('is read by itself however it is written: %s', (text, digits) => {
    expect(readNumber(text, undefined)).toEqual({ digits });
  });

  test('that may be a thousand or one and a quarter is read as its column shows, and not guessed without', () => {
    expect(readNumber('1,250', ',')).toEqual({ digits: '1.250' });
    expect(readNumber('1,250', '.')).toEqual({ digits: '1250' });
    expect(readNumber('1,250', undefined)).toEqual({ problem: 'UNCLEAR' });
  });

  test.each(['', 'douze', '1 2', '10 à 19', '1,2,3', '1.2.3,4', '1e5', '٣٤', '4 10', '=1+1', '1,,2', '--3', '.', '1.', ',5'])(
    'is none: "%s"',
    (text) => {
      expect(readNumber(text, ',')).toEqual({ problem: 'UNREADABLE' });
    },
  );

  test('loses the unit behind it', () => {
    expect(['4 100 k€', '12,5 ETP', '4 M€', '300 euros'].map(withoutUnit)).toEqual(['4 100', '12,5', '4', '300']);
  });

  test('becomes cents exactly', () => {
    expect(minorUnits('1250.5', 5)).toBe(125_050_000n);
    expect(minorUnits('0.001', 2)).toBeUndefined();
  });

  test('means the same in French and in English writing, whatever it is', () => {
    const written = (value: number, language: string) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(value);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (cents) => {
        const value = cents / 100;
        const read = (language: string, mark: DecimalMark) => {
          const number = readNumber(written(value, language), mark);
          return 'digits' in number ? minorUnits(number.digits, 2) : number.problem;
        };
        expect(read('fr', ',')).toBe(BigInt(cents));
        expect(read('en', '.')).toBe(BigInt(cents));
      }),
    );
  });
});

describe('the decimal mark of a column', () => {
  test('is what its unmistakable numbers show', () => {
    expect(decimalMarkOf(['1,250', '4,1'], true)('1,250')).toBe(',');
    expect(decimalMarkOf(['1,250', '4,100,000'], false)('1,250')).toBe('.');
  });

  test('follows the language of the headings when no number shows it', () => {
    expect(decimalMarkOf(['1,250', '4'], true)('1,250')).toBe('.');
    expect(decimalMarkOf(['1,250', '4'], false)('1,250')).toBe(',');
  });

  test('stays open when the numbers contradict each other, and for a French thousand with a point', () => {
    expect(decimalMarkOf(['4,1', '4.1'], true)('1,250')).toBeUndefined();
    expect(decimalMarkOf(['1.250'], false)('1.250')).toBeUndefined();
  });
});
