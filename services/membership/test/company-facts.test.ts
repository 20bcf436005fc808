import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { send, speakerOf } from './fixtures/changes.ts';
import { newcomer, nextSiren } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { albi, companyId, hub, member, type RunningMembership, reporter, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const refusedTypes = {
  addRegistration: 'RegistrationRefused',
  verifyRegistration: 'VerificationRefused',
  openSite: 'SiteOpeningRefused',
  closeSite: 'SiteClosingRefused',
  recordActivity: 'ActivityRefused',
} as const;
type FactsMutation = keyof typeof refusedTypes;
const facts = `factsVersion town department registrations { scheme register country value verified checkedOn } activities { nomenclature code section }
  sites(first: 50) { edges { node { id isSeat country town department siret closedOn } } }`;
const act = (as: TestViewer, mutation: FactsMutation, input: object) =>
  send(
    network,
    as,
    mutation,
    input,
    `... on CompanyFactsChanged { company { ${facts} } } ... on ${refusedTypes[mutation]} { reason message }`,
  );
const of = async (id: string, as: TestViewer = staff) =>
  (await network.graph.ask(`query ($id: ID!) { company(id: $id) { ${facts} } }`, { as, variables: { id } })).data.company;
const siteOf = (company: { sites: { edges: { node: { id: string; isSeat: boolean } }[] } }, isSeat: boolean) =>
  company.sites.edges.map(({ node }) => node).find((site) => site.isSeat === isSeat)?.id;
const sirens = (count: number) => Array.from({ length: count }, nextSiren);

describe('a member tells about itself', () => {
  test('a site in Ariège with its SIRET, a code of the new NAF beside the old one, and each counts one version', async () => {
    const before = await of(albi);
    const [{ value: siren }] = before.registrations;
    const opened = await act(member, 'openSite', {
      companyId: albi,
      expectedVersion: before.factsVersion,
      country: 'FR',
      town: 'Foix',
      department: '09',
      siret: siretOf(siren),
    });
    expect(opened.errors).toEqual([]);
    expect(opened.done.company.sites.edges).toMatchObject([
      { node: { isSeat: true } },
      { node: { department: '09', siret: siretOf(siren), closedOn: null } },
    ]);
    const recorded = await act(member, 'recordActivity', { companyId: albi, expectedVersion: 1, nomenclature: 'NAF_2025', code: '3031y' });
    expect(recorded.done.company).toMatchObject({
      factsVersion: 2,
      activities: [
        { nomenclature: 'NAF_2025', code: '30.31Y', section: 'C' },
        { nomenclature: 'NAF_REV_2', code: '30.30Z', section: 'C' },
      ],
    });
    const siteId = siteOf(recorded.done.company, false);
    const closed = await act(member, 'closeSite', { companyId: albi, expectedVersion: 2, siteId });
    expect(closed.done.company.sites.edges).toMatchObject([{ node: { isSeat: true } }, { node: { closedOn: '2026-11-23' } }]);
    const again = await act(member, 'closeSite', { companyId: albi, expectedVersion: 3, siteId });
    expect(again.done).toMatchObject({ reason: 'CLOSED_ALREADY', message: expect.any(String) });
    const history = await network.database.query(
      'SELECT action, from_state, to_state, why FROM history WHERE object_id = $1 ORDER BY sequence',
      [parseId('company', albi)],
    );
    expect(history).toMatchObject([
      { action: 'openSite', to_state: 'OPEN' },
      { action: 'recordActivity', from_state: null, to_state: '30.31Y', why: 'NAF_2025' },
      { action: 'closeSite', from_state: 'OPEN', to_state: 'CLOSED' },
    ]);
  });

  test('a seat moves and is never given up: the town of the company is that of its new seat', async () => {
    const id = await newcomer(network);
    const seat = { companyId: id, country: 'FR', isSeat: true };
    const first = await act(staff, 'openSite', { ...seat, expectedVersion: 0, town: 'Albi', department: '81' });
    const moved = await act(staff, 'openSite', { ...seat, expectedVersion: 1, town: 'Rodez', department: '12' });
    expect(moved.done.company).toMatchObject({ town: 'Rodez', department: '12' });
    const stays = await act(staff, 'closeSite', { companyId: id, expectedVersion: 2, siteId: siteOf(moved.done.company, true) });
    expect(stays.done.reason).toBe('SEAT_STAYS');
    const gone = await act(staff, 'closeSite', { companyId: id, expectedVersion: 2, siteId: siteOf(first.done.company, true) });
    expect(gone.done.company.sites.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { department: '81', isSeat: false, closedOn: '2026-11-23' },
      { department: '12', isSeat: true, closedOn: null },
    ]);
  });

  test('its branch verifies a number, with the day and by what; the company itself cannot', async () => {
    const id = await newcomer(network);
    const [{ value: number }] = (await of(id)).registrations;
    const check = { companyId: id, expectedVersion: 0, register: 'siren', number, checkedOn: '2026-11-20', evidence: 'Avis de situation' };
    const own = { ...leadOfTarn, company: id };
    expect((await act(own, 'verifyRegistration', check)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const verified = await act(leadOfTarn, 'verifyRegistration', check);
    expect(verified.done.company.registrations).toEqual([
      { scheme: 'SIREN', register: 'SIREN', country: 'FR', value: number, verified: true, checkedOn: '2026-11-20' },
    ]);
    const twice = await act(leadOfTarn, 'verifyRegistration', { ...check, expectedVersion: 1 });
    expect(twice.done.reason).toBe('VERIFIED_ALREADY');
    const unknown = await act(leadOfTarn, 'verifyRegistration', { ...check, expectedVersion: 1, number: nextSiren() });
    expect(unknown.done.reason).toBe('NOT_ITS_NUMBER');
  });
});

describe('is refused with what to do', () => {
  test.each<[FactsMutation, object, string]>([
    ['addRegistration', { register: 'ICE', number: '001561191000066' }, 'REGISTER_OF_OTHER_COUNTRY'],
    ['addRegistration', { register: 'SIREN', number: '732 829 320 00074' }, 'SIRET_IS_OF_A_SITE'],
    ['addRegistration', { register: 'SIREN', number: '732\u00a0829\u202f320' }, 'REGISTER_GAVE_ANOTHER'],
    ['addRegistration', { register: 'SIREN', number: '000000000' }, 'NUMBER_NOT_WELL_FORMED'],
    ['openSite', { country: 'FR', department: '9' }, 'NOT_A_DEPARTMENT'],
    ['openSite', { country: 'FR', department: '09', siret: '73282932000074' }, 'SIRET_OF_ANOTHER_COMPANY'],
    ['openSite', { country: 'MA' }, 'TOWN_MISSING'],
    ['recordActivity', { nomenclature: 'NAF_REV_2', code: '30.30Z' }, 'CODE_KNOWN_ALREADY'],
  ])('%s %j', async (mutation, input, reason) => {
    const id = companyId('mandajors-chais');
    await network.database.query(`UPDATE activity SET code = '30.30Z' WHERE company_id = $1`, [parseId('company', id)]);
    const { done, errors } = await act(speakerOf('mandajors-chais'), mutation, { companyId: id, expectedVersion: 0, ...input });
    expect(errors).toEqual([]);
    expect(done).toMatchObject({ reason, message: expect.stringMatching(/./) });
    expect((await of(id)).factsVersion).toBe(0);
  });

  test.each<[string, TestViewer, FactsMutation, object, string]>([
    ['a register nobody knows', staff, 'addRegistration', { register: 'SIRET', number: '73282932000074' }, 'NOT_FOUND'],
    ['a site of another company', staff, 'closeSite', { siteId: encodeId('site', newId()) }, 'NOT_FOUND'],
    ['the id of a company for a site', staff, 'closeSite', { siteId: albi }, 'BAD_USER_INPUT'],
    ['a town with marks of direction', staff, 'openSite', { country: 'MA', town: 'Tan\u202eger' }, 'BAD_USER_INPUT'],
    ['an older version', staff, 'openSite', { country: 'MA', town: 'Tanger', expectedVersion: 7 }, 'CONFLICT'],
    ['an older version of what would be refused now', staff, 'openSite', { country: 'MA', expectedVersion: 7 }, 'CONFLICT'],
    ['a stranger', {}, 'openSite', { country: 'MA', town: 'Tanger' }, 'UNAUTHENTICATED'],
    ['another member', member, 'openSite', { country: 'MA', town: 'Tanger' }, 'FORBIDDEN'],
    ['the lead of another branch', leadOfTarn, 'openSite', { country: 'MA', town: 'Tanger' }, 'FORBIDDEN'],
    ['a hub abroad', hub, 'openSite', { country: 'MA', town: 'Tanger' }, 'FORBIDDEN'],
    ['reports', reporter, 'recordActivity', { nomenclature: 'NAF_2025', code: '30.31Y' }, 'FORBIDDEN'],
  ])('%s', async (_, as, mutation, input, code) => {
    const { errors } = await act(as, mutation, { companyId: companyId('mandajors-chais'), expectedVersion: 0, ...input });
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });
});

test('of forty companies that claim one number at once, one gets it (M2)', async () => {
  const [number = ''] = sirens(1);
  const claimants = await Promise.all(Array.from({ length: 40 }, () => newcomer(network, { siren: null })));
  const answers = await Promise.all(
    claimants.map((id) =>
      act(staff, 'addRegistration', { companyId: id, expectedVersion: 0, register: 'SIREN', number, idempotencyKey: randomUUID() }),
    ),
  );
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(answers.filter(({ done }) => done.company)).toHaveLength(1);
  expect(answers.filter(({ done }) => done.reason === 'NUMBER_TAKEN')).toHaveLength(39);
  expect(await network.database.query('SELECT company_id FROM registration WHERE value = $1', [number])).toHaveLength(1);
});

test('of twenty who saw the same version one changes it, and the others learn that it has changed', async () => {
  const id = await newcomer(network);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      act(staff, 'openSite', { companyId: id, expectedVersion: 0, country: 'MA', town: `Tanger ${index}` }),
    ),
  );
  expect(answers.filter(({ done }) => done.company)).toHaveLength(1);
  expect(answers.flatMap(({ errors }) => errors).map(({ extensions }) => extensions.code)).toEqual(Array(19).fill('CONFLICT'));
  expect((await of(id)).sites.edges).toHaveLength(1);
});

test('sites, versions and numbers of many companies cost as many statements as those of one', async () => {
  const page = (first: number) =>
    network.statements.during(() => network.graph.ask(`{ companies(first: ${first}) { edges { node { ${facts} } } } }`, { as: staff }));
  expect(await page(50)).toHaveLength((await page(2)).length);
});

test('a closed site is no place of the company any more, for whoever judges it', async () => {
  const id = await newcomer(network);
  const site = { companyId: id, country: 'FR' };
  await act(staff, 'openSite', { ...site, expectedVersion: 0, department: '81', isSeat: true });
  const two = await act(staff, 'openSite', { ...site, expectedVersion: 1, department: '09' });
  const departments = async () => {
    const { data } = await network.graph.entities('Company', [{ id }], 'assessmentFacts { siteDepartments }', staff);
    return data._entities[0].assessmentFacts.siteDepartments;
  };
  expect(await departments()).toEqual(['81', '09']);
  await act(staff, 'closeSite', { companyId: id, expectedVersion: 2, siteId: siteOf(two.done.company, false) });
  expect(await departments()).toEqual(['81']);
});

/** The first number a register would give to an establishment of a company. */
function siretOf(siren: string): string {
  const digits = (text: string) =>
    [...text].reverse().reduce((sum, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return sum + (value > 9 ? value - 9 : value);
    }, 0);
  for (let last = 0; last < 10; last += 1) if (digits(`${siren}0001${last}`) % 10 === 0) return `${siren}0001${last}`;
  throw new Error('There is always one digit that fits');
}
