import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, idFromName } from '@leader/subgraph-kit/values/ids';
import { albi, branchId, companyId, hub, member, type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
let everyone: { id: string }[];
beforeAll(async () => {
  network = await runningMembership();
  const rows = await network.database.query<{ id: string }>('SELECT id FROM company ORDER BY sort_name');
  everyone = rows.map(({ id }) => ({ id: encodeId('company', id) }));
});
afterAll(() => network.stop());

const facts = `assessmentFacts {
  membershipStatus country foundedOn activityNomenclature activityCode activitySection siteDepartments closedOn turnover exportTurnover balanceTotal
  currency fte figuresSource sizeCategory possibleSizeCategories referenceClosedOn referenceTurnover referenceFte inCollectiveProceedings
}`;

describe('what other domains judge a company by', () => {
  test('is all there for the company in Albi', async () => {
    const { data, errors } = await network.graph.entities('Company', [{ id: albi }], facts, member);
    expect(errors).toEqual([]);
    expect(data._entities[0].assessmentFacts).toEqual({
      membershipStatus: 'ACTIVE',
      country: 'FR',
      foundedOn: '1998-03-02',
      activityNomenclature: 'NAF_REV_2',
      activityCode: '30.30Z',
      activitySection: 'C',
      siteDepartments: ['81'],
      closedOn: '2025-12-31',
      turnover: '4000000.00',
      exportTurnover: '720000.00',
      balanceTotal: '3100000.00',
      currency: 'EUR',
      fte: 32,
      figuresSource: 'DECLARED',
      sizeCategory: 'PME',
      possibleSizeCategories: ['PME'],
      referenceClosedOn: '2022-12-31',
      referenceTurnover: '3200000.00',
      referenceFte: 28,
      inCollectiveProceedings: false,
    });
  });

  test('differs from it in the turnover only for the company with 2.9 M€', async () => {
    const { data } = await network.graph.entities('Company', [{ id: albi }, { id: companyId('rochegude-aerostructures') }], facts, staff);
    const [four, less] = data._entities.map((entity: { assessmentFacts: object }) => entity.assessmentFacts);
    expect(less).toEqual({ ...four, turnover: '2900000.00' });
  });

  test('says unknown for a prospect of whom nothing is known', async () => {
    const id = idFromName('company', 'newcomer');
    await network.database.query(`INSERT INTO company (id, legal_name, country) VALUES ($1, 'Newcomer', 'FR')`, [id]);
    const { data, errors } = await network.graph.entities('Company', [{ id: encodeId('company', id) }], facts, staff);
    expect(errors).toEqual([]);
    expect(data._entities[0].assessmentFacts).toMatchObject({
      membershipStatus: 'PROSPECT',
      closedOn: null,
      turnover: null,
      currency: null,
      sizeCategory: 'UNKNOWN',
      inCollectiveProceedings: null,
      siteDepartments: [],
    });
    await network.database.query('DELETE FROM company WHERE id = $1', [id]);
  });

  test('is not found by whoever may not use it, never unknown', async () => {
    for (const as of [member, hub]) {
      const { data, errors } = await network.graph.entities('Company', [{ id: companyId('rochegude-aerostructures') }], facts, as);
      expect(data._entities).toEqual([{ assessmentFacts: null }]);
      expect(errors).toMatchObject([{ path: ['_entities', 0, 'assessmentFacts'], extensions: { code: 'NOT_FOUND' } }]);
    }
  });
});

describe('entities that other services point to', () => {
  test('come back in the order they were asked for, one missing among them', async () => {
    const { data, errors } = await network.graph.entities(
      'Company',
      [{ id: companyId('verriere-de-cordes') }, { id: companyId('nobody') }, { id: albi }],
      'legalName',
      hub,
    );
    expect(data._entities).toEqual([{ legalName: 'Verrière de Cordes SAS' }, null, { legalName: 'Cantepau Aérostructures SAS' }]);
    expect(errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'NOT_FOUND' } }]);
  });

  test('companies are for readers of the directory, branches for everybody', async () => {
    const companies = await network.graph.entities('Company', [{ id: albi }], 'legalName');
    expect(companies.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const branches = await network.graph.entities('Branch', [{ id: branchId('maroc') }], 'name timeZone');
    expect(branches.data._entities).toEqual([{ name: 'Leader Morocco', timeZone: 'Africa/Casablanca' }]);
    expect((await network.graph.entities('Branch', [{ id: albi }], 'name')).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await network.graph.entities('Branch', [{ id: branchId('paris') }], 'name')).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('people are for the network alone', async () => {
    const id = encodeId('person', idFromName('person', 'cantepau-aerostructures/leader'));
    expect((await network.graph.entities('Person', [{ id }], 'name role', member)).data._entities).toEqual([
      { name: 'Hélène Marsal', role: 'LEADER' },
    ]);
    expect((await network.graph.entities('Person', [{ id }], 'name', hub)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await network.graph.entities('Person', [{ id }], 'name')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('however many companies are asked for, as many SQL statements are sent', () => {
  const whole = `id legalName registrations { value } activities { label } people { name } membershipStatus memberSince homeBranch { name status activeMemberCount earlier: activeMemberCount(asOf: "2019-11-23") }
    latestFigures { fte } sizeCategory { category } earlier: sizeCategory(asOf: "2019-11-23") { category } gaps { code } figures(first: 2) { edges { node { closedOn } } } ${facts}`;

  const statementsFor = (count: number) =>
    network.statements.during(async () => {
      const answer = await network.graph.entities('Company', everyone.slice(0, count), whole, staff);
      expect(answer.errors).toEqual([]);
      expect(answer.data._entities).toHaveLength(count);
    });

  test('by other services', async () => {
    const few = await statementsFor(2);
    const many = await statementsFor(200);
    expect(many).toEqual(few);
    // Companies, numbers, activities, sites, people, memberships, days of grace, branches, counts, figures, one page of them.
    expect(few).toHaveLength(11);
  });

  test('for names and home branches alone', async () => {
    const ask = (count: number) =>
      network.statements.during(() => network.graph.entities('Company', everyone.slice(0, count), 'legalName homeBranch { name }', hub));
    expect(await ask(200)).toEqual(await ask(1));
    expect(await ask(200)).toHaveLength(4);
  });

  test.each([
    ['the directory', 'companies', `edges { node { ${whole} } }`],
    ['a search', 'companies', `totalCount edges { node { ${whole} } }`],
  ])('by %s', async (title, field, selection) => {
    const search = title === 'a search' ? ', search: "fabrication"' : '';
    const ask = (first: number) =>
      network.statements.during(async () => {
        const answer = await network.graph.ask(`{ ${field}(first: ${first}${search}) { ${selection} } }`, { as: staff });
        expect(answer.errors).toEqual([]);
        expect(answer.data.companies.edges).toHaveLength(first);
      });
    const few = await ask(2);
    expect(await ask(60)).toEqual(few);
    // A search with its number costs two more: how many may fit, by the statistics, and the number.
    expect(few).toHaveLength(title === 'a search' ? 13 : 11);
  });

  test('by the list of branches with their counts', async () => {
    const statements = await network.statements.during(() =>
      network.graph.ask('{ branches { name status activeMemberCount } memberCounts { total } activeMemberCount hubMemberCount }'),
    );
    expect(statements).toHaveLength(2);
  });
});
