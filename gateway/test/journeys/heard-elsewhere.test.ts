import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importYear } from './ecoter.ts';
import { Network } from './network.ts';

let network: Network;
const eventsDesk = path.resolve(import.meta.dirname, '../../../infra/local/bin/events.mjs');

const refused: Readonly<Record<string, string>> = {
  applyForMembership: 'ApplicationRefused',
  decideApplication: 'ApplicationDecisionRefused',
  suspendMembership: 'SuspensionRefused',
};

async function change(mutation: string, companyId: string, input: Record<string, unknown>): Promise<number> {
  const document = `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
    done: ${mutation}(input: $input) {
      ... on MembershipChanged { version }
      ... on ${refused[mutation]} { reason message }
    }
  }`;
  const variables = { input: { idempotencyKey: `heard-${mutation}-${companyId}`, companyId, ...input } };
  const { data, errors } = await network.ask(document, 'branch-lead', variables);
  if (typeof data?.done?.version !== 'number') throw new Error(JSON.stringify(data?.done ?? errors));
  return data.done.version;
}

/** Settled dues make the membership. */
async function join(companyId: string): Promise<void> {
  const applied = await change('applyForMembership', companyId, { branch: 'tarn', consent: true });
  await change('decideApplication', companyId, { expectedVersion: applied, outcome: 'APPROVED' });
  const dues = { companyId, year: 2026, idempotencyKey: `heard-invoice-${companyId}` };
  const waiver = { ...dues, idempotencyKey: `heard-waiver-${companyId}`, ground: 'PARTNER_NETWORK', motive: 'Ecoter joins' };
  const settle = async (mutation: string, type: string, input: object) =>
    network.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, 'branch-lead', { input });
  await settle('issueDuesInvoice', 'IssueDuesInvoiceInput', dues);
  await settle('waiveDues', 'WaiveDuesInput', waiver);
}

/** Asks until the copy says so; when it never does, the test ends by jest's own patience. */
async function heard(companyId: string, field: string, status: string) {
  const question = `query ($id: ID!) { company(id: $id) { copy: ${field} { day status isMember branch { code } asOf } } }`;
  for (;;) {
    const { data } = await network.ask(question, 'staff', { id: companyId });
    if (data?.company?.copy?.status === status) return data.company.copy;
    await pause(100);
  }
}

beforeAll(async () => {
  network = await Network.start('heard');
  await importYear(network, 2025);
});
afterAll(() => network?.close());

describe('a company that membership activated', () => {
  test('is a member in the copies of the accelerator and of the fund, with its branch and how fresh the copy is', async () => {
    const companyId = await network.companyId('Robotique du Carmausin');
    await join(companyId);
    const expected = { day: '2026-11-23', status: 'ACTIVE', isMember: true, branch: { code: 'tarn' } };
    for (const field of ['acceleratorStanding', 'fundStanding']) {
      const copy = await heard(companyId, field, 'ACTIVE');
      expect(copy).toMatchObject(expected);
      expect(Date.parse(copy.asOf)).not.toBeNaN();
    }
  });

  test('is heard of later by an accelerator that was stopped meanwhile, and nobody else waits for it', async () => {
    const companyId = await network.companyId('Cantepau');
    await heard(companyId, 'acceleratorStanding', 'ACTIVE');
    const { data } = await network.ask('query ($id: ID!) { company(id: $id) { membershipFile { version } } }', 'staff', { id: companyId });
    await network.stack.stopService('accelerator');
    try {
      await change('suspendMembership', companyId, { expectedVersion: data.company.membershipFile.version, motive: 'Journey' });
      await heard(companyId, 'fundStanding', 'SUSPENDED');
      const health = await fetch(`${network.stack.addressOf('membership')}/health/ready`);
      expect(health.status).toBe(200);
    } finally {
      await network.stack.startService('accelerator');
    }
    expect(await heard(companyId, 'acceleratorStanding', 'SUSPENDED')).toMatchObject({ isMember: false });
  });

  test('and then suspended takes no calls in the export advisor either', async () => {
    const companyId = await network.companyId('Cantepau');
    const question = `query ($id: ID!) { company(id: $id) { positions(first: 1) { edges { node { callable { may reason asOf } } } } } }`;
    const answers = async () => {
      const { data } = await network.ask(question, 'staff', { id: companyId });
      return data.company.positions.edges.map(({ node }: { node: { callable: { reason: string } } }) => node.callable.reason);
    };
    while (!(await answers()).includes('HOLDER_LEFT')) await pause(100);
    expect(await answers()).toEqual(['HOLDER_LEFT']);
  });
});

describe('operators', () => {
  test('see that everybody has heard everything, in numbers and names only', async () => {
    const status = async () =>
      (await (await fetch(`${network.stack.addressOf('membership')}/health/events`)).json()) as { receivers: object[] };
    while ((await status()).receivers.some((one) => (one as { waiting: number }).waiting > 0)) await pause(100);
    expect((await status()).receivers).toEqual(
      ['accelerator', 'export-advisor', 'investment-fund'].map((receiver) =>
        expect.objectContaining({ receiver, waiting: 0, held: 0, parked: [], failures: 0 }),
      ),
    );
  });

  test('have a desk: npm run events lists receivers, tells again what was told, and says what it does not know', async () => {
    const type = async (...words: string[]) => {
      const environment = { ...process.env, DATA_DIR: network.stack.directory };
      const desk = spawn(process.execPath, [eventsDesk, ...words], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
      const [said, complained] = await Promise.all([text(desk.stdout), text(desk.stderr), once(desk, 'close')]);
      return { code: desk.exitCode, said, complained };
    };
    expect(await type('list')).toEqual({
      code: 0,
      said: ['accelerator', 'export-advisor', 'investment-fund'].map((receiver) => `${receiver}: has heard everything\n`).join(''),
      complained: '',
    });
    const again = await type('replay', 'accelerator', '0');
    expect(again.said).toMatch(/^accelerator is told again what it should know from number 0 on: \d+ event\(s\)\.\n$/);
    while ((await type('list', 'accelerator')).said !== 'accelerator: has heard everything\n') await pause(100);
    expect(await type('release', 'the-press')).toMatchObject({
      code: 2,
      said: '',
      complained: expect.stringContaining('those who hear are'),
    });
  });
});
