import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importYear } from './ecoter.ts';
import { Network } from './network.ts';

let network: Network;
let companyId: string;

const today = '2026-11-23';
const yesterday = '2026-11-22';

/** The mutations of a membership's life answer alike, and each has a refused type of its own. */
const refused: Readonly<Record<string, string>> = {
  applyForMembership: 'ApplicationRefused',
  decideApplication: 'ApplicationDecisionRefused',
  activateMembership: 'ActivationRefused',
  resignMembership: 'ResignationRefused',
};

async function change(mutation: string, input: Record<string, unknown>, as = 'branch-lead', language = 'en') {
  const document = `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
    done: ${mutation}(input: $input) {
      ... on MembershipChanged { version effectiveOn company { membershipStatus homeBranch { code } } }
      ... on ${refused[mutation]} { reason message }
    }
  }`;
  const variables = { input: { idempotencyKey: `journey-${mutation}`, companyId, ...input } };
  const { data, errors } = await network.ask(document, as, variables, language);
  return { done: data?.done, errors };
}

async function duesOf(mutation: 'issueDuesInvoice' | 'recordPayment', input: Record<string, unknown>) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ... on DuesChanged { dues { settlement invoiced { amount currency } } } } }`;
  const { data, errors } = await network.ask(document, 'branch-lead', { input });
  expect(errors).toEqual([]);
  return data.done.dues;
}

async function countsOn(asOf: string) {
  const { data } = await network.ask(
    'query ($asOf: LocalDate) { memberCounts(asOf: $asOf) { total byBranch { branch { code } count } } }',
    undefined,
    { asOf },
  );
  const { total, byBranch } = data.memberCounts;
  return { total, tarn: byBranch.find((one: { branch: { code: string } }) => one.branch.code === 'tarn').count };
}

beforeAll(async () => {
  network = await Network.start('life');
  await importYear(network, 2025);
  companyId = await network.companyId('Robotique du Carmausin');
});
afterAll(() => network?.close());

describe('a company of the imported list', () => {
  let before: { total: number; tarn: number };
  let past: { total: number; tarn: number };

  test('asks its branch to join; nobody but the branch decides, and on no sector', async () => {
    [before, past] = [await countsOn(today), await countsOn(yesterday)];
    const request = { branch: 'tarn', consent: true };
    expect((await change('applyForMembership', { ...request, consent: false, idempotencyKey: 'hasty' }, 'branch-lead', 'fr')).done).toEqual(
      {
        reason: 'CONSENT_MISSING',
        message: 'L’entreprise n’a pas accepté la charte et le traitement de ses données : demandez son accord.',
      },
    );
    const { done } = await change('applyForMembership', request);
    expect(done).toMatchObject({ version: 1, company: { membershipStatus: 'PROSPECT' } });

    const approval = { expectedVersion: 1, outcome: 'APPROVED' };
    const byMember = await change('decideApplication', approval, 'member');
    expect([byMember.done, byMember.errors.map((error) => error.message).join()]).toEqual([
      undefined,
      expect.stringContaining('Cannot query field "decideApplication"'),
    ]);
    expect((await change('decideApplication', { ...approval, outcome: 'REJECTED', ground: 'SECTOR' })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('is approved, pays and is active: it counts from today on, and yesterday reads as it did', async () => {
    expect((await change('decideApplication', { expectedVersion: 1, outcome: 'APPROVED' }, 'staff')).done.version).toBe(2);
    expect(await countsOn(today)).toEqual(before);

    const declared = { expectedVersion: 2, settlement: 'PAID' };
    expect((await change('activateMembership', declared)).done).toMatchObject({ reason: 'DUES_NOT_SETTLED' });
    const dues = { companyId, year: 2026 };
    const { invoiced } = await duesOf('issueDuesInvoice', { ...dues, idempotencyKey: 'journey-invoice' });
    expect(invoiced).toEqual({ amount: '480.00', currency: 'EUR' });
    const payment = { ...dues, ...invoiced, idempotencyKey: 'journey-payment', reference: 'VIR-2026-11-23', receivedOn: today };
    const paid = await duesOf('recordPayment', payment);
    expect(paid).toMatchObject({ settlement: 'PAID' });
    expect(await duesOf('recordPayment', { ...payment, idempotencyKey: 'journey-payment-told-again' })).toEqual(paid);
    expect(await countsOn(today)).toEqual({ total: before.total + 1, tarn: before.tarn + 1 });
    expect(await countsOn(yesterday)).toEqual(past);
  });

  test('resigns at the end of the day, and whoever read an older file is told so', async () => {
    expect((await change('resignMembership', { expectedVersion: 2 })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    const { done } = await change('resignMembership', { expectedVersion: 3, lastDay: today });
    expect(done).toMatchObject({ version: 4, effectiveOn: '2026-11-24', company: { membershipStatus: 'ACTIVE' } });
  });

  test('has a history that tells who did what', async () => {
    const { data, errors } = await network.ask(
      `query ($id: ID!) { company(id: $id) { membershipFile { version history(last: 10) { edges { node { actor action from to why } } } } } }`,
      'branch-lead',
      { id: companyId },
    );
    expect(errors).toEqual([]);
    const { version, history } = data.company.membershipFile;
    const told = history.edges.map(({ node }: { node: Record<string, string> }) => Object.values(node).join(' '));
    expect(version).toBe(4);
    expect(told).toEqual([
      'branch-lead resignMembership ACTIVE RESIGNED ',
      'branch-lead recordPayment APPROVED ACTIVE PAID',
      'branch-lead recordPayment OWED PAID ',
      'branch-lead issueDuesInvoice NOT_INVOICED OWED ',
      'staff decideApplication APPLIED APPROVED ',
      'branch-lead applyForMembership PROSPECT APPLIED ',
      'branch-lead applyBatch  LISTED ',
    ]);
  });
});
