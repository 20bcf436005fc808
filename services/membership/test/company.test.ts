import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId } from '@leader/subgraph-kit/values/ids';
import { albi, branchId, companyId, hub, member, type RunningMembership, reporter, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

async function company(selection: string, options: { id?: string; as?: TestViewer } = {}) {
  const answer = await network.graph.ask(`query ($id: ID) { company(id: $id) { ${selection} } }`, {
    as: options.as ?? staff,
    variables: { id: options.id ?? albi },
  });
  return { ...answer, company: answer.data?.company, error: answer.errors[0] };
}

describe('a company', () => {
  test('is told with its numbers, its activity and its people', async () => {
    const { errors, company: told } = await company(
      'id legalName tradeName country town department formerRegion foundedOn registrations { scheme value verified } activities { nomenclature code label section } people { name role }',
      { as: { ...member, lang: 'fr' } },
    );
    expect(errors).toEqual([]);
    expect(told).toEqual({
      id: albi,
      legalName: 'Cantepau Aérostructures SAS',
      tradeName: 'Cantepau Aérostructures',
      country: 'FR',
      town: 'Albi',
      department: '81',
      formerRegion: 'MIDI_PYRENEES',
      foundedOn: '1998-03-02',
      registrations: [{ scheme: 'SIREN', value: '008423121', verified: true }],
      activities: [
        { nomenclature: 'NAF_REV_2', code: '30.30Z', label: 'Construction aéronautique et spatiale, aérospatial', section: 'C' },
      ],
      people: [{ name: 'Hélène Marsal', role: 'LEADER' }],
    });
  });

  test('is one’s own when none is named', async () => {
    const { data } = await network.graph.ask('{ company { id } }', { as: member });
    expect(data.company.id).toBe(albi);
  });

  test('belongs to its branch since it joined', async () => {
    const { company: told } = await company(
      'membershipStatus memberSince prospectBranch { code } homeBranch { id code name activeMemberCount(asOf: "2019-11-23") } earlier: membershipStatus(asOf: "2018-05-13") earlierAt: homeBranch(asOf: "2018-05-13") { code }',
    );
    expect(told).toEqual({
      membershipStatus: 'ACTIVE',
      memberSince: '2018-05-14',
      prospectBranch: null,
      homeBranch: { id: branchId('tarn'), code: 'tarn', name: 'Tarn branch', activeMemberCount: 18 },
      earlier: 'PROSPECT',
      earlierAt: null,
    });
  });

  test('abroad has the number of its own register, and a label for what it does', async () => {
    const { company: told } = await company(
      'country department formerRegion registrations { scheme value verified } activities { code label section }',
      {
        id: companyId('atlas-tolerie-nouasser'),
      },
    );
    expect(told).toEqual({
      country: 'MA',
      department: null,
      formerRegion: null,
      registrations: [{ scheme: 'ICE', value: '005362211000078', verified: false }],
      activities: [{ code: '2511', label: 'Manufacture of structural metal products', section: 'C' }],
    });
  });

  test('whose class has no label is labelled by its division', async () => {
    await network.database.query(
      `UPDATE activity SET code = '30.99Z' WHERE company_id = (SELECT id FROM company WHERE legal_name LIKE 'Lescure%')`,
    );
    const { company: told } = await company('activities { label }', { id: companyId('lescure-aerostructures') });
    expect(told.activities).toEqual([{ label: 'Manufacture of other transport equipment' }]);
  });
});

describe('the figures of a company', () => {
  const shown =
    'latestFigures { closedOn months turnover { amount currency } exportTurnover { amount } balanceTotal { amount } fte source enteredAt } sizeCategory { category possible basedOn }';

  test('are those of its last closed year', async () => {
    const { company: told, errors } = await company(shown, { as: member });
    expect(errors).toEqual([]);
    expect(told.latestFigures).toMatchObject({
      closedOn: '2025-12-31',
      months: 12,
      turnover: { amount: '4000000.00', currency: 'EUR' },
      exportTurnover: { amount: '720000.00' },
      balanceTotal: { amount: '3100000.00' },
      fte: 32,
      source: 'DECLARED',
      enteredAt: expect.stringMatching(/^2026-0[4-6]-\d\dT09:00:00\.000Z$/),
    });
    expect(told.sizeCategory).toEqual({ category: 'PME', possible: ['PME'], basedOn: '2025-12-31' });
  });

  test('are those that were known on the day asked about', async () => {
    const { company: told } = await company(
      'latestFigures(asOf: "2020-01-31") { closedOn } sizeCategory(asOf: "2015-01-01") { category basedOn }',
    );
    expect(told).toEqual({ latestFigures: { closedOn: '2018-12-31' }, sizeCategory: { category: 'UNKNOWN', basedOn: null } });
  });

  test('a missing balance sheet leaves 9 people with 3.5 M€ between micro and PME, and is named with its year', async () => {
    const { company: told } = await company('sizeCategory { category possible } gaps { code message }', {
      id: companyId('verriere-de-cordes'),
    });
    expect(told.sizeCategory).toEqual({ category: 'UNKNOWN', possible: ['MIC', 'PME'] });
    expect(told.gaps).toEqual([{ code: 'BALANCE_SHEET_MISSING', message: 'The balance sheet total of 2025 is not known.' }]);
  });

  test('a correction replaces the year it corrects from the day it was entered', async () => {
    const [corrected] = await network.database.query<{ companyId: string; first: string }>(
      `SELECT company_id AS "companyId", min(entered_at)::date::text AS first FROM annual_figures WHERE closed_on = '2024-12-31' GROUP BY company_id HAVING count(*) = 2 LIMIT 1`,
    );
    const { company: node } = await company(
      `before: figures(first: 1, asOf: "${corrected?.first}") { edges { node { closedOn turnover { amount } } } } after: figures(first: 2) { edges { node { closedOn turnover { amount } } } }`,
      { id: encodeId('company', corrected?.companyId ?? '') },
    );
    const before = node.before.edges[0].node;
    const after = node.after.edges[1].node;
    expect([before.closedOn, after.closedOn]).toEqual(['2024-12-31', '2024-12-31']);
    expect(Number(before.turnover.amount)).toBeLessThan(Number(after.turnover.amount));
  });

  test('are listed year by year, in pages', async () => {
    const years = (edges: { node: { closedOn: string } }[]) => edges.map((edge) => edge.node.closedOn.slice(0, 4));
    const first = await company('figures(first: 3) { edges { node { closedOn } } pageInfo { hasNextPage endCursor } }');
    expect(years(first.company.figures.edges)).toEqual(['2025', '2024', '2023']);
    expect(first.company.figures.pageInfo.hasNextPage).toBe(true);
    const next = await company(
      `figures(first: 100, after: "${first.company.figures.pageInfo.endCursor}") { edges { node { closedOn } } pageInfo { hasNextPage } }`,
    );
    expect(years(next.company.figures.edges)).toEqual(['2022', '2021', '2020', '2019', '2018', '2017', '2016']);
    expect(next.company.figures.pageInfo.hasNextPage).toBe(false);
    expect((await company('figures(first: 101) { pageInfo { hasNextPage } }')).error?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('in dirhams never decide on a French size class', async () => {
    const { company: told } = await company(
      'sizeCategory { category possible } latestFigures { turnover { amount currency } } gaps { code }',
      { id: companyId('atlas-tolerie-nouasser') },
    );
    expect(told.latestFigures.turnover).toEqual({ amount: '47000000.00', currency: 'MAD' });
    expect(told.sizeCategory).toEqual({ category: 'UNKNOWN', possible: ['PME', 'ETI', 'GE'] });
    expect(told.gaps.map((gap: { code: string }) => gap.code)).toEqual([
      'EXPORT_TURNOVER_MISSING',
      'NOT_IN_EUROS',
      'PROCEEDINGS_NOT_CHECKED',
    ]);
  });
});

describe('what is not for everybody', () => {
  const other = companyId('rochegude-aerostructures');

  test.each([
    ['another member', member],
    ['a hub abroad', hub],
    ['an analyst', reporter],
  ])('figures of a company look to %s as if it were not there', async (_who, as) => {
    const { company: told, errors } = await company(
      'legalName latestFigures { closedOn } sizeCategory { category } figures(first: 1) { edges { cursor } } gaps { code }',
      { id: other, as },
    );
    expect(told).toEqual({ legalName: 'Rochegude Aérostructures SA', latestFigures: null, sizeCategory: null, figures: null, gaps: [] });
    expect(errors.map(({ path, extensions }) => `${path?.[1]} ${extensions.code}`).sort()).toEqual([
      'figures NOT_FOUND',
      'latestFigures NOT_FOUND',
      'sizeCategory NOT_FOUND',
    ]);
    expect(new Set(errors.map((error) => error.message)).size).toBe(1);
    const missing = await company('id', { id: companyId('nobody'), as });
    expect(missing.error?.message).toBe(errors[0]?.message);
  });

  test('gaps in figures are not hinted at either', async () => {
    const { company: told } = await company('gaps { code }', { id: companyId('verriere-de-cordes'), as: member });
    expect(told.gaps).toEqual([]);
  });

  test('names of people stay within the network', async () => {
    for (const as of [hub, reporter]) expect((await company('people { name }', { as })).company.people).toEqual([]);
    expect((await company('people { name }', { id: other, as: member })).company.people).toHaveLength(1);
  });
});

describe('a company that cannot be shown is said in a sentence', () => {
  test.each<[string, string | undefined, TestViewer, string, string]>([
    ['an id nobody has', companyId('nobody'), staff, 'NOT_FOUND', 'Check its id'],
    ['an id of another type', branchId('tarn'), staff, 'BAD_USER_INPUT', 'id of a branch'],
    ['no id at all', 'Cantepau', staff, 'BAD_USER_INPUT', 'begins with "company_"'],
    ['not signed in', albi, {}, 'UNAUTHENTICATED', 'Sign in'],
  ])('%s', async (_title, id, as, code, sentence) => {
    const { error, status } = await company('id', { ...(id && { id }), as });
    expect(error).toMatchObject({ extensions: { code }, message: expect.stringContaining(sentence) });
    expect(status).toBe(200);
  });

  test('no company named by someone who speaks for none', async () => {
    const { errors } = await network.graph.ask('{ company { id } }', { as: staff });
    expect(errors[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
      message: 'You do not speak for a company: say which company you mean with companyId.',
    });
    const french = await network.graph.ask('{ company { id } }', { as: { ...staff, lang: 'fr' } });
    expect(french.errors[0]?.message).toContain('dites laquelle avec companyId');
  });
});
