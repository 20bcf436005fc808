import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ServiceName } from '@leader/local-stack/stack/services';
import { type IdentityKey, identityHeader, parseIdentityKeys, signIdentity } from '@leader/subgraph-kit/identity/identity-token';
import { claimsFor } from '@leader/subgraph-kit/testing/test-subgraph';
import { changeBatch, decided } from './ecoter.ts';
import { Network } from './network.ts';

let network: Network;

beforeAll(async () => {
  network = await Network.start('twice');
});
afterAll(() => network?.close());

const refusals: Readonly<Record<string, string>> = {
  openSite: 'SiteOpeningRefused',
  mergeCompanies: 'MergeRefused',
  undoMerge: 'MergeUndoingRefused',
  tellCompaniesApart: 'TellingApartRefused',
};

/** Sends one change as the branch lead with a key of its own; `done` is what was changed, or reason and message. */
async function act(mutation: string, input: object, selection: string, code?: string) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const document = `mutation ($input: ${type}Input!) { done: ${mutation}(input: $input) { __typename ${selection} ... on ${refusals[mutation]} { reason message } } }`;
  const { data, errors } = await network.ask(document, 'branch-lead', { input: { idempotencyKey: randomUUID(), ...input } });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(code ? [code] : []);
  return data?.done ?? null;
}

async function of(id: string, selection: string) {
  const { data, errors } = await network.ask(`query ($id: ID!) { company(id: $id) { ${selection} } }`, 'branch-lead', { id });
  expect(errors).toEqual([]);
  return data.company;
}

async function suspected(): Promise<string[][]> {
  const pairs = '{ suspectedDuplicates(first: 100) { edges { node { company { id } otherCompany { id } } } } }';
  const { data, errors } = await network.ask(pairs, 'branch-lead');
  expect(errors).toEqual([]);
  type Pair = { node: { company: { id: string }; otherCompany: { id: string } } };
  return data.suspectedDuplicates.edges.map(({ node }: Pair) => [node.company.id, node.otherCompany.id].sort());
}

const changed = '... on CompanyFactsChanged { company { factsVersion } }';
const site = { country: 'FR', town: 'Albi', department: '81', isSeat: true };
const number = '077314656';
let [known, listed, mergeId] = ['', '', ''];

test('a list brings a member under another number from another town, and when its seat comes to Albi it is suspected', async () => {
  known = await network.companyId('Cantepau Aérostructures');
  const file = `Raison sociale;SIREN;CP;Commune\nCantepau Aérostructures;${number};31250;Revel\n`;
  const list = { branch: 'tarn', fileName: 'revel.csv', contentBase64: Buffer.from(file).toString('base64') };
  let { batch } = (await changeBatch(network, 'uploadMemberList', list)).done;
  for (const step of ['checkBatch', 'approveBatch', 'applyBatch'] as const)
    batch = (await changeBatch(network, step, decided(batch), step === 'approveBatch' ? 'staff' : 'branch-lead')).done.batch;
  expect(batch).toMatchObject({ status: 'APPLIED', counts: { added: 1 } });
  const rows = await network.ask(
    'query ($id: ID!) { memberListRows(batchId: $id, first: 1) { edges { node { company { id } } } } }',
    'branch-lead',
    { id: batch.id },
  );
  listed = rows.data.memberListRows.edges[0].node.company.id;
  expect(await suspected()).not.toContainEqual([known, listed].sort());
  await act('openSite', { companyId: listed, expectedVersion: 0, ...site }, changed);
  expect(await suspected()).toContainEqual([known, listed].sort());
});

test('one number was verified and the other was not: the two records become one, and every domain answers by both ids', async () => {
  const merging = { keptCompanyId: known, mergedCompanyId: listed, keptVersion: 0, mergedVersion: 1, reason: 'Same leader, same hall.' };
  const merged = '... on CompaniesMerged { merge { id mergedId } company { id factsVersion } }';
  expect(await act('mergeCompanies', { ...merging, mergedVersion: 0 }, merged, 'CONFLICT')).toBeNull();
  const done = await act('mergeCompanies', merging, merged);
  expect(done).toMatchObject({ merge: { mergedId: listed }, company: { id: known, factsVersion: 1 } });
  mergeId = done.merge.id;
  expect(await suspected()).not.toContainEqual([known, listed].sort());
  const facts = 'id membershipStatus registrations { value } mergedRecords { mergedId } acceleratorEligibility { verdict }';
  expect(await of(listed, facts)).toEqual(await of(known, facts));
  expect(await of(known, facts)).toMatchObject({
    id: known,
    registrations: [{ value: '008423121' }],
    mergedRecords: [{ mergedId: listed }],
  });
});

test('whoever holds the old id elsewhere hears where the company stands', async () => {
  const copy = (id: string) => inDomain('accelerator', id, 'copy: acceleratorStanding { status isMember }');
  while ((await copy(listed))?.copy?.status !== 'ACTIVE') await pause(100);
  expect(await copy(listed)).toEqual(await copy(known));
  expect(await inDomain('membership', listed, 'id legalName')).toEqual({ id: listed, legalName: 'Cantepau Aérostructures SAS' });
});

/** What a domain says of the company under an id, asked as the gateway asks it when another domain points there. */
async function inDomain(service: ServiceName, id: string, selection: string) {
  const query = `query ($them: [_Any!]!) { _entities(representations: $them) { ... on Company { ${selection} } } }`;
  const body = JSON.stringify({ query, variables: { them: [{ __typename: 'Company', id }] } });
  const keys = network.stack.gatewayEnvironment['SUBGRAPH_IDENTITY_KEYS']?.split(',') ?? [];
  const [key] = parseIdentityKeys(keys.find((one) => one.startsWith(`${service}=`))?.slice(service.length + 1) ?? '');
  const viewer = { sub: 'staff', contract: 'internal', scopes: ['members:read', 'branch:manage', 'figures:read', 'accelerator:read'] };
  const identity = signIdentity(claimsFor(service, body, viewer), key as IdentityKey);
  const headers = { 'content-type': 'application/json', [identityHeader]: identity };
  const response = await fetch(`${network.stack.addressOf(service)}/graphql`, { method: 'POST', headers, body });
  const { data } = (await response.json()) as { data: { _entities: readonly Record<string, unknown>[] } };
  // biome-ignore lint/suspicious/noExplicitAny: a journey reads an answer whose shape its own document fixes.
  return data._entities[0] as any;
}

test('the leader of Revel calls: they were two after all, and each has again what was its own', async () => {
  const undone = '... on MergeUndone { merge { undoneOn } company { id } otherCompany { id membershipStatus } }';
  const done = await act('undoMerge', { mergeId, expectedVersion: 1, reason: 'A cousin of the same name.' }, undone);
  expect(done).toMatchObject({
    merge: { undoneOn: '2026-11-23' },
    company: { id: known },
    otherCompany: { id: listed, membershipStatus: 'PROSPECT' },
  });
  const numbers = 'id registrations { value verified }';
  expect(await of(known, numbers)).toEqual({ id: known, registrations: [{ value: '008423121', verified: true }] });
  expect(await of(listed, numbers)).toEqual({ id: listed, registrations: [{ value: number, verified: false }] });
  expect(await suspected()).toContainEqual([known, listed].sort());
  const apart = { companyId: known, otherCompanyId: listed, reason: 'A cousin of the same name.' };
  expect((await act('tellCompaniesApart', apart, '')).__typename).toBe('CompaniesToldApart');
  expect(await suspected()).not.toContainEqual([known, listed].sort());
});
