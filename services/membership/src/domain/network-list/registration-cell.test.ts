import { describe, expect, test } from '@jest/globals';
import { isRegistrationNumber } from '@leader/subgraph-kit/values/registration-numbers';
import fc from 'fast-check';
import { readRegistration } from './registration-cell.ts';

describe('the number of a company', () => {
  test.each([
    ['a SIREN', '039286711', { number: '039286711', notices: [] }],
    ['a SIREN with hard spaces', '086\u00a0390\u00a0440', { number: '086390440', notices: [] }],
    [
      'a SIRET, whose first nine digits are the SIREN',
      '02539699500034',
      { number: '025396995', siret: '02539699500034', notices: ['SIREN_TAKEN_FROM_SIRET'] },
    ],
    ['an ICE', '005 362 211 000 078', { scheme: 'ICE', number: '005362211000078', notices: [] }],
    ['a SIREN that lost its zero in a spreadsheet', '25802174', { number: '025802174', notices: ['LEADING_ZERO_RESTORED'] }],
    ['a SIRET that lost its zero', '2539699500034', { number: '025396995', notices: ['SIREN_TAKEN_FROM_SIRET', 'LEADING_ZERO_RESTORED'] }],
  ])('is read from %s', (_, cell, expected) => {
    expect(readRegistration(cell)).toMatchObject({ valid: true, ...expected });
  });

  test('is taken together with the SIRET in a column of its own', () => {
    expect(readRegistration('025396995', '025 396 995 00034')).toMatchObject({ number: '025396995', siret: '02539699500034', notices: [] });
    expect(readRegistration('', '02539699500034')).toMatchObject({ number: '025396995', notices: ['SIREN_TAKEN_FROM_SIRET'] });
  });

  test.each([
    ['there is none', '', '', 'REGISTRATION_MISSING'],
    ['its check digit is wrong', '076357954', '', 'REGISTRATION_INVALID'],
    ['it is an ICE without the zeros in front', '5362211000078', '', 'ICE_ZEROS_MISSING'],
    ['it is an ICE with a wrong end', '005362211000079', '', 'REGISTRATION_INVALID'],
    ['it is all zeros', '000000000', '', 'REGISTRATION_INVALID'],
    ['no lost zero makes it valid', '25802175', '', 'REGISTRATION_INVALID'],
    ['a spreadsheet has rounded it', '2,53970E+13', '', 'REGISTRATION_INVALID'],
    ['it is written in Arabic digits', '٠٣٩٢٨٦٧١١', '', 'REGISTRATION_INVALID'],
    ['the SIRET has a valid checksum but its SIREN has not', '11122233344455', '', 'REGISTRATION_INVALID'],
    ['the SIRET beside it is wrong', '025396995', '02539699500035', 'REGISTRATION_INVALID'],
    ['the SIRET beside it is of another company', '039286711', '02539699500034', 'SIREN_AND_SIRET_DIFFER'],
  ])('is refused when %s', (_, number, siret, reason) => {
    expect(readRegistration(number, siret)).toEqual({ valid: false, reason });
  });

  test('is never anything that the register could not have given', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 ]{0,16}$/), (cell) => {
        const read = readRegistration(cell);
        if (read.valid) expect(isRegistrationNumber(read.scheme, read.number)).toBe(true);
      }),
    );
  });
});
