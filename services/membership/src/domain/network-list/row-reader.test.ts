import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import { RowReader } from './row-reader.ts';
import { readTable } from './table.ts';

const today = parseLocalDate('2026-11-23');

/** One row of a list that differs from a good one only in the given cells. */
function rowWith(cells: Record<string, string>, headings: Record<string, string> = {}) {
  const good = {
    'Raison sociale': 'Verrerie de la Borde',
    SIREN: '099281297',
    CP: '81400',
    Commune: 'Carmaux',
    'Code NAF': '23.13Z',
    Effectif: '9,9',
    'CA (k€)': '3500',
    'Date clôture': '31/12/2025',
    Dirigeant: 'Paul Fabriès',
    'E-mail': 'p.fabries@exemple.invalid',
    Consentement: 'oui',
    ...cells,
  };
  const quoted = (values: string[]) => values.map((value) => `"${value.replaceAll('"', '""')}"`).join(';');
  const read = readTable(`${quoted(Object.keys(good).map((heading) => headings[heading] ?? heading))}\n${quoted(Object.values(good))}`);
  if (!read.readable) throw new Error(read.reason);
  const [line] = read.table.lines;
  if (!line) throw new Error('no row');
  return new RowReader(read.table, today).read(line);
}

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

describe('a row', () => {
  test('tells of a company, its seat, activity, leader and last closed year', () => {
    expect(rowWith({})).toMatchObject({
      line: 2,
      refusals: [],
      remarks: [],
      hadEmail: true,
      company: {
        legalName: 'Verrerie de la Borde',
        scheme: 'SIREN',
        number: '099281297',
        town: 'Carmaux',
        department: '81',
        activity: { nomenclature: 'NAF_REV_2', code: '23.13Z' },
        leader: { firstName: 'Paul', lastName: 'Fabriès' },
        figures: {
          closedOn: '2025-12-31',
          currency: 'EUR',
          turnover: 350_000_000n,
          fte: 9.9,
          exportTurnover: null,
          balanceTotal: null,
          source: 'DECLARED',
        },
      },
    });
  });

  test.each([
    ['CA (k€)', '1 250,5', 125_050_000n],
    ['CA (€)', '4100000', 410_000_000n],
    ['Chiffre d’affaires (M€)', '4,1', 410_000_000n],
    ['Turnover', '4100000', 410_000_000n],
    ['CA (k€)', '4 100 000 €', 410_000_000n],
    ['CA (€)', '4 100 k€', 410_000_000n],
  ])('gives the turnover under "%s" as %s', (heading, cell, cents) => {
    expect(rowWith({ 'CA (k€)': cell }, { 'CA (k€)': heading }).company?.figures?.turnover).toBe(cents);
  });

  test.each(['31/12/2025', '31.12.2025', '31-12-25', '2025-12-31', '2025-12-31 00:00:00'])('gives the closing date written %s', (cell) => {
    expect(rowWith({ 'Date clôture': cell }).company?.figures?.closedOn).toBe('2025-12-31');
  });

  test('says nothing about what it leaves empty', () => {
    const { company, refusals } = rowWith({ Effectif: '', 'CA (k€)': 'NC', CP: '', 'Code NAF': '-', Dirigeant: '', 'Date clôture': '' });
    expect(refusals).toEqual([]);
    expect(company).toMatchObject({ figures: undefined, department: undefined, activity: undefined, leader: undefined });
  });

  test.each([
    ['3030Z', '30.30Z'],
    ['30.30 z', '30.30Z'],
  ])('may write its activity %s', (cell, code) => {
    expect(rowWith({ 'Code NAF': cell }).company?.activity?.code).toBe(code);
  });

  test.each([
    ['9100', '09', ['POSTCODE_ZERO_RESTORED']],
    ['20137', '2A', []],
    ['97110', '971', []],
    ['ALBI', undefined, ['POSTCODE_UNREADABLE']],
  ])('has its department from the post code %s', (cell, department, remarks) => {
    const row = rowWith({ CP: cell });
    expect([row.company?.department, codes(row.remarks)]).toEqual([department, remarks]);
  });

  test.each([
    ['AURIOL Inès', { firstName: 'Inès', lastName: 'AURIOL' }],
    ['Mme Inès Auriol', { firstName: 'Inès', lastName: 'Auriol' }],
    ['Jean-Marc de la Tour', { firstName: 'Jean-Marc', lastName: 'de la Tour' }],
  ])('names its leader: %s', (cell, leader) => {
    expect(rowWith({ Dirigeant: cell }).company?.leader).toEqual(leader);
  });
});

describe('a row is refused', () => {
  test.each([
    ['without a name', { 'Raison sociale': ' ' }, 'NAME_MISSING'],
    ['with a name longer than any', { 'Raison sociale': 'A'.repeat(201) }, 'NAME_TOO_LONG'],
    ['when its name would run in a spreadsheet', { 'Raison sociale': '=HYPERLINK("x")' }, 'FORMULA_IN_CELL'],
    ['when its leader would run in a spreadsheet', { Dirigeant: '+cmd|calc' }, 'FORMULA_IN_CELL'],
    ['when the formula hides behind a sign nobody sees', { 'Raison sociale': '\u200b=1+1' }, 'FORMULA_IN_CELL'],
    ['with control characters', { 'Raison sociale': 'A\u001b[31mB' }, 'CONTROL_CHARACTERS'],
    ['with a cell that never ends', { Commune: 'A'.repeat(1001) }, 'CELL_TOO_LONG'],
    ['without a number', { SIREN: '' }, 'REGISTRATION_MISSING'],
    ['with a wrong number', { SIREN: '076357954' }, 'REGISTRATION_INVALID'],
    ['with fewer people than none', { Effectif: '-3' }, 'FTE_NEGATIVE'],
    ['with a range of people', { Effectif: '10 à 19' }, 'FTE_UNREADABLE'],
    ['with words for an amount', { 'CA (k€)': 'beaucoup' }, 'AMOUNT_UNREADABLE'],
    ['with an amount in dirhams', { 'CA (k€)': '4000 MAD' }, 'AMOUNT_UNREADABLE'],
    ['with a thousand that may be one', { 'CA (k€)': '1.250' }, 'AMOUNT_UNCLEAR'],
    ['with a negative amount', { 'CA (k€)': '-12' }, 'AMOUNT_NEGATIVE'],
    ['on 31 February', { 'Date clôture': '31/02/2018' }, 'CLOSING_DATE_UNREADABLE'],
    ['with the month first, as in the United States', { 'Date clôture': '12/31/2025' }, 'CLOSING_DATE_UNREADABLE'],
    ['for a year that has not closed', { 'Date clôture': '31/12/2026' }, 'CLOSING_DATE_IN_FUTURE'],
    ['when it sells more abroad than in all', { 'CA export (k€)': '3501' }, 'EXPORT_EXCEEDS_TURNOVER'],
  ])('%s', (_, cells, code) => {
    const row = rowWith(cells);
    expect(row.company).toBeUndefined();
    expect(codes(row.refusals)).toEqual([code]);
  });

  test('with more cells than the list has columns', () => {
    const read = readTable('Name,SIREN\nDupont, Fils,099281297');
    if (!read.readable) throw new Error(read.reason);
    const [line] = read.table.lines;
    const row = line && new RowReader(read.table, today).read(line);
    expect(codes(row?.refusals ?? [])).toEqual(['TOO_MANY_CELLS', 'REGISTRATION_INVALID']);
  });

  test('for everything that is wrong with it at once', () => {
    const row = rowWith({
      'Raison sociale': '=HYPERLINK("x")',
      SIREN: '000000000',
      Effectif: '-3',
      'Date clôture': '31/02/2018',
      'E-mail': 'pas-un-mail',
      Consentement: 'peut-être',
    });
    expect(codes(row.refusals)).toEqual(['FORMULA_IN_CELL', 'REGISTRATION_INVALID', 'CLOSING_DATE_UNREADABLE', 'FTE_NEGATIVE']);
    expect(codes(row.remarks)).toEqual(['EMAIL_UNREADABLE', 'CONSENT_UNREADABLE']);
    expect(row).toMatchObject({ shownName: `'=HYPERLINK("x")`, hadEmail: false });
  });
});

describe('a row is taken with a remark', () => {
  test.each([
    ['when its activity is no code', { 'Code NAF': 'verrerie' }, 'ACTIVITY_UNREADABLE'],
    ['when its consent is neither yes nor no', { Consentement: 'peut-être' }, 'CONSENT_UNREADABLE'],
    ['when its e-mail is none', { 'E-mail': 'pas-un-mail' }, 'EMAIL_UNREADABLE'],
    ['when its figures have no date', { 'Date clôture': '' }, 'FIGURES_UNDATED'],
    ['when its leader has one name only', { Dirigeant: 'Paul' }, 'LEADER_UNREADABLE'],
    ['when its name turned the writing direction', { 'Raison sociale': '\u202eVerrerie' }, 'INVISIBLE_SIGNS_REMOVED'],
    ['when its number lost a zero', { SIREN: '99281297' }, 'LEADING_ZERO_RESTORED'],
  ])('%s', (_, cells, code) => {
    const row = rowWith(cells);
    expect(row.company?.number).toBe('099281297');
    expect(codes(row.remarks)).toEqual([code]);
  });
});
