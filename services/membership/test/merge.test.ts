import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, newId } from '@leader/subgraph-kit/values/ids';
import { companyTables, derivedTables, versionTables } from '../src/persistence/duplicates/company-tables.ts';
import { enterRecord, everything, merges } from './fixtures/records.ts';
import { type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const both = () => merges(network);
const of = async (id: string, selection: string) => {
  const answer = await network.graph.ask(`query ($id: ID!) { company(id: $id) { ${selection} } }`, { as: staff, variables: { id } });
  expect(answer.errors).toEqual([]);
  return answer.data.company;
};

test('whoever adds a table about companies says what a merge does to its rows', async () => {
  const found = await network.database.query<{ column: string }>(
    `SELECT c.table_name || '.' || c.column_name AS column FROM information_schema.columns AS c
     JOIN information_schema.tables AS t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
     WHERE c.table_schema = 'public' AND c.udt_name IN ('uuid', '_uuid') AND c.column_name ~ 'compan'
     UNION
     SELECT k.conrelid::regclass || '.' || a.attname FROM pg_constraint AS k JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
     WHERE k.contype = 'f' AND k.confrelid = 'company'::regclass ORDER BY 1`,
  );
  const treated = new Set([
    ...companyTables.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
    ...[...versionTables, ...derivedTables].map((table) => `${table}.company_id`),
  ]);
  expect(found.length).toBeGreaterThan(20);
  expect(found.map(({ column }) => column).filter((column) => !treated.has(column))).toEqual([]);
});

test('two records become one: all of both is of it, what it lacked is known, and both ids lead to it', async () => {
  const kept = await enterRecord(network, {
    ...{ name: 'Moulin Vère', siren: null, period: ['2020-01-01', '2021-12-31'], leader: 'Odile Vaur', email: 'odile@vere.invalid' },
    ...{ years: [['2024-12-31', 'FILED']], sites: [{ town: 'Puycelsi', isSeat: true }], ties: ['Grappe'], listing: 'export' },
  });
  const other = await enterRecord(network, {
    ...{ name: 'SARL Moulin Vère', foundedOn: '1999-04-01', period: ['2023-01-01', null], leader: 'Odile Vaur', activity: '10.61A' },
    ...{
      years: [
        ['2024-12-31', 'DECLARED'],
        ['2023-12-31', 'DECLARED'],
      ],
      contacts: 2,
      invoicedFor: 2025,
    },
    ...{
      sites: [
        { town: 'PUYCELSI', isSeat: true },
        { town: 'Gaillac', nic: '00021' },
      ],
      ties: ['grappe', 'Club'],
      listing: 'financing',
    },
  });
  const { done, errors } = await both().merge(kept, other);
  expect(errors).toEqual([]);
  expect(done).toMatchObject({ merge: { mergedId: other.id, mergedOn: '2026-11-23' }, company: { id: kept.id, factsVersion: 1 } });
  const all = `id legalName foundedOn membershipStatus registrations { value } people { id name } networkTies { name } activities { code }
    sites(first: 9) { edges { node { town isSeat } } } figures(first: 9) { edges { node { closedOn source } } }
    dues(first: 9) { edges { node { year } } } mergedRecords { mergedId }`;
  const company = await of(kept.id, all);
  expect(company).toMatchObject({
    ...{ id: kept.id, legalName: 'Moulin Vère', foundedOn: '1999-04-01', membershipStatus: 'ACTIVE' },
    ...{ registrations: [{ value: other.siren }], people: [{ name: 'Odile Vaur' }], activities: [{ code: '10.61A' }] },
    mergedRecords: [{ mergedId: other.id }],
  });
  const nodes = (list: { edges: { node: unknown }[] }) => list.edges.map(({ node }) => node);
  expect(nodes(company.sites)).toEqual([
    { town: 'Puycelsi', isSeat: true },
    { town: 'Gaillac', isSeat: false },
  ]);
  expect(nodes(company.figures)).toEqual([
    { closedOn: '2024-12-31', source: 'FILED' },
    { closedOn: '2023-12-31', source: 'DECLARED' },
  ]);
  expect(nodes(company.dues)).toEqual([{ year: 2025 }]);
  expect(company.networkTies.map(({ name }: { name: string }) => name)).toEqual(['Club', 'Grappe']);
  expect(await of(other.id, all)).toEqual(company);
  const entities = await network.graph.entities('Company', [{ id: other.id }, { id: kept.id }], 'id legalName', staff);
  expect(entities.data._entities).toEqual([
    { id: other.id, legalName: 'Moulin Vère' },
    { id: kept.id, legalName: 'Moulin Vère' },
  ]);
  const found = await network.graph.ask('{ companies(first: 9, search: "moulin vere") { edges { node { id } } } }', { as: staff });
  expect(found.data.companies.edges).toEqual([{ node: { id: kept.id } }]);
  const people = [other, kept].map(({ personId }) => ({ id: encodeId('person', personId) }));
  const persons = await network.graph.entities('Person', people, 'id name email consents { purpose }', {
    ...staff,
    scopes: [...(staff.scopes ?? []), 'contacts:read'],
  });
  const odile = { name: 'Odile Vaur', email: 'odile@vere.invalid', consents: [{ purpose: 'DIRECTORY' }, { purpose: 'DIRECTORY' }] };
  expect(persons.data._entities).toEqual(people.map(({ id }) => ({ id, ...odile })));
});

test('undone, each has again what was its own, to the last row; and again, as often as people change their mind', async () => {
  const kept = await enterRecord(network, { period: ['2024-01-01', null], leader: 'Jean Roux', sites: [{ town: 'Albi', isSeat: true }] });
  const other = await enterRecord(network, {
    siren: null,
    leader: 'Jean Roux',
    sites: [{ town: 'Albi', isSeat: true }, { town: 'Lavaur' }],
    score: 50,
  });
  const before = await everything(network);
  for (const version of [0, 2]) {
    const { done } = await both().merge(kept, other, { keptVersion: version });
    const undone = await both().undo(done.merge.id, { expectedVersion: version + 1 });
    expect(undone.errors).toEqual([]);
    expect(undone.done).toMatchObject({ merge: { undoneOn: '2026-11-23' }, company: { id: kept.id }, otherCompany: { id: other.id } });
    expect(await everything(network)).toEqual(before);
  }
});

describe('a merge of three', () => {
  test('leads to one from all ids, and comes apart from the last to the first', async () => {
    const [one, two, three] = [
      await enterRecord(network, { siren: null, leader: 'Ana Puech' }),
      await enterRecord(network, { siren: null, leader: 'Ana Puech', contacts: 1 }),
      await enterRecord(network, { siren: null, leader: 'Ana Puech', score: 40 }),
    ];
    const before = await everything(network);
    const first = await both().merge(two, three);
    const second = await both().merge(one, two, { mergedVersion: 1 });
    expect(second.errors).toEqual([]);
    expect((await of(three.id, 'id people { id }')).id).toBe(one.id);
    expect((await of(three.id, 'people { id }')).people).toEqual([{ id: encodeId('person', one.personId) }]);
    expect((await both().undo(first.done.merge.id)).done.reason).toBe('MERGED_SINCE');
    expect((await both().undo(second.done.merge.id)).typeName).toBe('MergeUndone');
    expect((await of(three.id, 'id')).id).toBe(two.id);
    expect((await both().undo(first.done.merge.id)).typeName).toBe('MergeUndone');
    expect(await everything(network)).toEqual(before);
    expect((await both().undo(first.done.merge.id)).done.reason).toBe('UNDONE_ALREADY');
  });
});

test('who merges names no one who does not exist, and nobody merges one that was merged already', async () => {
  const [one, two] = [await enterRecord(network, { siren: null }), await enterRecord(network, { siren: null })];
  const nobody = { id: encodeId('company', newId()) };
  expect((await both().merge(one, nobody)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await both().merge(one, one)).done.reason).toBe('SAME_COMPANY');
  expect((await both().merge(one, two, { reason: ' ' })).done).toMatchObject({
    reason: 'REASON_MISSING',
    message: expect.stringContaining('Say'),
  });
  expect((await both().merge(one, two, { mergedVersion: 3 })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  await both().merge(one, two);
  expect((await both().merge(one, two, { keptVersion: 1 })).done.reason).toBe('MERGED_ALREADY');
});
