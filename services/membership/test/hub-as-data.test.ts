import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, newId } from '@leader/subgraph-kit/values/ids';
import { send } from './fixtures/changes.ts';
import { changeDues } from './fixtures/dues.ts';
import { change } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { type RunningMembership, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
  await opened(dakar);
  await opened(auckland);
});
afterAll(() => network.stop());

/** A country the service has never heard of: all that it takes are rows. */
interface Hub {
  readonly branch: readonly [code: string, name: string, country: string, town: string, currency: string, timeZone: string];
  readonly register: readonly [code: string, name: string, pattern: string, example: string];
  /** What a micro-enterprise owes, in minor units. */
  readonly dues: number;
}
const dakar: Hub = {
  branch: ['senegal', 'Leader Sénégal', 'SN', 'Dakar', 'XOF', 'Africa/Dakar'],
  register: ['NINEA', 'Numéro d’identification nationale des entreprises', '[0-9]{8}[0-9A-Z]{3}', '00512342 2G3'],
  dues: 98_000,
};
const auckland: Hub = {
  branch: ['pacifique', 'Leader Pacifique', 'NZ', 'Auckland', 'NZD', 'Pacific/Auckland'],
  register: ['NZBN', 'New Zealand Business Number', '94[0-9]{11}', '9429 000 000 000'],
  dues: 27_500,
};

async function opened({ branch, register, dues }: Hub): Promise<void> {
  const [code, name, country, town, currency, timeZone] = branch;
  await network.database.query(
    `INSERT INTO branch (id, code, kind, name_fr, name_en, country, town, planned_on, opened_on, currency, time_zone, languages)
     VALUES ($1, $2, 'HUB', $3, $3, $4, $5, '2026-01-01', '2026-09-01', $6, $7, '{fr,en}')`,
    [newId(), code, name, country, town, currency, timeZone],
  );
  const [register_, ...described] = register;
  await network.database.query('INSERT INTO register (code, country, name, pattern, example) VALUES ($1, $2, $3, $4, $5)', [
    register_,
    country,
    ...described,
  ]);
  await network.database.query(`INSERT INTO dues_band (currency, size, valid_from, amount) VALUES ($1, 'MIC', '2026-01-01', $2)`, [
    currency,
    dues,
  ]);
}

const leadOf = (code: string): TestViewer => ({ ...leadOfTarn, sub: `lead of ${code}`, branch: code });
const appOf = (country: string, code: string): TestViewer => ({
  sub: `hub-${code}`,
  contract: 'partner',
  scopes: ['members:read', 'export:read'],
  hub: country,
  branch: code,
});
const speakerOf = (id: string): TestViewer => ({ sub: id, contract: 'member', scopes: ['members:read'], company: id });
const done = async (as: TestViewer, mutation: string, input: object, selection: string) => {
  const answer = await send(network, as, mutation, input, selection);
  expect(answer.errors).toEqual([]);
  return answer.done;
};
const ask = async (as: TestViewer, text: string) => (await network.graph.ask(text, { as })).data;

/** A company of that country that tells about itself, applies and is approved. */
async function approved({ branch: [code, , country, town], register: [register] }: Hub, number: string) {
  const uuid = newId();
  await network.database.query(`INSERT INTO company (id, legal_name, country, town) VALUES ($1, 'Atelier Invente', $2, $3)`, [
    uuid,
    country,
    town,
  ]);
  const companyId = encodeId('company', uuid);
  const speaker = speakerOf(companyId);
  const added = await done(
    speaker,
    'addRegistration',
    { companyId, expectedVersion: 0, register, number },
    '... on CompanyFactsChanged { company { registrations { scheme register country value verified } } } ... on RegistrationRefused { reason }',
  );
  const { person } = await done(
    speaker,
    'registerPerson',
    { companyId, firstName: 'Awa', lastName: 'Inventée', role: 'LEADER', languages: ['fr'] },
    '... on PersonChanged { person { id } }',
  );
  const applied = await change(network, 'applyForMembership', { companyId, branch: code, consent: true }, speaker);
  expect(applied.done?.version).toBe(1);
  const decided = await change(network, 'decideApplication', { companyId, expectedVersion: 1, outcome: 'APPROVED' }, leadOf(code));
  expect(decided.done?.version).toBe(2);
  return { companyId, speaker, registrations: added.company.registrations, personId: person.id as string };
}

describe('a hub that is rows and nothing else', () => {
  test('takes a company of its country from its application to an active membership, in its own currency', async () => {
    const before = await ask(staff, '{ memberCounts { total hubMembers } }');
    const { companyId, speaker, registrations } = await approved(dakar, '00512342 2g3');
    expect(registrations).toEqual([{ scheme: 'OTHER', register: 'NINEA', country: 'SN', value: '005123422G3', verified: false }]);
    const lead = leadOf('senegal');
    const recorded = await done(
      speaker,
      'recordActivity',
      { companyId, expectedVersion: 1, nomenclature: 'ISIC_4', code: '3030' },
      '... on CompanyFactsChanged { company { activities { section } } }',
    );
    expect(recorded.company.activities).toEqual([{ section: 'C' }]);
    const invoiced = await changeDues(network, 'issueDuesInvoice', { companyId, year: 2026 }, lead);
    expect(invoiced.done.dues).toMatchObject({ reference: 'COT-2026-SENEGAL-0001', invoiced: { amount: '98000', currency: 'XOF' } });
    const payment = { companyId, year: 2026, reference: randomUUID(), receivedOn: today, currency: 'XOF' };
    const cents = await changeDues(network, 'recordPayment', { ...payment, amount: '98000.50' }, lead);
    expect(cents.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const euros = await changeDues(network, 'recordPayment', { ...payment, amount: '150.00', currency: 'EUR' }, lead);
    expect(euros.done.reason).toBe('OTHER_CURRENCY');
    const paid = await changeDues(network, 'recordPayment', { ...payment, amount: '98000' }, lead);
    expect(paid.done).toMatchObject({ company: { membershipStatus: 'ACTIVE' }, dues: { settlement: 'PAID' } });
    const after = await ask(staff, '{ memberCounts { total hubMembers } }');
    expect(after.memberCounts).toEqual({ total: before.memberCounts.total, hubMembers: before.memberCounts.hubMembers + 1 });
    const found = await ask(
      staff,
      '{ companies(first: 5, search: "005123422G3", branch: "senegal") { edges { node { id homeBranch { code } } } } }',
    );
    expect(found.companies.edges).toEqual([{ node: { id: companyId, homeBranch: { code: 'senegal' } } }]);
  });

  test('judges numbers by its own register, and takes none of another country', async () => {
    const { companyId } = await approved(dakar, '00512343 2G3');
    const add = (register: string, number: string) =>
      send(network, staff, 'addRegistration', { companyId, expectedVersion: 1, register, number }, '... on RegistrationRefused { reason }');
    expect((await add('NINEA', '512342 2G3')).done.reason).toBe('NUMBER_NOT_WELL_FORMED');
    expect((await add('NINEA', '00512342 2G3')).done.reason).toBe('REGISTER_GAVE_ANOTHER');
    expect((await add('NZBN', '9429000000000')).done.reason).toBe('REGISTER_OF_OTHER_COUNTRY');
  });

  test('tells its app of nobody until it has a transfer basis (M12), and then of those it may', async () => {
    const { companyId, personId } = await approved(dakar, '00512344 2G3');
    const app = appOf('SN', 'senegal');
    const people = async () =>
      (await network.graph.ask(`{ company(id: "${companyId}") { legalName people { id name } } }`, { as: app })).data.company;
    expect(await people()).toEqual({ legalName: 'Atelier Invente', people: [] });
    const person = await network.graph.entities('Person', [{ id: personId }], 'name', app);
    expect([person.data._entities, person.errors[0]?.extensions.code]).toEqual([[null], 'NOT_FOUND']);
    await network.database.query(`UPDATE branch SET transfer_basis = 'STANDARD_CLAUSES' WHERE code = 'senegal'`);
    expect((await people()).people).toEqual([{ id: personId, name: 'Awa Inventée' }]);
    const other = appOf('NZ', 'pacifique');
    expect((await network.graph.ask(`{ company(id: "${companyId}") { people { id } } }`, { as: other })).data.company.people).toEqual([]);
  });

  test('brings requests for sites like any other', async () => {
    const site = { organisation: 'Teranga Pièces', country: 'SN', surface: 300, departments: ['34'], jobsAnnounced: 4 };
    const { project } = await done(
      appOf('SN', 'senegal'),
      'openInboundProject',
      site,
      '... on InboundProjectChanged { project { sourceBranch { code } } }',
    );
    expect(project.sourceBranch).toEqual({ code: 'senegal' });
  });
});

describe('a hub at the other end of the world', () => {
  test('has a today of its own, and money that arrived there on that day is taken', async () => {
    const { branch, paris } = await ask(staff, '{ branch(code: "pacifique") { today } paris: branch(code: "tarn") { today } }');
    expect([paris.today, branch.today]).toEqual(['2026-11-23', '2026-11-24']);
    const { companyId } = await approved(auckland, '9429000000001');
    const lead = leadOf('pacifique');
    await changeDues(network, 'issueDuesInvoice', { companyId, year: 2026 }, lead);
    const pay = (receivedOn: string) =>
      changeDues(
        network,
        'recordPayment',
        { companyId, year: 2026, reference: randomUUID(), receivedOn, amount: '275.00', currency: 'NZD' },
        lead,
      );
    expect((await pay('2026-11-25')).done.reason).toBe('PAID_IN_THE_FUTURE');
    expect((await pay('2026-11-24')).done.company.membershipStatus).toBe('ACTIVE');
    // The membership itself is counted by the day of Paris, so that no branch counts a day twice or not at all.
    const { company } = await ask(staff, `{ company(id: "${companyId}") { memberSince } }`);
    expect(company.memberSince).toBe('2026-11-23');
  });

  test('gives no day to come to anybody else', async () => {
    const answer = await changeDues(network, 'recordPayment', {
      companyId: (await ask(staff, '{ companies(first: 1, branch: "tarn", membershipStatus: ACTIVE) { edges { node { id } } } }')).companies
        .edges[0].node.id,
      year: 2026,
      reference: randomUUID(),
      receivedOn: '2026-11-24',
      amount: '1.00',
      currency: 'EUR',
    });
    expect(answer.done.reason).toBe('PAID_IN_THE_FUTURE');
  });
});
