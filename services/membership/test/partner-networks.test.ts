import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, newId } from '@leader/subgraph-kit/values/ids';
import { send } from './fixtures/changes.ts';
import { checkList, leadOfTarn, step, upload } from './fixtures/lists.ts';
import { member, type RunningMembership, runningMembership, staff } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const agreement = {
  name: 'Ecoter bis',
  branch: 'tarn',
  agreedOn: '2026-01-01',
  endsOn: '2026-12-31',
  terms: ['KEEPS_ITS_NAME', 'BRANCH_PAGE'],
};
const selection = '... on PartnerNetworkRegistered { network { id name isInForce terms } } ... on PartnerNetworkRefused { reason message }';
const register = (input: object = {}, as = leadOfTarn) =>
  send(network, as, 'registerPartnerNetwork', { ...agreement, ...input }, selection);
const list = 'Nom;SIREN\nNuméralbi;076357953\n';

describe('a network that joins as a block', () => {
  test('is agreed with once, and its list becomes a batch of it', async () => {
    const { done } = await register();
    expect(done.network).toMatchObject({ name: 'Ecoter bis', isInForce: true, terms: agreement.terms });
    const batch = await checkList(network, list, { networkId: done.network.id });
    expect(batch.network).toEqual({ name: 'Ecoter bis' });
    expect((await register({ name: 'ECOTER BIS' })).done).toMatchObject({ reason: 'NETWORK_KNOWN_ALREADY' });
    expect((await register({ branch: 'toulouse' }, staff)).done.network).toMatchObject({ name: 'Ecoter bis' });
  });

  test.each([
    ['without a name', { name: ' ' }, 'NETWORK_UNNAMED'],
    ['with a name as long as a letter', { name: 'x'.repeat(201) }, 'NETWORK_NAME_TOO_LONG'],
    ['that ends before it begins', { name: 'A', endsOn: '2025-12-31' }, 'AGREEMENT_ENDS_EARLY'],
    ['that promises one thing twice', { name: 'A', terms: ['BRANCH_PAGE', 'BRANCH_PAGE'] }, 'TERM_TWICE'],
  ])('is not agreed with %s', async (_, input, reason) => {
    expect((await register(input)).done).toMatchObject({ reason });
  });

  test('brings a list only while its agreement holds, and to its own branch', async () => {
    const { network: past } = (await register({ name: 'Autrefois', agreedOn: '2020-01-01', endsOn: '2026-11-22' })).done;
    expect((await upload(network, list, { networkId: past.id })).data.done).toMatchObject({ reason: 'AGREEMENT_NOT_IN_FORCE' });
    const { network: coming } = (await register({ name: 'Demain', agreedOn: '2026-11-24' })).done;
    expect((await upload(network, list, { networkId: coming.id })).data.done).toMatchObject({ reason: 'AGREEMENT_NOT_IN_FORCE' });
    const { network: elsewhere } = (await register({ name: 'Ailleurs', branch: 'ales' }, staff)).done;
    expect((await upload(network, list, { networkId: elsewhere.id })).data.done).toMatchObject({
      reason: 'NETWORK_OF_ANOTHER_BRANCH',
      message: 'This partner network joins another branch than tarn: take one of the two.',
    });
    expect((await upload(network, list, { networkId: encodeId('network', newId()) })).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  test('is not approved once its agreement has ended', async () => {
    const { network: ending } = (await register({ name: 'Fini' })).done;
    const checked = await checkList(network, list, { networkId: ending.id });
    await network.database.query(`UPDATE partner_network SET ends_on = '2026-11-22' WHERE name = 'Fini'`);
    expect((await step(network, 'approveBatch', checked)).done).toMatchObject({ reason: 'AGREEMENT_ENDED' });
  });

  test('is agreed with by branches, each for itself, and listed for them', async () => {
    expect((await register({ branch: 'toulouse' })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await register({ branch: 'atlantide' })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await register({}, member)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const query = '{ partnerNetworks(first: 100) { edges { node { name } } } }';
    const { data } = await network.graph.ask(query, { as: leadOfTarn });
    const names = data.partnerNetworks.edges.map(({ node }: { node: { name: string } }) => node.name);
    expect(names.slice(0, 1)).toEqual(['Ecoter']);
    expect(names).toContain('Ecoter bis');
    expect(names).not.toContain('Ailleurs');
    expect((await network.graph.ask(query, { as: member })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('costs its lists the same few statements however many there are', async () => {
    const networks = '{ partnerNetworks(first: 100) { edges { node { name } } } }';
    const batches = '{ affiliationBatches(first: 100) { edges { node { branch { code } network { name } steps { actor } } } } }';
    const count = async (query: string) => (await network.statements.during(() => network.graph.ask(query, { as: staff }))).length;
    const before = [await count(networks), await count(batches)];
    for (const name of ['B', 'C', 'D']) {
      const { done } = await register({ name });
      await checkList(network, list, { networkId: done.network.id });
    }
    expect([await count(networks), await count(batches)]).toEqual(before);
  });
});
