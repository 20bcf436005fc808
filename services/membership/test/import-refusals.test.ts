import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { digest, ecoter2018, importList, leadOfTarn, upload } from './fixtures/lists.ts';
import { hub, member, type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

describe('a list is refused as a whole, and nothing is written,', () => {
  test.each([
    ['when it is empty', '', 'FILE_EMPTY', 'The file is empty'],
    [
      'when it is a workbook',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(20)]),
      'FILE_NOT_TEXT',
      'save the list as "CSV UTF-8"',
    ],
    ['when it is too large', 'Nom;SIREN\n'.padEnd(170_000, 'A;1\n'), 'FILE_TOO_LARGE', '160 KB'],
    ['when the numbers are missing', 'Raison sociale;Commune\nA;Albi\n', 'COLUMNS_MISSING', 'headings found: Raison sociale, Commune.'],
    ['when it is no table at all', 'Bonjour, voici la liste.', 'COLUMNS_MISSING', 'one for the number ("SIREN")'],
    ['when a quotation mark is never closed', 'Nom;SIREN\n"A;1\n', 'QUOTE_NOT_CLOSED', 'never closed'],
    ['when it has headings only', 'Nom;SIREN\n', 'NO_ROWS', 'no company'],
    ['when its amounts are in dirhams', 'Nom;SIREN;CA (MAD)\nA;1;2\n', 'CURRENCY_NOT_EURO', 'CA (MAD)'],
  ])('%s', async (_, file, reason, words) => {
    const before = await digest(network);
    const refused = await importList(network, file);
    expect(refused).toMatchObject({ reason });
    expect(refused.message).toContain(words);
    expect(await digest(network)).toBe(before);
  });

  test('when there is no such branch, naming those there are', async () => {
    expect(await importList(network, ecoter2018, { branch: 'atlantide' })).toEqual({
      reason: 'BRANCH_UNKNOWN',
      message: 'There is no such branch: take one of ales, gard-rhodanien, montpellier, nimes, aveyron, tarn, toulouse.',
    });
  });

  test('when the branch is a hub, whose companies have no SIREN', async () => {
    expect(await importList(network, ecoter2018, { branch: 'maroc', as: staff })).toMatchObject({ reason: 'BRANCH_IS_A_HUB' });
  });
});

describe('who may import', () => {
  test.each([
    ['nobody who has not signed in', { sub: 'anonymous' }, 'UNAUTHENTICATED', 'Sign in'],
    ['no member', member, 'FORBIDDEN', 'members:write'],
    ['no hub', hub, 'FORBIDDEN', 'members:write'],
    ['nobody who only may write members', { ...leadOfTarn, scopes: ['members:write'] }, 'FORBIDDEN', 'branch:manage'],
    [
      'no lead of another branch',
      { ...leadOfTarn, branch: 'toulouse' },
      'FORBIDDEN',
      'You import lists for your own branch (toulouse), not for tarn.',
    ],
  ])('%s', async (_, as, code, words) => {
    const before = await digest(network);
    const { data, errors } = await upload(network, ecoter2018, { as });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(errors[0]?.message).toContain(words);
    expect(await digest(network)).toBe(before);
  });
});
