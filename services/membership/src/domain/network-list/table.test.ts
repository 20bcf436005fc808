import { describe, expect, test } from '@jest/globals';
import { mostRows, readTable } from './table.ts';

function columnsOf(text: string): Record<string, string> {
  const read = readTable(text);
  if (!read.readable) throw new Error(read.reason);
  const { columns } = read.table;
  return Object.fromEntries([...columns.place].map(([column, place]) => [column, columns.headings[place] ?? '']));
}

function refusalOf(text: string) {
  const read = readTable(text);
  return read.readable ? 'readable' : { reason: read.reason, named: read.named };
}

describe('the columns of a list', () => {
  test('are found under French headings', () => {
    expect(
      columnsOf(
        'Raison sociale;SIREN;Adresse;CP;Commune;Code NAF;Effectif;CA dernier exercice (k€);Date clôture;Dirigeant;E-mail;Consentement e-mail\nA;1',
      ),
    ).toEqual({
      name: 'Raison sociale',
      registration: 'SIREN',
      address: 'Adresse',
      postcode: 'CP',
      town: 'Commune',
      activity: 'Code NAF',
      fte: 'Effectif',
      turnover: 'CA dernier exercice (k€)',
      closedOn: 'Date clôture',
      leader: 'Dirigeant',
      email: 'E-mail',
      consent: 'Consentement e-mail',
    });
  });

  test('are found under English headings, in any order', () => {
    expect(
      columnsOf('Year end,Turnover (EUR),Headcount,Town,Postcode,Company name,Registration number,CEO,E-mail consent,Email\n,,,,,A,1'),
    ).toEqual({
      closedOn: 'Year end',
      turnover: 'Turnover (EUR)',
      fte: 'Headcount',
      town: 'Town',
      postcode: 'Postcode',
      name: 'Company name',
      registration: 'Registration number',
      leader: 'CEO',
      consent: 'E-mail consent',
      email: 'Email',
    });
  });

  test.each([
    ['semicolons', 'Nom;SIREN\nA;1', ';'],
    ['commas', 'Name,SIREN\nA,1', ','],
    ['tabulators', 'Name\tSIREN\nA\t1', '\t'],
    ['semicolons although the headings hold commas', 'Nom, ou raison sociale;SIREN, ou SIRET\nA;1', ';'],
  ])('are separated by %s', (_, text, delimiter) => {
    expect(readTable(text)).toMatchObject({ readable: true, table: { delimiter } });
  });

  test.each([
    ['CA (k€)', 3],
    ['CA KEUR', 3],
    ['CA en milliers d’euros', 3],
    ['CA (M€)', 6],
    ['Turnover (EUR)', 0],
    ['CA en euros', 0],
    ['Turnover', undefined],
  ])('say their unit: "%s"', (heading, power) => {
    const read = readTable(`Nom;SIREN;${heading}\nA;1;2`);
    expect(read.readable && read.table.columns.units.get('turnover')).toEqual({ power });
  });

  test('may be unknown, and are then named and left alone', () => {
    const read = readTable('Nom;SIREN;Couleur du logo\nA;1;bleu');
    expect(read.readable && read.table.columns.ignored).toEqual(['Couleur du logo']);
  });

  test('take the name of the company from the better heading when two could be it', () => {
    expect(columnsOf('Nom;Raison sociale;SIREN\nDupont;A;1')).toMatchObject({ name: 'Raison sociale' });
  });

  test('take a SIRET where there is no SIREN, and both where both are there', () => {
    expect(columnsOf('Nom;SIRET\nA;1')).toEqual({ name: 'Nom', registration: 'SIRET' });
    expect(columnsOf('Nom;SIRET;SIREN\nA;1;2')).toEqual({ name: 'Nom', siret: 'SIRET', registration: 'SIREN' });
  });

  test('stand below a title that someone put above them', () => {
    const read = readTable('Adhérents 2018;;\n;;\nRaison sociale;SIREN;Ville\nA;1;Albi\n\nB;2;Gaillac\n');
    expect(read.readable && read.table.lines).toEqual([
      { line: 4, cells: ['A', '1', 'Albi'] },
      { line: 6, cells: ['B', '2', 'Gaillac'] },
    ]);
  });
});

describe('a list is refused as a whole', () => {
  test('when the column of the number is missing, and says which headings it has', () => {
    expect(refusalOf('Raison sociale;Commune\nA;Albi')).toEqual({ reason: 'COLUMNS_MISSING', named: ['Raison sociale', 'Commune'] });
  });

  test('when two columns could be the turnover', () => {
    expect(refusalOf('Nom;SIREN;CA 2024 (k€);CA 2025 (k€)\nA;1;2;3')).toEqual({
      reason: 'COLUMN_TWICE',
      named: ['CA 2024 (k€)', 'CA 2025 (k€)'],
    });
  });

  test('when its amounts are in dirhams, which must not pass for euros', () => {
    expect(refusalOf('Nom;SIREN;CA (kMAD)\nA;1;2')).toEqual({ reason: 'CURRENCY_NOT_EURO', named: ['CA (kMAD)'] });
    expect(refusalOf('Nom;SIREN;CA (MAD)\nA;1;2')).toMatchObject({ reason: 'CURRENCY_NOT_EURO' });
  });

  test('when it has headings and nothing below', () => {
    expect(refusalOf('Nom;SIREN\n;\n')).toMatchObject({ reason: 'NO_ROWS' });
  });

  test('when a quotation mark is never closed', () => {
    expect(refusalOf('Nom;SIREN\n"A;1\nB;2')).toMatchObject({ reason: 'QUOTE_NOT_CLOSED' });
  });

  test('when it has more rows than an import takes', () => {
    expect(refusalOf(`Nom;SIREN\n${'A;1\n'.repeat(mostRows + 1)}`)).toMatchObject({ reason: 'TOO_MANY_ROWS' });
    expect(refusalOf(`Nom;SIREN\n${'A;1\n'.repeat(mostRows)}`)).toBe('readable');
  });
});
