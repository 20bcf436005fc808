import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { seedWhenEmpty } from '../src/seed.ts';
import { albi, hubMaroc, seedDir, startFund } from './running-fund.ts';

let fund: Awaited<ReturnType<typeof startFund>>;
beforeAll(async () => {
  fund = await startFund();
});
afterAll(() => fund?.close());

const whole = `query ($asOf: LocalDate) { fund(asOf: $asOf) {
  id name thesis announcedOn asOf status statusSince statusMeaning statusHistory { status since note source } partners { role name since }
  criteriaVersion { number validFrom validTo figuresMaxAgeMonths source }
  criteria { kind name explanation canCountAgainst weight threshold unit overYears } } }`;

describe('anybody', () => {
  test('sees the fund as the project it still is, with its criteria and partners, by one statement', async () => {
    let answer = await fund.graph.ask('{ __typename }');
    const statements = await fund.statements.during(async () => {
      answer = await fund.graph.ask(whole);
    });
    expect(answer.errors).toEqual([]);
    expect(answer.data.fund).toMatchObject({
      id: encodeId('fund', idFromName('fund', 'territorial')),
      announcedOn: '2019-11-19',
      asOf: '2026-11-23',
      status: 'PROJECT',
      statusSince: '2019-11-19',
      statusMeaning: 'The fund is still a project: it gathers files but cannot invest.',
      partners: [{ role: 'TECHNOLOGY_TRANSFER' }, { role: 'EUROPEAN_CALL' }],
      criteriaVersion: { number: 2, validFrom: '2023-01-01', validTo: null, figuresMaxAgeMonths: 18 },
    });
    expect(answer.data.fund.statusHistory).toHaveLength(1);
    expect(statements).toHaveLength(1);
  });

  test('reads that a refusal by a bank never counts against a company', async () => {
    const { data } = await fund.graph.ask(whole);
    const byKind = new Map<string, Record<string, unknown>>(data.fund.criteria.map((one: { kind: string }) => [one.kind, one]));
    expect([...byKind.keys()]).toEqual(['INDUSTRIAL', 'ANCHORED', 'LONG_TERM_JOBS', 'GROWTH', 'CLASSICAL_REFUSAL']);
    expect(byKind.get('CLASSICAL_REFUSAL')).toMatchObject({ weight: 0, canCountAgainst: false, threshold: null, unit: null });
    expect(byKind.get('CLASSICAL_REFUSAL')?.['explanation']).toContain('never counts against');
    expect(byKind.get('INDUSTRIAL')).toMatchObject({ threshold: 'B, C, D, E', unit: 'NACE_SECTION', canCountAgainst: true });
    expect(byKind.get('ANCHORED')?.['threshold']).toBe('09, 11, 12, 30, 31, 32, 34, 46, 48, 65, 66, 81, 82');
    expect(byKind.get('GROWTH')).toMatchObject({ threshold: '10.0', unit: 'PERCENT', overYears: 3 });
    expect([...byKind.values()].reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(100);
  });

  test('reads it in French when that is the language of the request', async () => {
    const { data } = await fund.graph.ask(whole, { as: { lang: 'fr' } });
    expect(data.fund.statusMeaning).toBe('Le fonds est encore en projet : il recueille des dossiers mais ne peut pas investir.');
    expect(data.fund.name).toContain("Fonds d'investissement");
    expect(data.fund.criteria[0].name).toBe('Industrie');
  });

  test('sees the criteria that were in force on an earlier day', async () => {
    for (const [asOf, number, growth] of [
      ['2019-11-19', 1, '15.0'],
      ['2022-12-31', 1, '15.0'],
      ['2023-01-01', 2, '10.0'],
    ] as const) {
      const { data } = await fund.graph.ask(whole, { variables: { asOf } });
      expect(data.fund).toMatchObject({ asOf, criteriaVersion: { number } });
      expect(data.fund.criteria.find(({ kind }: { kind: string }) => kind === 'GROWTH').threshold).toBe(growth);
    }
  });

  test('is not told today what is only planned for a later day', async () => {
    await fund.database.query(`INSERT INTO fund_status SELECT id, '2027-01-15', 'AUTHORISED', '', '', 'planned' FROM fund`);
    await fund.database.query(`INSERT INTO fund_partner SELECT id, 3, 'EUROPEAN_CALL', '', '', '2027-01-15' FROM fund`);
    const { data } = await fund.graph.ask(whole);
    expect(data.fund).toMatchObject({ status: 'PROJECT', statusHistory: [{ status: 'PROJECT' }] });
    expect(data.fund.partners).toHaveLength(2);
  });

  test('finds no fund before it was announced', async () => {
    expect(await fund.graph.ask(whole, { variables: { asOf: '2019-11-18' } })).toMatchObject({ data: { fund: null }, errors: [] });
  });

  test.each([
    ['2026-11-24', 'asOf must not lie in the future: send 2026-11-23 or an earlier day.'],
    ['2026-02-30', 'A day is written yyyy-mm-dd and must exist'],
    ['infinity', 'A day is written yyyy-mm-dd and must exist'],
  ])('is told what is wrong with the day %s', async (asOf, sentence) => {
    const { errors, status } = await fund.graph.ask(whole, { variables: { asOf } });
    expect(status).toBeLessThan(500);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(sentence);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

test('a partner sees the published fund like everybody', async () => {
  expect(await fund.graph.ask(whole, { as: hubMaroc })).toMatchObject({ data: { fund: { status: 'PROJECT' } }, errors: [] });
});

describe('the fund is found by its id', () => {
  const byId = (id: string) => fund.graph.entities('Fund', [{ id }], 'id name status');

  test('when it is its id', async () => {
    const id = encodeId('fund', idFromName('fund', 'territorial'));
    expect(await byId(id)).toMatchObject({ data: { _entities: [{ id, status: 'PROJECT' }] }, errors: [] });
  });

  test.each([
    [encodeId('fund', idFromName('fund', 'another')), 'NOT_FOUND', 'There is no such fund.'],
    [albi, 'BAD_USER_INPUT', 'This is the id of a company, but a fund is expected'],
    ['nonsense', 'BAD_USER_INPUT', 'This is not an id.'],
  ])('and %s is answered with a sentence', async (id, code, sentence) => {
    const { errors } = await byId(id);
    expect(errors[0]?.extensions.code).toBe(code);
    expect(errors[0]?.message).toContain(sentence);
  });
});

describe('the database', () => {
  test('is seeded once', async () => {
    expect(await seedWhenEmpty(fund.database, seedDir)).toBe(false);
    expect(await fund.database.query('SELECT code FROM fund')).toEqual([{ code: 'territorial' }]);
  });

  test('holds only one version of the criteria a day', async () => {
    const overlapping = fund.database.query(
      `INSERT INTO criteria_version (id, fund_id, number, valid_from, figures_max_age_months, source_fr, source_en)
       SELECT gen_random_uuid(), id, 3, '2025-01-01', 18, '', '' FROM fund`,
    );
    await expect(overlapping).rejects.toMatchObject({ constraint: 'one_version_a_day' });
  });

  test('lets nobody give weight to a refusal elsewhere', async () => {
    await expect(fund.database.query(`UPDATE criterion SET weight = 5 WHERE kind = 'CLASSICAL_REFUSAL'`)).rejects.toMatchObject({
      constraint: 'a_refusal_elsewhere_never_counts',
    });
  });
});
