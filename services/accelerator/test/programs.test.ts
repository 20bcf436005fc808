import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { anonymous, companyId, hub, member, programId, type RunningAccelerator, runAccelerator, staff } from './running-accelerator.ts';

let running: RunningAccelerator;
beforeAll(async () => {
  running = await runAccelerator();
});
afterAll(() => running.stop());

const everythingPublic = `{ programs { id code name basedOn
  currentVersion { number validFrom validTo durationMonths capacityUnit experimental memberOnly source assumption criteria { kind stage operator threshold unit description } }
  versions { number validFrom validTo criteria { kind } }
  openCohorts { id name status ruleVersion opensOn applyUntil start { fixedOn windowFrom windowTo } capacity placesLeft capacityUnit theme } } }`;

describe('Anybody', () => {
  test('sees both accelerators with their rules of today and the cohorts that are open', async () => {
    const { data, errors } = await running.accelerator.ask(everythingPublic, { as: anonymous });
    expect(errors).toEqual([]);
    expect(data.programs.map((program: { code: string; name: string }) => [program.code, program.name])).toEqual([
      ['pme', 'Accélérateur PME-PMI'],
      ['tpe', 'Accélérateur TPE-TPI'],
    ]);
    const [pme, tpe] = data.programs;
    expect(pme.id).toBe(programId('pme'));
    expect(pme.basedOn).toBe('An acceleration program of Bpifrance');
    expect(pme.currentVersion).toMatchObject({
      number: 2,
      validFrom: '2019-11-19',
      validTo: null,
      durationMonths: 12,
      capacityUnit: 'PERSON',
      experimental: false,
      memberOnly: true,
    });
    expect(pme.currentVersion.criteria[0]).toEqual({
      kind: 'TURNOVER',
      stage: 'ELIGIBILITY',
      operator: 'MORE_THAN',
      threshold: '3000000.00',
      unit: 'EUR',
      description: 'Turnover of the last closed year: more than 3 M€',
    });
    expect(pme.versions.map((version: { number: number; validTo: string }) => [version.number, version.validTo])).toEqual([
      [1, '2019-11-18'],
      [2, null],
    ]);
    expect(tpe.currentVersion).toMatchObject({ number: 1, durationMonths: 6, capacityUnit: 'COMPANY', experimental: true });
    expect(tpe.currentVersion.assumption).toContain('6 months long');
    expect(pme.openCohorts).toEqual([
      {
        id: expect.stringMatching(/^cohort_/),
        name: 'PME-3',
        status: 'OPEN',
        ruleVersion: 2,
        opensOn: '2026-11-02',
        applyUntil: '2027-01-04',
        start: { fixedOn: '2027-02-08', windowFrom: null, windowTo: null },
        capacity: 30,
        placesLeft: 12,
        capacityUnit: 'PERSON',
        theme: 'Industry and export',
      },
    ]);
    expect(tpe.openCohorts).toMatchObject([{ name: 'TPE-2', status: 'OPEN', placesLeft: 9, capacityUnit: 'COMPANY' }]);
  });

  test('reads it in French when asking in French', async () => {
    const { data } = await running.accelerator.ask(everythingPublic, { as: { lang: 'fr' } });
    expect(data.programs[0].currentVersion.criteria[0].description).toBe("Chiffre d'affaires du dernier exercice clos : plus de 3 M€");
    expect(data.programs[0].openCohorts[0].theme).toBe('Industrie et export');
  });

  test('sees that the rules of July 2019 took from 2 to 12 M€, and that there were none before', async () => {
    const { data } = await running.accelerator.ask(
      `query ($id: ID!) { program(id: $id) {
        july: versionAt(date: "2019-07-15") { ...rules } eve: versionAt(date: "2019-11-18") { ...rules } after: versionAt(date: "2019-11-19") { ...rules } before: versionAt(date: "2019-07-14") { ...rules } } }
       fragment rules on ProgramVersion { number source criteria { operator threshold } }`,
      { variables: { id: programId('pme') } },
    );
    expect(data.program.july).toMatchObject({
      number: 1,
      criteria: [{ operator: 'AT_LEAST', threshold: '2000000.00' }, { operator: 'AT_MOST', threshold: '12000000.00' }, {}],
    });
    expect(data.program.july.source).toContain('July 2019');
    expect([data.program.eve.number, data.program.after.number, data.program.before]).toEqual([1, 2, null]);
  });

  test.each([
    ['wrong', 'This is not an id. Send the id of a program as the graph returned it; it begins with "program_".', 'BAD_USER_INPUT'],
    [companyId, 'This is the id of a company, but a program is expected: send an id that begins with "program_".', 'BAD_USER_INPUT'],
    [programId('unknown'), 'There is no program with this id: take one from programs { id }.', 'NOT_FOUND'],
  ])('who asks for a program by the id %s is told what to send', async (id, message, code) => {
    const { status, data, errors } = await running.accelerator.ask('query ($id: ID!) { program(id: $id) { name } }', { variables: { id } });
    expect([status, data.program]).toEqual([200, null]);
    expect(errors).toMatchObject([{ message, path: ['program'], extensions: { code } }]);
  });

  test('who asks for the rules of 30 February is told how a day is written', async () => {
    const { errors } = await running.accelerator.ask('{ programs { versionAt(date: "2019-02-30") { number } } }');
    expect(errors[0]).toMatchObject({ message: expect.stringContaining('yyyy-mm-dd'), extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('The list of all cohorts', () => {
  const cohorts = (args: string) =>
    `{ programs { code cohorts(${args}) { edges { node { name status start { fixedOn windowFrom } } cursor } pageInfo { hasNextPage endCursor } } } }`;
  const namesIn = (data: { programs: { cohorts: { edges: { node: { name: string } }[] } }[] }) =>
    data.programs.map((program) => program.cohorts.edges.map(({ node }) => node.name));

  test('shows the past ones too, the latest start first', async () => {
    const { data, errors } = await running.accelerator.ask(cohorts('first: 10'), { as: member });
    expect(errors).toEqual([]);
    expect(namesIn(data)).toEqual([
      ['PME-3', 'PME-2', 'PME-1'],
      ['TPE-2', 'TPE-1'],
    ]);
    expect(data.programs[0].cohorts.edges[1].node).toEqual({
      name: 'PME-2',
      status: 'COMPLETED',
      start: { fixedOn: null, windowFrom: '2020-03-01' },
    });
  });

  test('goes on where the last page ended', async () => {
    const first = await running.accelerator.ask(cohorts('first: 2'), { as: staff });
    const { pageInfo } = first.data.programs[0].cohorts;
    expect(pageInfo.hasNextPage).toBe(true);
    const next = await running.accelerator.ask(cohorts(`first: 2, after: "${pageInfo.endCursor}"`), { as: staff });
    expect(namesIn(next.data)[0]).toEqual(['PME-1']);
    const fromTheEnd = await running.accelerator.ask(cohorts('last: 1'), { as: staff });
    expect(namesIn(fromTheEnd.data)).toEqual([['PME-1'], ['TPE-1']]);
  });

  test.each([
    ['first: 1000000', 'A page has 1 to 100 items'],
    ['first: 2, after: "bm9wZQ"', 'This cursor does not belong to this list'],
    ['first: 1, last: 1', 'either first or last'],
  ])('asked for with %s says what to send instead', async (args, message) => {
    const { data, errors } = await running.accelerator.ask(cohorts(args), { as: staff });
    expect(data.programs[0].cohorts).toBeNull();
    expect(errors[0]).toMatchObject({ message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('is for those who may read about accelerators', async () => {
    const [nobody, partner] = [
      await running.accelerator.ask(cohorts('first: 1'), { as: anonymous }),
      await running.accelerator.ask(cohorts('first: 1'), { as: hub }),
    ];
    expect([nobody.errors[0]?.extensions.code, partner.errors[0]?.extensions.code]).toEqual(['UNAUTHENTICATED', 'FORBIDDEN']);
    expect([nobody.data, partner.data]).toEqual([null, null]);
  });
});

describe('The number of SQL statements', () => {
  const whole = everythingPublic.replace('openCohorts {', 'cohorts(first: 50) { edges { node { name } } } openCohorts {');

  test('stays the same with two programs and with forty', async () => {
    const few = await running.statementsDuring(() => running.accelerator.ask(whole, { as: staff }));
    const { database } = running.testDatabase;
    await database.query(
      `INSERT INTO program (id, position, code, name) SELECT gen_random_uuid(), 10 + n, 'more-' || n, 'More ' || n FROM generate_series(1, 38) n`,
    );
    await database.query(`INSERT INTO program_version (id, program_id, number, valid_from, duration_months, capacity_unit, experimental, source)
      SELECT gen_random_uuid(), id, 1, '2020-01-01', 6, 'COMPANY', false, '{"fr": "", "en": ""}' FROM program WHERE code LIKE 'more-%'`);
    await database.query(`INSERT INTO cohort (id, version_id, name, opens_on, apply_until, start_on, capacity)
      SELECT gen_random_uuid(), v.id, p.code || '/' || n, '2026-11-01', '2026-12-01', '2027-01-01', 10
        FROM program p JOIN program_version v ON v.program_id = p.id, generate_series(1, 5) n WHERE p.code LIKE 'more-%'`);
    let answer: Awaited<ReturnType<typeof running.accelerator.ask>> | undefined;
    const many = await running.statementsDuring(async () => {
      answer = await running.accelerator.ask(whole, { as: staff });
    });
    expect(answer?.data.programs).toHaveLength(40);
    expect(answer?.data.programs[39].openCohorts).toHaveLength(5);
    expect(many).toEqual(few);
    expect(few).toHaveLength(4);
  });
});
