import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@leader/subgraph-kit/values/local-date';
import type { AnnualFigures } from '../annual-figures.ts';
import { readFileText } from './file-text.ts';
import type { ListedCompany, ReadRow } from './listed-company.ts';
import { type KnownCompany, NetworkList, type SettledNumber } from './network-list.ts';
import { RowReader } from './row-reader.ts';
import { readTable } from './table.ts';

const today = parseLocalDate('2026-11-23');

const figures = (turnover: bigint | null, changes: Partial<AnnualFigures> = {}): AnnualFigures => ({
  closedOn: parseLocalDate('2025-12-31'),
  months: 12,
  currency: 'EUR',
  turnover,
  exportTurnover: null,
  balanceTotal: null,
  fte: null,
  source: 'DECLARED',
  ...changes,
});

const verrerie: KnownCompany = {
  id: 'verrerie',
  names: ['Verrerie d’Art de la Borde SARL'],
  country: 'FR',
  number: '099281297',
  town: 'Blaye-les-Mines',
  department: '81',
  sirets: [],
  figures: [],
};

let line = 1;

function row(company: Partial<ListedCompany>): ReadRow {
  line += 1;
  const whole = {
    legalName: 'Verrerie d’Art de la Borde',
    scheme: 'SIREN' as const,
    number: '099281297',
    rawRegistration: '099281297',
    town: 'Blaye-les-Mines',
    department: '81',
    ...company,
  };
  return { line, shownName: whole.legalName, company: whole, refusals: [], remarks: [], hadEmail: false };
}

const judged = (known: readonly KnownCompany[], ...companies: Partial<ListedCompany>[]) => judgedAfter([], known, ...companies);

function judgedAfter(settled: readonly SettledNumber[], known: readonly KnownCompany[], ...companies: Partial<ListedCompany>[]) {
  line = 1;
  let ids = 0;
  const list = new NetworkList(
    known,
    settled,
    () => {
      ids += 1;
      return `new-${ids}`;
    },
    today,
  );
  return companies.map((company) => list.judge(row(company)));
}

describe('the list of Ecoter', () => {
  test.each(['2018', '2025'])('of %s brings fifteen companies, one of them twice, and two rows that cannot be taken', (year) => {
    const file = readFileText(readFileSync(path.join(import.meta.dirname, `../../../test/fixtures/ecoter-adherents-${year}.csv`)));
    const read = file.readable ? readTable(file.text) : file;
    if (!('table' in read)) throw new Error('unreadable');
    const reader = new RowReader(read.table, today);
    const list = new NetworkList([], [], () => 'new', today);
    const outcomes = read.table.lines.map((one) => list.judge(reader.read(one)).outcome);
    expect(outcomes).toEqual([...Array(15).fill('ADDED'), 'MATCHED', 'REFUSED', 'REFUSED']);
  });
});

describe('a company of a list', () => {
  test('is added when nobody knows it', () => {
    expect(judged([], {})).toMatchObject([{ outcome: 'ADDED', companyId: 'new-1', reasons: [] }]);
  });

  test('is matched by its number, whatever its name', () => {
    expect(judged([verrerie], { legalName: 'VERRERIE DE LA BORDE' })).toMatchObject([
      { outcome: 'MATCHED', companyId: 'verrerie', reasons: [{ code: 'REGISTRATION_KNOWN' }] },
    ]);
    expect(judged([verrerie], { legalName: 'Forge du Viaur' })[0]?.reasons).toEqual([
      { code: 'REGISTRATION_KNOWN' },
      { code: 'NAME_DIFFERS', about: 'Verrerie d’Art de la Borde SARL' },
    ]);
  });

  test('is matched to its own earlier line', () => {
    expect(judged([], {}, { legalName: 'VERRERIE' })).toMatchObject([
      { outcome: 'ADDED', companyId: 'new-1' },
      { outcome: 'MATCHED', companyId: 'new-1', reasons: [{ code: 'SAME_COMPANY_ON_EARLIER_LINE', about: '2' }] },
    ]);
  });

  test('is suspect when a similar name in the same town bears another number', () => {
    expect(judged([verrerie], { legalName: 'La Borde, verrerie d’art (SAS)', number: '039286711', department: undefined })).toMatchObject([
      {
        outcome: 'SUSPECT',
        similarTo: ['verrerie'],
        reasons: [{ code: 'SIMILAR_NAME_KNOWN', about: 'Verrerie d’Art de la Borde SARL' }],
      },
    ]);
  });

  test('is suspect when nearly the same name in the same department bears another number', () => {
    expect(judged([verrerie], { number: '039286711', town: 'Carmaux' })[0]?.outcome).toBe('SUSPECT');
    expect(judged([verrerie], { legalName: 'Verrerie de Laborde', number: '039286711', town: 'Carmaux' })[0]?.outcome).toBe('ADDED');
  });

  test('is new when the same name is far away, be it in a town of the same name', () => {
    expect(judged([verrerie], { number: '039286711', town: 'Nîmes', department: '30' })[0]?.outcome).toBe('ADDED');
    expect(judged([verrerie], { number: '039286711', department: '02' })[0]?.outcome).toBe('ADDED');
  });

  test('is suspect when an earlier line has its name with another number, and so is its own second line', () => {
    const [first, second, third] = judged([], {}, { number: '039286711' }, { number: '039286711' });
    expect(first).toMatchObject({ outcome: 'ADDED' });
    expect(second).toMatchObject({
      outcome: 'SUSPECT',
      similarTo: ['new-1'],
      reasons: [{ code: 'SIMILAR_NAME_ON_EARLIER_LINE', about: '2' }],
    });
    expect(third).toMatchObject({
      outcome: 'SUSPECT',
      similarTo: ['new-1'],
      reasons: [{ code: 'SAME_NUMBER_AS_WAITING_LINE', about: '3' }],
    });
  });

  test('brings a new site once', () => {
    const siret = '09928129700012';
    expect(judged([verrerie], { siret }, { siret }).map((one) => one.siteToEnter)).toEqual([siret, undefined]);
    expect(judged([{ ...verrerie, sirets: [siret] }], { siret })[0]?.siteToEnter).toBeUndefined();
  });
});

describe('the figures of a list', () => {
  const known = (...years: AnnualFigures[]) => [{ ...verrerie, figures: years }];
  const decided = (company: readonly KnownCompany[], ...listed: AnnualFigures[]) =>
    judged(company, ...listed.map((one) => ({ figures: one }))).map(({ figuresToEnter, reasons }) => [
      figuresToEnter?.turnover,
      reasons.at(-1)?.code,
    ]);

  test('are added when that year is not known, even when a later year is', () => {
    const of2018 = figures(300n, { closedOn: parseLocalDate('2018-12-31') });
    expect(decided(known(figures(400n)), of2018)).toEqual([[300n, 'FIGURES_ADDED']]);
  });

  test('change nothing when they are known', () => {
    expect(decided(known(figures(400n, { fte: 32 })), figures(400n, { fte: 32 }))).toEqual([[undefined, 'REGISTRATION_KNOWN']]);
  });

  test('correct what was declared before, and leave alone what they do not speak of', () => {
    const [row] = judged(known(figures(400n, { fte: 32 })), { figures: figures(410n) });
    expect(row).toMatchObject({
      figuresToEnter: { turnover: 410n, fte: 32 },
      reasons: [{ code: 'REGISTRATION_KNOWN' }, { code: 'FIGURES_CORRECTED', about: '2025-12-31' }],
    });
  });

  test('do not come back once they were corrected', () => {
    expect(decided(known(figures(400n), figures(410n)), figures(400n))).toEqual([[undefined, 'FIGURES_CORRECTED_SINCE']]);
  });

  test('do not stand above accounts that were filed or audited', () => {
    expect(decided(known(figures(400n, { source: 'FILED' })), figures(410n))).toEqual([[undefined, 'FIGURES_OF_BETTER_SOURCE_KEPT']]);
  });

  test('are not mixed with figures in another currency', () => {
    expect(decided(known(figures(400n, { currency: 'MAD' })), figures(400n))).toEqual([[undefined, 'FIGURES_IN_OTHER_CURRENCY_KEPT']]);
  });

  test('do not make a company sell more abroad than in all', () => {
    expect(decided(known(figures(400n, { exportTurnover: 390n })), figures(380n))).toEqual([[undefined, 'FIGURES_DO_NOT_FIT_KNOWN_ONES']]);
  });

  test('count from the first line that speaks of a year', () => {
    expect(decided([], figures(400n), figures(410n), figures(400n))).toEqual([
      [400n, undefined],
      [undefined, 'FIGURES_CONTRADICT_EARLIER_LINE'],
      [undefined, 'SAME_COMPANY_ON_EARLIER_LINE'],
    ]);
  });
});

describe('a person has told', () => {
  const moved = { number: '039286711', rawRegistration: '039286711' };
  const told = { number: '039286711', companyId: 'verrerie', companyName: 'Verrerie d’Art', isSame: true };

  test('that a number stands for a known company: its rows match that one and bring no figures', () => {
    const [first, second] = judgedAfter([told], [verrerie], { ...moved, figures: figures(100n) }, moved);
    expect(first).toMatchObject({
      outcome: 'MATCHED',
      companyId: 'verrerie',
      reasons: [{ code: 'SETTLED_AS_SAME', about: 'Verrerie d’Art' }],
    });
    expect([first?.figuresToEnter, second?.outcome]).toEqual([undefined, 'MATCHED']);
  });

  test('that it stands for another one: its row is new, unless a third one is similar as well', () => {
    const other = { ...told, isSame: false };
    expect(judgedAfter([other], [verrerie], moved)[0]).toMatchObject({ outcome: 'ADDED', reasons: [{ code: 'SETTLED_AS_ANOTHER' }] });
    const third = { ...verrerie, id: 'third', number: '016474413' };
    expect(judgedAfter([other], [verrerie, third], moved)[0]).toMatchObject({ outcome: 'SUSPECT', similarTo: ['third'] });
  });

  test('nothing of other numbers, nor against a number that the directory knows by now', () => {
    expect(judgedAfter([told], [verrerie], { ...moved, number: '016474413' })[0]?.outcome).toBe('SUSPECT');
    const known = { ...verrerie, id: 'registered', number: '039286711' };
    expect(judgedAfter([told], [verrerie, known], moved)[0]).toMatchObject({ outcome: 'MATCHED', companyId: 'registered' });
  });
});

test('companies of two countries are two, however alike their names and towns', () => {
  const abroad = { scheme: 'ICE', number: '005362211000078', department: undefined } as const;
  expect(judged([{ ...verrerie, department: undefined }], abroad)[0]?.outcome).toBe('ADDED');
  expect(judged([{ ...verrerie, country: 'MA', department: undefined }], abroad)[0]?.outcome).toBe('SUSPECT');
  expect(judged([], {}, abroad)[1]?.outcome).toBe('ADDED');
});
