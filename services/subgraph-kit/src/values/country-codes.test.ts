import { describe, expect, test } from '@jest/globals';
import { countryName, parseCountryCode } from './country-codes.ts';

describe('a country', () => {
  test.each(['MA', 'FR', 'VN', 'EH'])('has the code %s', (code) => {
    expect(parseCountryCode(code)).toBe(code);
  });

  test.each([
    ['UK', 'write GB instead of UK'],
    ['EL', 'write GR instead of EL'],
    ['ma', 'write MA instead of ma'],
    ['XX', 'two capital letters'],
    ['Maroc', 'two capital letters'],
  ])('written %s is refused: %s', (code, message) => {
    expect(() => parseCountryCode(code)).toThrow(message);
  });

  test('is called by its name in both languages', () => {
    expect([countryName('MA', 'fr'), countryName('MA', 'en')]).toEqual(['Maroc', 'Morocco']);
  });
});
