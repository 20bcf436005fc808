import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { send } from './fixtures/changes.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { companyId, hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const shownClaim =
  'claim { id version status amount { amount } granted { amount } justifiedThen { amount } deliveredThen { kind promised delivered } }';
const shown = {
  openAgreement: '... on AgreementOpened { agreement { id } } ... on AgreementRefused { reason message }',
  recordCost: '... on CostChanged { cost { id isJustified } } ... on CostRefused { reason message }',
  attachEvidence: '... on CostChanged { cost { id isJustified } } ... on EvidenceRefused { reason message }',
  draftClaim: `... on ClaimChanged { ${shownClaim} } ... on ClaimDraftRefused { reason message }`,
  submitClaim: `... on ClaimChanged { ${shownClaim} } ... on ClaimSubmissionRefused { reason message }`,
  settleClaim: `... on ClaimChanged { ${shownClaim} } ... on ClaimSettlementRefused { reason message }`,
} as const;
const act = (as: TestViewer, mutation: keyof typeof shown, input: object) => send(network, as, mutation, input, shown[mutation]);

const euros = (amount: string) => ({ amount, currency: 'EUR' });
const region = {
  funder: 'Région Occitanie',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  ratePercent: '50',
  ceiling: euros('60000.00'),
  eligibleLines: ['STAFF', 'EVENTS'],
  policyTags: ['INDUSTRY', 'TERRITORIES'],
  deliverables: [
    { kind: 'ACTIVE_MEMBERS', promised: 200 },
    { kind: 'EXCHANGES_DONE', promised: 40 },
    { kind: 'INBOUND_JOBS', promised: 30 },
  ],
};
const salaries = { line: 'STAFF', label: 'Salaries of May', incurredOn: '2026-05-31' };
const document = () => {
  const reference = randomUUID();
  return { issuer: 'Paie du Tarn', reference, sha256: createHash('sha256').update(reference).digest('hex'), issuedOn: '2026-06-02' };
};

async function agreed(change: object = {}): Promise<string> {
  return (await act(staff, 'openAgreement', { ...region, ...change })).done.agreement.id;
}
async function recorded(agreementId: string, amount: string): Promise<string> {
  return (await act(leadOfTarn, 'recordCost', { ...salaries, agreementId, amount: euros(amount) })).done.cost.id;
}
async function justified(agreementId: string, amount: string): Promise<void> {
  await act(leadOfTarn, 'attachEvidence', { ...document(), costId: await recorded(agreementId, amount) });
}
async function drafted(agreementId: string, amount: string): Promise<string> {
  return (await act(leadOfTarn, 'draftClaim', { agreementId, amount: euros(amount) })).done.claim.id;
}
const agreementFields = `funder ratePercent ceiling { amount currency } eligibleLines policyTags justified { amount } claimed { amount }
  claimable { amount } coFinancingRate deliverables { kind promised delivered }`;
const read = async (as: TestViewer, id: string, selection = agreementFields) =>
  (await network.graph.ask(`query ($id: ID!) { fundingAgreement(id: $id) { ${selection} } }`, { as, variables: { id } })).data
    .fundingAgreement;

describe('the Region pays half', () => {
  test('of what is justified: from the agreement to a claim that is reduced, and what is left may be claimed', async () => {
    const agreementId = await agreed();
    await recorded(agreementId, '9000.00');
    await justified(agreementId, '80000.00');
    const claimId = await drafted(agreementId, '30000.00');
    const submitted = await act(leadOfTarn, 'submitClaim', { claimId, expectedVersion: 1 });
    expect(submitted.done.claim).toMatchObject({ status: 'SUBMITTED', version: 2, justifiedThen: { amount: '80000.00' } });
    expect(await read(reporter, agreementId)).toMatchObject({
      funder: 'Région Occitanie',
      ratePercent: '50.00',
      justified: { amount: '80000.00' },
      claimed: { amount: '30000.00' },
      claimable: { amount: '10000.00' },
      coFinancingRate: 0.375,
    });
    const decision = { claimId, expectedVersion: 2, outcome: 'REDUCED', settledOn: today, motive: 'Two payslips are of another programme' };
    const settled = await act(staff, 'settleClaim', { ...decision, granted: euros('25000.00') });
    expect(settled.done.claim).toMatchObject({ status: 'REDUCED', amount: { amount: '30000.00' }, granted: { amount: '25000.00' } });
    expect(await read(staff, agreementId, 'claimed { amount } claimable { amount }')).toEqual({
      claimed: { amount: '25000.00' },
      claimable: { amount: '15000.00' },
    });
    const history = await network.database.query(`SELECT action, to_state FROM history WHERE object_id = $1 ORDER BY sequence`, [
      parseId('claim', claimId),
    ]);
    expect(history).toEqual([
      { action: 'draftClaim', to_state: 'DRAFT' },
      { action: 'submitClaim', to_state: 'SUBMITTED' },
      { action: 'settleClaim', to_state: 'REDUCED' },
    ]);
  });

  test('and counts what was promised from the data of the network, frozen with the claim', async () => {
    const agreementId = await agreed();
    await justified(agreementId, '1000.00');
    const claimId = await drafted(agreementId, '100.00');
    const [truth] = await network.database.query<{ exchanges: number }>(
      `SELECT count(*)::int AS exchanges FROM expertise_exchange WHERE done_on BETWEEN '2026-01-01' AND '2026-11-23'`,
    );
    const total = (await network.graph.ask('{ memberCounts { total hubMembers } }', { as: staff })).data.memberCounts;
    const { deliveredThen } = (await act(staff, 'submitClaim', { claimId, expectedVersion: 1 })).done.claim;
    expect(deliveredThen[0]).toEqual({ kind: 'ACTIVE_MEMBERS', promised: 200, delivered: total.total + total.hubMembers });
    expect(deliveredThen[1].delivered).toBe(truth?.exchanges);
    expect(deliveredThen[1].delivered).toBeGreaterThan(0);
    expect(deliveredThen[2].delivered).toBeGreaterThan(0);
    const newExchange = `UPDATE expertise_exchange SET done_on = '2026-11-22', rated_on = NULL, satisfaction = NULL WHERE id = (SELECT id FROM expertise_exchange WHERE done_on < '2026-01-01' LIMIT 1)`;
    await network.database.query(newExchange);
    const live = await read(staff, agreementId, 'deliverables { kind delivered }');
    expect(live.deliverables[1]).toEqual({ kind: 'EXCHANGES_DONE', delivered: (truth?.exchanges ?? 0) + 1 });
    const claims = await network.graph.ask(
      `query ($id: ID!) { fundingClaims(agreementId: $id, first: 5) { edges { node { deliveredThen { kind promised delivered } } } } }`,
      { as: reporter, variables: { id: agreementId } },
    );
    expect(claims.data.fundingClaims.edges[0].node.deliveredThen).toEqual(deliveredThen);
  });
});

describe('claims stay within the ceiling and the rate of what is justified (M6)', () => {
  test('also when two hundred are submitted at once', async () => {
    const agreementId = await agreed();
    await justified(agreementId, '2000.00');
    const claims: string[] = [];
    for (let index = 0; index < 200; index += 1) claims.push(await drafted(agreementId, '100.00'));
    // The key stays the same when it is sent again: what was refused for the crowd may have been done.
    const requests = claims.map((claimId) => ({ claimId, expectedVersion: 1, idempotencyKey: randomUUID() }));
    const answers = await Promise.all(requests.map((request) => act(leadOfTarn, 'submitClaim', request)));
    const outcomes = answers.map(({ done, errors }) => done.reason ?? errors[0]?.extensions.code ?? 'SUBMITTED');
    expect(new Set(outcomes)).toEqual(new Set(['SUBMITTED', 'MORE_THAN_JUSTIFIED']));
    expect(outcomes.filter((outcome) => outcome === 'SUBMITTED')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'MORE_THAN_JUSTIFIED')).toHaveLength(190);
    expect(await read(staff, agreementId, 'claimed { amount } claimable { amount }')).toEqual({
      claimed: { amount: '1000.00' },
      claimable: { amount: '0.00' },
    });
  });

  test('also in the database, whoever writes there', async () => {
    const agreementId = await agreed({ ratePercent: '100', ceiling: euros('5.00') });
    await justified(agreementId, '4.00');
    const claimed = (cents: number) =>
      network.database.query('UPDATE funding_agreement SET claimed = $2 WHERE id = $1', [parseId('agreement', agreementId), cents]);
    await expect(claimed(401)).rejects.toThrow('funding_claims_stay_below_rate');
    await justified(agreementId, '4.00');
    await expect(claimed(501)).rejects.toThrow('funding_claims_stay_below_ceiling');
  });

  test('and a claim that was submitted is frozen there', async () => {
    const agreementId = await agreed();
    await justified(agreementId, '100.00');
    const claimId = await drafted(agreementId, '10.00');
    const change = () => network.database.query('UPDATE funding_claim SET amount = 5 WHERE id = $1', [parseId('claim', claimId)]);
    await change();
    await act(staff, 'submitClaim', { claimId, expectedVersion: 1 });
    await network.database.query('UPDATE funding_claim SET motive = NULL WHERE id = $1', [parseId('claim', claimId)]);
    await expect(network.database.query('UPDATE funding_claim SET amount = 6 WHERE id = $1', [parseId('claim', claimId)])).rejects.toThrow(
      'frozen once it was submitted',
    );
  });
});

describe('what is refused says what to do', () => {
  test('a cost of another line, outside the time, or claimed twice under two agreements', async () => {
    const [agreementId, other] = [await agreed(), await agreed({ funder: 'État' })];
    const cost = { ...salaries, agreementId, amount: euros('10.00') };
    const reason = async (change: object) => (await act(staff, 'recordCost', { ...cost, ...change })).done;
    expect(await reason({ line: 'TRAVEL' })).toMatchObject({
      reason: 'LINE_INELIGIBLE',
      message: expect.stringContaining('eligible line'),
    });
    expect((await reason({ incurredOn: '2025-12-31' })).reason).toBe('COST_OUTSIDE_PERIOD');
    const evidence = document();
    const attach = async (to: string, change: object = {}) =>
      (await act(staff, 'attachEvidence', { ...evidence, costId: await recorded(to, '10.00'), ...change })).done;
    expect((await attach(agreementId)).cost.isJustified).toBe(true);
    expect(await attach(other)).toMatchObject({ reason: 'FUNDED_TWICE', message: expect.stringContaining('another agreement') });
    expect((await attach(other, { sha256: 'b'.repeat(64), issuer: 'PAIE DU TARN' })).reason).toBe('FUNDED_TWICE');
    expect((await attach(other, { reference: 'another number' })).reason).toBe('FUNDED_TWICE');
  });

  test('the same document brought at once under two agreements justifies one cost', async () => {
    const costs = await Promise.all([agreed(), agreed()].map(async (agreement) => recorded(await agreement, '10.00')));
    const evidence = document();
    const answers = await Promise.all(costs.map((costId) => act(staff, 'attachEvidence', { ...evidence, costId, idempotencyKey: costId })));
    expect(answers.map(({ done }) => done.reason ?? 'JUSTIFIED').sort()).toEqual(['FUNDED_TWICE', 'JUSTIFIED']);
  });

  test('a claim without evidence, over the ceiling, twice, or on an older version', async () => {
    const agreementId = await agreed({ ceiling: euros('50.00') });
    await recorded(agreementId, '1000.00');
    const claimId = await drafted(agreementId, '60.00');
    const submit = async (expectedVersion = 1, claim = claimId) => act(staff, 'submitClaim', { claimId: claim, expectedVersion });
    expect((await submit()).done.reason).toBe('NOTHING_JUSTIFIED');
    await justified(agreementId, '1000.00');
    expect((await submit()).done.reason).toBe('MORE_THAN_CEILING');
    const small = await drafted(agreementId, '40.00');
    expect((await submit(7, small)).errors).toMatchObject([
      { extensions: { code: 'CONFLICT' }, message: expect.stringContaining('version is 1') },
    ]);
    expect((await submit(1, small)).done.claim.status).toBe('SUBMITTED');
    expect((await submit(2, small)).done.reason).toBe('SUBMITTED_ALREADY');
  });

  test.each([
    ['an agreement of nobody', 'openAgreement', { ...region, funder: ' ' }, 'FUNDER_MISSING'],
    ['a rate above the whole', 'openAgreement', { ...region, ratePercent: '100.01' }, 'RATE_IMPOSSIBLE'],
  ] as const)('%s', async (_, mutation, input, reason) => {
    expect((await act(staff, mutation, input)).done.reason).toBe(reason);
  });

  test('ids of nothing or of another type, and pages that are none', async () => {
    const ask = (text: string) => network.graph.ask(text, { as: staff });
    const code = async (text: string) => (await ask(text)).errors[0]?.extensions.code;
    expect(await code(`{ fundingAgreement(id: "${encodeId('agreement', newId())}") { id } }`)).toBe('NOT_FOUND');
    expect(await code(`{ fundingAgreement(id: "${companyId('cantepau-aerostructures')}") { id } }`)).toBe('BAD_USER_INPUT');
    expect(await code('{ fundingAgreements(first: 1000000) { edges { cursor } } }')).toBe('BAD_USER_INPUT');
    expect(await code('{ fundingAgreements(first: 1, after: "bm9uZQ") { edges { cursor } } }')).toBe('BAD_USER_INPUT');
    expect(await code('{ fundingAgreements(first: 1, year: 26) { edges { cursor } } }')).toBe('BAD_USER_INPUT');
    const nowhere = { claimId: encodeId('claim', newId()), expectedVersion: 1 };
    expect((await act(staff, 'submitClaim', nowhere)).errors[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('who may do what about public money', () => {
  const dpo: TestViewer = { sub: 'dpo', contract: 'internal', scopes: ['members:read', 'contacts:read', 'privacy:manage'] };

  test('members, hubs, the data protection officer and strangers neither read nor write; reports read', async () => {
    const id = await agreed();
    const cost = { ...salaries, agreementId: id, amount: euros('1.00') };
    for (const as of [{}, member, hub, dpo]) {
      const code = as === dpo || 'sub' in as ? 'FORBIDDEN' : 'UNAUTHENTICATED';
      for (const field of [`fundingAgreement(id: "${id}") { id }`, 'fundingAgreements(first: 1) { edges { cursor } }'])
        expect((await network.graph.ask(`{ ${field} }`, { as })).errors).toMatchObject([{ extensions: { code } }]);
      for (const list of ['fundingCosts', 'fundingClaims'])
        expect((await network.graph.ask(`{ ${list}(first: 1, agreementId: "${id}") { edges { cursor } } }`, { as })).errors).toMatchObject([
          { extensions: { code } },
        ]);
      expect((await act(as, 'recordCost', cost)).errors).toMatchObject([{ extensions: { code } }]);
    }
    expect((await act(reporter, 'recordCost', cost)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await read(reporter, id, 'funder')).funder).toBe('Région Occitanie');
  });

  test('a branch brings costs and claims, the office of the network agreements and decisions', async () => {
    const refused = await act(leadOfTarn, 'openAgreement', region);
    expect(refused.errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('office of the network') },
    ]);
    const agreementId = await agreed();
    await justified(agreementId, '10.00');
    const claimId = await drafted(agreementId, '1.00');
    await act(leadOfTarn, 'submitClaim', { claimId, expectedVersion: 1 });
    const settle = { claimId, expectedVersion: 2, outcome: 'PAID', settledOn: today };
    expect((await act(leadOfTarn, 'settleClaim', settle)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await act(staff, 'settleClaim', settle)).done.claim).toMatchObject({ status: 'PAID', granted: { amount: '1.00' } });
  });
});

describe('what a list costs', () => {
  test('does not depend on how long it is', async () => {
    const agreementId = await agreed();
    for (let index = 0; index < 4; index += 1) {
      await justified(agreementId, '10.00');
      await drafted(agreementId, '1.00');
    }
    const lists = [
      (first: number) => `{ fundingAgreements(first: ${first}, year: 2026) { edges { node { ${agreementFields} } } } }`,
      (first: number) => `{ fundingCosts(first: ${first}, agreementId: "${agreementId}") { edges { node { id evidence { sha256 } } } } }`,
      (first: number) =>
        `{ fundingClaims(first: ${first}, agreementId: "${agreementId}") { edges { node { ${shownClaim.slice(8, -2)} } } } }`,
    ];
    for (const list of lists) {
      const asked = async (first: number) => {
        let found = 0;
        const sent = await network.statements.during(async () => {
          const { data } = await network.graph.ask(list(first), { as: staff });
          found = (Object.values(data as Record<string, { edges: unknown[] }>)[0] as { edges: unknown[] }).edges.length;
        });
        expect(found).toBe(first);
        return sent;
      };
      expect(await asked(4)).toEqual(await asked(1));
    }
  });
});
