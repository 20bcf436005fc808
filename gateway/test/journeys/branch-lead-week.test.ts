import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importYear } from './ecoter.ts';
import { Network } from './network.ts';

let network: Network;

const today = '2026-11-23';

beforeAll(async () => {
  network = await Network.start('week');
});
afterAll(() => network?.close());

/** Sends one change as a persona with a key of its own; `done` is what was changed, or reason and message. */
async function act(as: string, mutation: string, input: object, selection: string) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${selection} } }`;
  const { data, errors } = await network.ask(document, as, { input: { idempotencyKey: randomUUID(), ...input } });
  expect(errors).toEqual([]);
  return data.done;
}

async function ask(as: string, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await network.ask(query, as, variables);
  expect(errors).toEqual([]);
  return data;
}

const membership = (refused: string) =>
  `... on MembershipChanged { version company { membershipStatus homeBranch { code } } } ... on ${refused} { reason message }`;
const dues =
  '... on DuesChanged { dues { settlement invoiced { amount currency } open { amount currency } } company { membershipStatus } }';

async function statusOf(companyId: string): Promise<string> {
  return (await ask('branch-lead', 'query ($id: ID!) { company(id: $id) { membershipStatus } }', { id: companyId })).company
    .membershipStatus;
}

/** Pays what is open of a year's dues, by transfer today. */
async function pays(companyId: string, year: number, owed: { amount: string; currency: string }) {
  const payment = { companyId, year, ...owed, reference: `VIR-${randomUUID().slice(0, 8)}`, receivedOn: today };
  return act('branch-lead', 'recordPayment', payment, dues);
}

describe('the week of the branch lead in Albi', () => {
  const applicants = ['Cisalb Aérostructures', 'Numéralbi', 'Menuiserie Graulhétoise'];
  const ids: string[] = [];

  test('on Monday Ecoter comes in: fifteen companies are prospects of the branch, as the list was approved', async () => {
    const batch = await importYear(network, 2025);
    expect(batch).toMatchObject({ status: 'APPLIED', counts: { added: 15, matched: 1, suspect: 0, refused: 2 } });
    const { affiliationBatch, memberListRows } = await ask(
      'branch-lead',
      `query ($id: ID!) {
        affiliationBatch(id: $id) { branch { code } steps { status actor } }
        memberListRows(batchId: $id, first: 100, outcome: REFUSED) { edges { node { line reasons { message } } } }
      }`,
      { id: batch.id },
    );
    expect(affiliationBatch).toMatchObject({ branch: { code: 'tarn' } });
    expect(affiliationBatch.steps.at(-1)).toEqual({ status: 'APPLIED', actor: expect.any(String) });
    expect(memberListRows.edges.map(({ node }: { node: { line: number } }) => node.line)).toEqual([18, 19]);
  });

  test('on Tuesday three of them apply: one is approved, one is rejected with its ground, and one pays at once', async () => {
    for (const name of applicants) {
      const companyId = await network.companyId(name);
      ids.push(companyId);
      const applied = await act(
        'branch-lead',
        'applyForMembership',
        { companyId, branch: 'tarn', consent: true },
        membership('ApplicationRefused'),
      );
      expect(applied.version).toBe(1);
    }
    const waiting = async () => {
      const { openApplications } = await ask(
        'branch-lead',
        '{ openApplications(first: 100) { edges { node { outcome company { id } } } } }',
      );
      const ours = openApplications.edges.filter(({ node }: { node: { company: { id: string } } }) => ids.includes(node.company.id));
      return ours.map(({ node }: { node: { outcome: string | null } }) => node.outcome);
    };
    expect(await waiting()).toEqual([null, null, null]);

    const [approved, rejected, paying] = ids;
    const decide = (companyId: string | undefined, decision: object) =>
      act('branch-lead', 'decideApplication', { companyId, expectedVersion: 1, ...decision }, membership('ApplicationDecisionRefused'));
    expect((await decide(approved, { outcome: 'APPROVED' })).version).toBe(2);
    expect(await decide(rejected, { outcome: 'REJECTED' })).toMatchObject({ reason: 'GROUND_MISSING' });
    const ground = { ground: 'FILE_INCOMPLETE', explanation: 'The extract of the register is missing.' };
    expect((await decide(rejected, { outcome: 'REJECTED', ...ground })).version).toBe(2);
    expect((await decide(paying, { outcome: 'APPROVED' })).version).toBe(2);
    expect(await waiting()).toEqual(['APPROVED', 'APPROVED']);

    const invoice = await act('branch-lead', 'issueDuesInvoice', { companyId: paying, year: 2026 }, dues);
    const paid = await pays(paying as string, 2026, invoice.dues.invoiced);
    expect(paid).toMatchObject({ dues: { settlement: 'PAID' }, company: { membershipStatus: 'ACTIVE' } });
    expect(await waiting()).toEqual(['APPROVED']);
    expect(await Promise.all(ids.map(statusOf))).toEqual(['PROSPECT', 'PROSPECT', 'ACTIVE']);
    const told = 'query ($id: ID!) { company(id: $id) { membershipFile { application { outcome ground explanation } } } }';
    expect((await ask('branch-lead', told, { id: rejected })).company.membershipFile.application).toEqual({
      outcome: 'REJECTED',
      ...ground,
    });
  });

  test('on Wednesday a transfer bounces: the member is in grace, is called, pays and is active again', async () => {
    const inGrace = async (as: string): Promise<string[]> => {
      const { membershipsToRenew } = await ask(as, '{ membershipsToRenew(first: 100) { edges { node { status company { id } } } } }');
      const nodes = membershipsToRenew.edges.map(({ node }: { node: { status: string; company: { id: string } } }) => node);
      return nodes.flatMap(({ status, company }: { status: string; company: { id: string } }) => (status === 'GRACE' ? [company.id] : []));
    };
    const companyId = ids[2] as string;
    expect(await inGrace('branch-lead')).toEqual([]);
    const movements =
      'query ($id: ID!) { company(id: $id) { duesMovements(first: 1) { edges { node { reference amount { amount currency } } } } } }';
    const [{ node: payment }] = (await ask('branch-lead', movements, { id: companyId })).company.duesMovements.edges;
    const bounced = { companyId, year: 2026, ...payment.amount, paymentReference: payment.reference, ground: 'RETURNED_UNPAID' };
    const refund = { ...bounced, reference: `REJ-${payment.reference}`, refundedOn: today };
    const returned = await act('branch-lead', 'refundPayment', refund, dues);
    expect(returned).toMatchObject({ dues: { settlement: null }, company: { membershipStatus: 'GRACE' } });
    expect(await inGrace('branch-lead')).toEqual([companyId]);
    expect((await inGrace('staff')).length).toBeGreaterThan(1);

    const paid = await pays(companyId, 2026, returned.dues.open);
    expect(paid).toMatchObject({ dues: { settlement: 'PAID' }, company: { membershipStatus: 'ACTIVE' } });
    expect(await inGrace('branch-lead')).toEqual([]);
  });

  test('on Thursday a need is answered with the offer of a member, up to how it was', async () => {
    const need = { kind: 'NEED', theme: 'governance', title: 'Une gouvernance à deux', openUntil: '2026-12-31' };
    const { listing } = await act('member', 'publishListing', need, '... on ExpertiseListingChanged { listing { id } }');
    const changed = '... on ExpertiseExchangeChanged { exchange { id status expert { id } } }';
    const helper = { listingId: listing.id, companyId: ids[2], message: 'Ils sont passés par là.' };
    const { exchange } = await act('branch-lead', 'proposeExchange', helper, changed);
    expect(exchange).toMatchObject({ status: 'PROPOSED', expert: { id: ids[2] } });

    const exchangeId = exchange.id;
    const step = async (as: string, mutation: string, input: object = {}) =>
      (await act(as, mutation, { exchangeId, ...input }, changed)).exchange.status;
    expect(await step('member', 'acceptExchange')).toBe('ACCEPTED');
    expect(await step('branch-lead', 'closeExchange', { companyId: ids[2], hours: 3, outcome: 'WAY_FORWARD' })).toBe('DONE');
    expect(await step('member', 'rateExchange', { satisfaction: 5 })).toBe('RATED');
  });

  test('on Thursday, too, a supplier from Casablanca looks for a site, and the branch takes it over', async () => {
    const site = {
      organisation: 'Zagora Pièces SARL',
      country: 'MA',
      activitySection: 'C',
      surface: 800,
      departments: ['81'],
      jobsAnnounced: 12,
    };
    const changed = '... on InboundProjectChanged { project { id version status } }';
    const { project } = await act('hub-maroc', 'openInboundProject', site, changed);
    expect(project).toMatchObject({ version: 1, status: 'RECEIVED' });
    const own = '... on InboundProjectChanged { project { version status ownerBranch { code } } }';
    const taken = { projectId: project.id, expectedVersion: 1 };
    expect((await act('branch-lead', 'qualifyInboundProject', taken, own)).project.status).toBe('QUALIFIED');
    const assigned = await act('branch-lead', 'assignInboundProject', { ...taken, expectedVersion: 2, branch: 'tarn' }, own);
    expect(assigned.project).toEqual({ version: 3, status: 'ASSIGNED', ownerBranch: { code: 'tarn' } });
  });

  test('for the one place of a mission a member waits, moves up, and is shown so; the branch finds whom to tell', async () => {
    const gathering = '... on GatheringChanged { gathering { id version status } }';
    const mission = { kind: 'MISSION', branch: 'tarn', country: 'MA', title: 'Kénitra : trois usines', theme: 'export', places: 1 };
    const days = { beginsOn: '2027-01-11', endsOn: '2027-01-13', audience: 'ACTIVE_MEMBERS' };
    const planned = await act('branch-lead', 'planGathering', { ...mission, ...days }, gathering);
    const gatheringId = planned.gathering.id;
    await act('branch-lead', 'openGatheringSignUp', { gatheringId, expectedVersion: 1, signUpUntil: '2026-12-18' }, gathering);
    const signUp = '... on SignUpChanged { signUp { id status } } ... on SignUpRefused { reason message }';
    const sends = async (as: string, name: string) => {
      const companyId = await network.companyId(name);
      const { company } = await ask('branch-lead', 'query ($id: ID!) { company(id: $id) { people { id } } }', { id: companyId });
      return (await act(as, 'signUpForGathering', { gatheringId, companyId, personId: company.people[0].id }, signUp)).signUp;
    };
    const first = await sends('branch-lead', 'Dadou Data');
    expect([first.status, (await sends('member', 'Cantepau Aérostructures')).status]).toEqual(['PLACE', 'WAITING']);
    const read = `query ($id: ID, $since: LocalDate) {
      signUps(first: 5, gatheringId: $id, movedUpSince: $since) { edges { node { status movedUpOn company { legalName } } } } }`;
    expect((await ask('branch-lead', read, { id: gatheringId, since: today })).signUps.edges).toEqual([]);
    await act('branch-lead', 'withdrawSignUp', { signUpId: first.id }, '... on SignUpChanged { signUp { status } }');
    const movedUp = [{ node: { status: 'PLACE', movedUpOn: today, company: { legalName: 'Cantepau Aérostructures SAS' } } }];
    expect((await ask('member', read, { id: gatheringId })).signUps.edges).toEqual(movedUp);
    expect((await ask('branch-lead', read, { id: gatheringId, since: today })).signUps.edges).toEqual(movedUp);
  });

  test('on Friday the Region is asked for its half, with what the week itself delivered', async () => {
    const euros = (amount: string) => ({ amount, currency: 'EUR' });
    const region = {
      funder: 'Région Occitanie',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      ratePercent: '50',
      ceiling: euros('60000.00'),
      eligibleLines: ['EVENTS'],
      policyTags: ['TERRITORIES'],
      deliverables: [{ kind: 'EXCHANGES_DONE', promised: 1 }],
    };
    const { agreement } = await act('staff', 'openAgreement', region, '... on AgreementOpened { agreement { id } }');
    const agreementId = agreement.id;
    const spent = { agreementId, line: 'EVENTS', label: 'Ecoter comes in', incurredOn: today, amount: euros('4200.00') };
    const { cost } = await act('branch-lead', 'recordCost', spent, '... on CostChanged { cost { id } }');
    const { claim } = await act(
      'branch-lead',
      'draftClaim',
      { agreementId, amount: euros('2100.00') },
      '... on ClaimChanged { claim { id version } }',
    );
    const submitted = `... on ClaimChanged { claim { status justifiedThen { amount } deliveredThen { kind delivered } } }
      ... on ClaimSubmissionRefused { reason message }`;
    const request = { claimId: claim.id, expectedVersion: claim.version };
    expect(await act('branch-lead', 'submitClaim', request, submitted)).toMatchObject({ reason: 'NOTHING_JUSTIFIED' });

    const sha256 = createHash('sha256').update('invoice').digest('hex');
    const invoice = { costId: cost.id, issuer: 'Salle de Pratgraussals', reference: 'F-2026-118', sha256, issuedOn: today };
    await act('branch-lead', 'attachEvidence', invoice, '... on CostChanged { cost { isJustified } }');
    const done = await act('branch-lead', 'submitClaim', request, submitted);
    expect(done.claim).toMatchObject({ status: 'SUBMITTED', justifiedThen: { amount: '4200.00' } });
    expect(done.claim.deliveredThen[0].delivered).toBeGreaterThanOrEqual(1);

    const read = 'query ($id: ID!) { fundingAgreement(id: $id) { claimed { amount } claimable { amount } coFinancingRate } }';
    expect((await ask('reporter', read, { id: agreementId })).fundingAgreement).toEqual({
      claimed: { amount: '2100.00' },
      claimable: { amount: '0.00' },
      coFinancingRate: 0.5,
    });
  });
});
