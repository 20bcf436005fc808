import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { isRegistrationNumber, parseRegistrationNumber, type RegistrationScheme } from './registration-numbers.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

function oracle(scheme: RegistrationScheme, value: string): boolean {
  const validators = { SIREN: stdnum.FR?.siren, SIRET: stdnum.FR?.siret, ICE: stdnum.MA?.ice, USCC: stdnum.CN?.uscc, EIN: stdnum.US?.ein };
  const validator = validators[scheme];
  if (!validator) throw new Error(`stdnum no longer checks ${scheme}`);
  return validator.validate(value).isValid;
}

/** A number whose last digit makes it valid, so that the property sees as many valid numbers as wrong ones. */
function completed(scheme: RegistrationScheme, length: number) {
  return digits(length).map((value) => {
    for (let end = 0; end < 100; end += 1) {
      const candidate = value.slice(0, -2) + String(end).padStart(2, '0');
      if (isRegistrationNumber(scheme, candidate)) return candidate;
    }
    return value;
  });
}

describe('a registration number', () => {
  test.each([
    ['SIREN', '732 829 320', '732829320'],
    ['SIREN', '732\u00a0829\u202f320', '732829320'],
    ['SIRET', '73282932000074', '73282932000074'],
    ['SIRET', '35600000000048', '35600000000048'],
    ['SIRET', '35600000049837', '35600000049837'],
    ['ICE', '001561191000066', '001561191000066'],
    ['USCC', '93110000RBNCXWJJQ0', '93110000RBNCXWJJQ0'],
    ['USCC', '91110000600037341L', '91110000600037341L'],
    ['EIN', '91-1144442', '911144442'],
  ] as const)('reads the %s %s', (scheme, raw, value) => {
    expect(parseRegistrationNumber(scheme, raw)).toEqual({ scheme, value });
  });

  test.each([
    ['SIREN', '732829321', /not a valid SIREN/],
    ['SIREN', '000000000', /not a valid SIREN/],
    ['SIREN', '٧٣٢٨٢٩٣٢٠', /not a valid SIREN/],
    ['SIREN', '73282932000074', /its first nine digits are the SIREN/],
    ['SIRET', '11122233344455', /not a valid SIRET/],
    ['SIRET', '35600000000046', /not a valid SIRET/],
    ['ICE', '1561191000066', /leading zeros included/],
    ['ICE', '000000000000000', /not a valid ICE/],
    ['USCC', '91110000600037341I', /not a valid USCC/],
    ['EIN', '07-1144442', /not a valid EIN/],
  ] as const)('refuses the %s %s', (scheme, raw, message) => {
    expect(() => parseRegistrationNumber(scheme, raw)).toThrow(message);
  });

  test('of France, Morocco and the United States is judged as the oracle judges it', () => {
    const cases = fc.oneof(
      ...(['SIREN', 'ICE', 'EIN'] as const).map((scheme) => {
        const length = scheme === 'ICE' ? 15 : 9;
        return fc.oneof(digits(length), completed(scheme, length)).map((value) => ({ scheme, value }));
      }),
    );
    fc.assert(
      fc.property(cases, ({ scheme, value }) => {
        if (/^0+$/.test(value)) return;
        expect([value, isRegistrationNumber(scheme, value)]).toEqual([value, oracle(scheme, value)]);
      }),
      { numRuns: 3000 },
    );
  });

  test('of an establishment is stricter than the oracle only where the company number itself is wrong', () => {
    fc.assert(
      fc.property(fc.tuple(completed('SIREN', 9), digits(5)), ([siren, nic]) => {
        fc.pre(!siren.startsWith('356000000') && isRegistrationNumber('SIREN', siren));
        expect(isRegistrationNumber('SIRET', siren + nic)).toBe(oracle('SIRET', siren + nic));
      }),
      { numRuns: 2000 },
    );
  });

  test('of China agrees with the oracle but for the check sign 0, which the oracle wrongly refuses', () => {
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    const body = fc.tuple(digits(8), fc.array(sign, { minLength: 9, maxLength: 9 })).map(([start, end]) => start + end.join(''));
    fc.assert(
      fc.property(body, (start) => {
        const valid = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((last) => isRegistrationNumber('USCC', start + last));
        expect(valid).toHaveLength(1);
        if (valid[0] !== '0') expect(oracle('USCC', start + valid[0])).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
