import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName, newId } from '@leader/subgraph-kit/values/ids';
import { send } from './fixtures/changes.ts';
import { nextSiren } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { albi, hub, member, type RunningMembership, reporter, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

interface Listed {
  readonly name: string;
  readonly tradeName?: string;
  readonly town?: string;
  readonly country?: string;
  readonly siren?: string;
  readonly verified?: boolean;
  readonly group?: string;
  readonly branch?: string;
}

/** A prospect as a list or a person entered it. */
async function listed({ name, tradeName, town = 'Puycelsi', country = 'FR', siren, verified, group, branch = 'tarn' }: Listed) {
  const id = newId();
  await network.database.query(
    'INSERT INTO company (id, legal_name, trade_name, country, town, group_id, prospect_branch_id) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [id, name, tradeName, country, town, group, idFromName('branch', branch)],
  );
  if (siren)
    await network.database.query(
      `INSERT INTO registration (scheme, value, raw, company_id, verified_at) VALUES ('SIREN', $1, $1, $2, $3)`,
      [siren, id, verified ? new Date('2026-11-01') : null],
    );
  return { uuid: id, id: encodeId('company', id) };
}

async function suspected(args = 'first: 100', as: TestViewer = staff) {
  const pairs =
    'edges { cursor node { likeness company { id legalName } otherCompany { id legalName } } } pageInfo { hasNextPage endCursor }';
  return network.graph.ask(`{ suspectedDuplicates(${args}) { ${pairs} } }`, { as });
}

async function isSuspected(one: { id: string }, other: { id: string }, as: TestViewer = staff): Promise<boolean> {
  const { data, errors } = await suspected('first: 100', as);
  expect(errors).toEqual([]);
  return data.suspectedDuplicates.edges.some(({ node }: { node: { company: { id: string }; otherCompany: { id: string } } }) => {
    const pair = [node.company.id, node.otherCompany.id];
    return pair.includes(one.id) && pair.includes(other.id);
  });
}

const tellApart = (as: TestViewer, input: object) =>
  send(network, as, 'tellCompaniesApart', { reason: 'Two families.', ...input }, '... on TellingApartRefused { reason message }');

describe('two records are suspected of being one company', () => {
  test('by names alike in one town, whatever the legal form, accents, "Saint" and CEDEX say', async () => {
    const one = await listed({ name: 'Moulin de la Grésigne SARL', town: 'Saint-Antonin' });
    const other = await listed({ name: 'SAS MOULIN DE LA GRESIGNE', town: 'ST ANTONIN CEDEX 2' });
    expect(await isSuspected(one, other)).toBe(true);
  });

  test('by the name it is known by', async () => {
    const one = await listed({ name: 'Vaour Industries', tradeName: 'Tonnellerie Vaour' });
    expect(await isSuspected(one, await listed({ name: 'La Tonnellerie de Vaour' }))).toBe(true);
  });

  test('not in another town or country, and not for a legal form that both have', async () => {
    const one = await listed({ name: 'Ferronnerie Larroque' });
    expect(await isSuspected(one, await listed({ name: 'Ferronnerie Larroque', town: 'Gaillac' }))).toBe(false);
    expect(await isSuspected(one, await listed({ name: 'Ferronnerie Larroque', country: 'MA' }))).toBe(false);
    expect(await isSuspected(await listed({ name: 'Ada SAS' }), await listed({ name: 'Ilo SAS' }))).toBe(false);
  });

  test('not when a register gave them two numbers and somebody looked, nor when they are of one undertaking', async () => {
    const sirens = [nextSiren(), nextSiren(), nextSiren(), nextSiren()];
    const entered = (index: number, verified: boolean) =>
      listed({ name: `Scierie Penne ${verified}`, siren: sirens[index] as string, verified });
    expect(await isSuspected(await entered(0, true), await entered(1, true))).toBe(false);
    expect(await isSuspected(await entered(2, false), await entered(3, false))).toBe(true);
    const group = newId();
    expect(await isSuspected(await listed({ name: 'Cave Montels', group }), await listed({ name: 'Caves Montels', group }))).toBe(false);
  });

  test('not when somebody said of a number in a member list that it is not the other one’s', async () => {
    const [one, other] = [await listed({ name: 'Fonderie Bruniquel', siren: nextSiren() }), await listed({ name: 'Fonderies Bruniquel' })];
    expect(await isSuspected(one, other)).toBe(true);
    await network.database.query(
      `INSERT INTO settled_number (scheme, value, company_id, is_same, reason) SELECT scheme, value, $2, false, 'No.' FROM registration WHERE company_id = $1`,
      [one.uuid, other.uuid],
    );
    expect(await isSuspected(one, other)).toBe(false);
  });
});

test('who was told apart is never suspected again, and the history says by whom, with no reason in it', async () => {
  const [one, other] = [await listed({ name: 'Poterie Campagnac' }), await listed({ name: 'Poteries Campagnac' })];
  expect(await isSuspected(one, other, leadOfTarn)).toBe(true);
  const told = await tellApart(leadOfTarn, { companyId: one.id, otherCompanyId: other.id });
  expect(told.errors).toEqual([]);
  expect(told.typeName).toBe('CompaniesToldApart');
  expect(await isSuspected(one, other)).toBe(false);
  const again = await tellApart(staff, { companyId: other.id, otherCompanyId: one.id });
  expect(again.done).toMatchObject({ reason: 'TOLD_APART_ALREADY', message: expect.stringContaining('already') });
  const history = await network.database.query(
    `SELECT object_id, actor, to_state, why FROM history WHERE action = 'tellCompaniesApart' AND object_id = ANY ($1::uuid[]) ORDER BY sequence`,
    [[one.uuid, other.uuid]],
  );
  expect(history).toEqual([one, other].map(({ uuid }) => ({ object_id: uuid, actor: 'branch-lead', to_state: 'TOLD_APART', why: null })));
});

test('of twenty who tell the same two apart at once one does', async () => {
  const [one, other] = [await listed({ name: 'Verrerie Milhars' }), await listed({ name: 'Verreries Milhars' })];
  const pairs = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? [one, other] : [other, one]));
  const told = await Promise.all(pairs.map(([left, right]) => tellApart(staff, { companyId: left?.id, otherCompanyId: right?.id })));
  expect(told.flatMap(({ errors }) => errors)).toEqual([]);
  expect(told.filter(({ typeName }) => typeName === 'CompaniesToldApart')).toHaveLength(1);
});

test.each<[string, TestViewer, object, string]>([
  ['a member', member, {}, 'FORBIDDEN'],
  ['a stranger', {}, {}, 'UNAUTHENTICATED'],
  ['a hub abroad', hub, {}, 'FORBIDDEN'],
  ['reports', reporter, {}, 'FORBIDDEN'],
  ['somebody who speaks for one of them', { ...staff, company: albi }, { companyId: albi }, 'FORBIDDEN'],
  ['somebody who names nobody', staff, { companyId: encodeId('company', newId()) }, 'NOT_FOUND'],
  ['an id of another type', staff, { companyId: encodeId('branch', newId()) }, 'BAD_USER_INPUT'],
  ['words that turn their direction', staff, { reason: 'Deux fa\u202emilles' }, 'BAD_USER_INPUT'],
])('%s tells nobody apart', async (_, as, input, code) => {
  const [one, other] = [await listed({ name: 'Tuilerie Larroque' }), await listed({ name: 'Tuileries Larroque' })];
  const { errors } = await tellApart(as, { companyId: one.id, otherCompanyId: other.id, ...input });
  expect(errors).toMatchObject([{ extensions: { code } }]);
  await network.database.query('DELETE FROM company WHERE id = ANY ($1::uuid[])', [[one.uuid, other.uuid]]);
});

describe('a branch lead', () => {
  test('sees and tells apart pairs of which one is of their own branch, and no others', async () => {
    const ours = await listed({ name: 'Chais Castelnau' });
    const theirs = await listed({ name: 'Chai Castelnau', branch: 'toulouse' });
    const third = await listed({ name: 'Chais Castelnau SAS', branch: 'toulouse' });
    expect(await isSuspected(ours, theirs, leadOfTarn)).toBe(true);
    expect(await isSuspected(theirs, third, leadOfTarn)).toBe(false);
    expect(await isSuspected(theirs, third)).toBe(true);
    const refused = await tellApart(leadOfTarn, { companyId: theirs.id, otherCompanyId: third.id });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await tellApart(leadOfTarn, { companyId: ours.id, otherCompanyId: theirs.id })).typeName).toBe('CompaniesToldApart');
  });

  test('asks for no other branch, nor without the right to write', async () => {
    const asked = (args: string, as: TestViewer) => suspected(args, as).then(({ errors }) => errors[0]?.extensions.code);
    expect(await asked('first: 5, branch: "toulouse"', leadOfTarn)).toBe('FORBIDDEN');
    expect(await asked('first: 5', { ...leadOfTarn, scopes: ['members:read', 'branch:manage'] })).toBe('FORBIDDEN');
    expect(await asked('first: 5, branch: "paris"', staff)).toBe('NOT_FOUND');
    expect(await asked('first: 1000000', staff)).toBe('BAD_USER_INPUT');
    expect(await asked('first: 5, after: "bm93aGVyZQ"', staff)).toBe('BAD_USER_INPUT');
  });
});

test('pairs come page by page, each once, and cost as many statements however many there are', async () => {
  for (const name of ['Atelier', 'Ateliers', 'Atelier SARL', 'L’Atelier']) await listed({ name: `${name} Vindrac`, town: 'Vindrac' });
  const all = (await suspected()).data.suspectedDuplicates.edges.map(({ cursor }: { cursor: string }) => cursor);
  expect(all.length).toBeGreaterThan(5);
  const paged: string[] = [];
  for (let after = ''; ; ) {
    const { data } = await suspected(`first: 3${after}`);
    paged.push(...data.suspectedDuplicates.edges.map(({ cursor }: { cursor: string }) => cursor));
    if (!data.suspectedDuplicates.pageInfo.hasNextPage) break;
    after = `, after: "${data.suspectedDuplicates.pageInfo.endCursor}"`;
  }
  expect(paged).toEqual(all);
  expect(new Set(paged).size).toBe(paged.length);
  const few = await network.statements.during(() => suspected('first: 1'));
  expect(await network.statements.during(() => suspected('first: 100'))).toEqual(few);
  expect(few).toHaveLength(2);
});
