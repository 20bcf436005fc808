import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import { duesOnceSettled, paysDues } from './fixtures/dues.ts';
import { applicant, change, type LifeMutation, newcomer, newMember } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const uuid = (companyId: string) => parseId('company', companyId);
const countsOn = async (day: string) =>
  (
    await network.graph.ask('query ($day: LocalDate) { memberCounts(asOf: $day) { total byBranch { branch { code } count } } }', {
      variables: { day },
    })
  ).data.memberCounts;
const yesterday = addDays(today, -1);

/** A member since 2020 whose dues are late by a month, out of reach of the mutations that would make one in a test. */
async function memberInGrace(): Promise<string> {
  const companyId = await newcomer(network);
  await network.database.query(
    `INSERT INTO membership (id, company_id, branch_id, began_on, covered_until) SELECT $1, $2, id, '2020-03-01', $3 FROM branch WHERE code = 'tarn'`,
    [newId(), uuid(companyId), addDays(today, -30)],
  );
  return companyId;
}

describe('a company that joins', () => {
  test('applies, is approved and pays: it counts from today on, and yesterday stays as it was', async () => {
    const [before, past] = [await countsOn(today), await countsOn(yesterday)];
    const companyId = await newcomer(network);
    const company = { companyId, branch: 'tarn', consent: true };
    expect((await change(network, 'applyForMembership', company)).done).toMatchObject({
      version: 1,
      effectiveOn: today,
      company: { membershipStatus: 'PROSPECT', homeBranch: null },
    });
    expect((await change(network, 'decideApplication', { companyId, expectedVersion: 1, outcome: 'APPROVED' })).done.version).toBe(2);
    const unpaid = await change(network, 'activateMembership', { companyId, expectedVersion: 2, settlement: 'PAID' });
    expect(unpaid.done.reason).toBe('DUES_NOT_SETTLED');
    await duesOnceSettled(network, companyId, 2026);
    expect((await change(network, 'activateMembership', { companyId, expectedVersion: 2, settlement: 'PAID' })).done).toEqual({
      version: 3,
      effectiveOn: today,
      company: { id: companyId, membershipStatus: 'ACTIVE', homeBranch: { code: 'tarn' } },
    });
    expect((await countsOn(today)).total).toBe(before.total + 1);
    expect(await countsOn(yesterday)).toEqual(past);
  });

  test('is asked for a registration number that its register could have given', async () => {
    const companyId = await newcomer(network, { siren: '008000000' });
    const { done } = await change(network, 'applyForMembership', { companyId, branch: 'tarn', consent: true });
    expect(done).toEqual({
      reason: 'REGISTRATION_MISSING',
      message: 'The company has no valid registration number: have it entered first.',
    });
  });

  test('is asked for its leader, in French too', async () => {
    const companyId = await newcomer(network, { hasLeader: false });
    const { done } = await change(
      network,
      'applyForMembership',
      { companyId, branch: 'tarn', consent: true },
      { ...leadOfTarn, lang: 'fr' },
    );
    expect(done).toEqual({ reason: 'LEADER_NOT_NAMED', message: 'Aucun dirigeant n’est connu : faites enregistrer son nom d’abord.' });
  });

  test('cannot be rejected for its sector: there is no such ground', async () => {
    const companyId = await applicant(network);
    const { errors } = await change(network, 'decideApplication', { companyId, expectedVersion: 1, outcome: 'REJECTED', ground: 'SECTOR' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('"SECTOR"') }]);
  });

  test('reads why it was rejected', async () => {
    const companyId = await applicant(network);
    await change(network, 'decideApplication', {
      companyId,
      expectedVersion: 1,
      outcome: 'REJECTED',
      ground: 'OUTSIDE_TERRITORY',
      explanation: 'Your seat is in Nantes.',
    });
    const { data } = await network.graph.ask(
      '{ company { membershipFile { version application { branch { code } appliedOn outcome decidedOn ground explanation } } } }',
      { as: { ...member, company: companyId } },
    );
    expect(data.company.membershipFile).toEqual({
      version: 2,
      application: {
        branch: { code: 'tarn' },
        appliedOn: today,
        outcome: 'REJECTED',
        decidedOn: today,
        ground: 'OUTSIDE_TERRITORY',
        explanation: 'Your seat is in Nantes.',
      },
    });
  });
});

describe('a member', () => {
  test('that renews late was in grace until today, in all counts of the past', async () => {
    const past = await countsOn(yesterday);
    const companyId = await memberInGrace();
    await duesOnceSettled(network, companyId, 2026);
    expect(
      (await change(network, 'renewMembership', { companyId, expectedVersion: 0, year: 2026, settlement: 'PAID' })).done,
    ).toMatchObject({
      company: { membershipStatus: 'ACTIVE' },
    });
    const { data } = await network.graph.ask(
      'query ($id: ID!, $day: LocalDate) { company(id: $id) { memberSince membershipStatus(asOf: $day) } }',
      { as: staff, variables: { id: companyId, day: yesterday } },
    );
    expect(data.company).toEqual({ memberSince: '2020-03-01', membershipStatus: 'GRACE' });
    expect(await countsOn(yesterday)).toEqual(past);
  });

  test('that moves belongs to the other branch from today on', async () => {
    const companyId = await memberInGrace();
    const moved = await change(network, 'transferBranch', { companyId, expectedVersion: 0, branch: 'toulouse' });
    expect(moved.done.company.homeBranch).toEqual({ code: 'toulouse' });
    const { data } = await network.graph.ask('query ($id: ID!, $day: LocalDate) { company(id: $id) { homeBranch(asOf: $day) { code } } }', {
      as: staff,
      variables: { id: companyId, day: yesterday },
    });
    expect(data.company.homeBranch).toEqual({ code: 'tarn' });
  });

  test('is suspended and reinstated, once a day', async () => {
    const companyId = await newMember(network);
    const suspended = await change(network, 'suspendMembership', { companyId, expectedVersion: 3, motive: 'Charter broken' });
    expect(suspended.done.company.membershipStatus).toBe('SUSPENDED');
    expect((await change(network, 'reinstateMembership', { companyId, expectedVersion: 4, motive: 'Mended' })).done.reason).toBe(
      'RULED_TODAY',
    );
    await network.database.query(
      `UPDATE membership_decision SET takes_effect_on = $2 WHERE membership_id = (SELECT id FROM membership WHERE company_id = $1)`,
      [uuid(companyId), yesterday],
    );
    const back = await change(network, 'reinstateMembership', { companyId, expectedVersion: 4, motive: 'Mended' });
    expect(back.done).toMatchObject({ version: 5, company: { membershipStatus: 'ACTIVE' } });
  });

  test('that is excluded has today as its last day', async () => {
    const companyId = await newMember(network);
    const exclusion = { companyId, expectedVersion: 3, motive: 'False figures', votesFor: 5, votesAgainst: 1, abstentions: 0 };
    expect((await change(network, 'excludeMember', exclusion)).done.reason).toBe('NOT_HEARD');
    expect((await change(network, 'excludeMember', { ...exclusion, heardOn: today })).done).toMatchObject({
      effectiveOn: addDays(today, 1),
      company: { membershipStatus: 'ACTIVE' },
    });
    expect((await change(network, 'resignMembership', { companyId, expectedVersion: 4 })).done.reason).toBe('LEAVING_ALREADY');
  });

  test('resigns for itself', async () => {
    const companyId = await newMember(network);
    const itself = { ...member, company: companyId };
    expect((await change(network, 'resignMembership', { companyId, expectedVersion: 3, lastDay: today }, itself)).done).toMatchObject({
      version: 4,
      effectiveOn: addDays(today, 1),
    });
  });
});

describe('who may change a membership', () => {
  const everything: readonly [LifeMutation, object][] = [
    ['applyForMembership', { branch: 'tarn', consent: true }],
    ['decideApplication', { expectedVersion: 3, outcome: 'APPROVED' }],
    ['activateMembership', { expectedVersion: 3, settlement: 'WAIVED' }],
    ['suspendMembership', { expectedVersion: 3, motive: 'x' }],
    ['reinstateMembership', { expectedVersion: 3, motive: 'x' }],
    ['resignMembership', { expectedVersion: 3 }],
    ['excludeMember', { expectedVersion: 3, motive: 'x', heardOn: today, votesFor: 2, votesAgainst: 1, abstentions: 0 }],
    ['renewMembership', { expectedVersion: 3, year: 2027, settlement: 'WAIVED' }],
    ['transferBranch', { expectedVersion: 3, branch: 'toulouse' }],
  ];

  test.each(everything)('%s is for nobody without the rights', async (mutation, input) => {
    const companyId = await newMember(network);
    for (const [as, code] of [
      [{}, 'UNAUTHENTICATED'],
      [hub, 'FORBIDDEN'],
      [reporter, 'FORBIDDEN'],
      [member, 'FORBIDDEN'],
      [{ ...leadOfTarn, scopes: ['members:read', 'members:write'] }, 'FORBIDDEN'],
    ] as const)
      expect((await change(network, mutation, { companyId, ...input }, as)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test.each(everything.filter(([mutation]) => !['decideApplication', 'activateMembership'].includes(mutation)))(
    '%s is not for the lead of another branch',
    async (mutation, input) => {
      const companyId = await newMember(network);
      const { errors } = await change(network, mutation, { companyId, ...input }, { ...leadOfTarn, branch: 'ales' });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('(ales)') }]);
    },
  );

  test.each(['decideApplication', 'activateMembership'] as const)('%s is not for the lead of another branch', async (mutation) => {
    const companyId = await applicant(network);
    const input = {
      companyId,
      expectedVersion: 1,
      ...(mutation === 'decideApplication' ? { outcome: 'APPROVED' } : { settlement: 'PAID' }),
    };
    const { errors } = await change(network, mutation, input, { ...leadOfTarn, branch: 'ales' });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('nobody decides about their own company', async () => {
    const companyId = await applicant(network);
    const { errors } = await change(
      network,
      'decideApplication',
      { companyId, expectedVersion: 1, outcome: 'APPROVED' },
      { ...leadOfTarn, company: companyId },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('their own company') }]);
  });

  test('its file is for the company itself and for branches, its history for branches alone', async () => {
    const companyId = await newMember(network);
    const ask = (selection: string, as: object) =>
      network.graph.ask(`query ($id: ID!) { company(id: $id) { membershipFile { ${selection} } } }`, { as, variables: { id: companyId } });
    const itself = { ...member, company: companyId };
    expect((await ask('version', itself)).data.company.membershipFile).toEqual({ version: 3 });
    for (const [selection, as] of [
      ['version', member],
      ['version', hub],
      ['version', reporter],
    ] as const)
      expect((await ask(selection, as)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    const ofItself = await ask('history(first: 1) { edges { cursor } }', itself);
    expect([ofItself.data, ofItself.errors[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });
});

describe('several at once', () => {
  const outcomes = async (asked: Promise<Awaited<ReturnType<typeof change>>>[]) => {
    const answers = await Promise.all(asked);
    return answers.map(({ done, errors }) => done?.reason ?? (done ? 'CHANGED' : errors[0]?.extensions.code)).sort();
  };
  const twelve = <Item>(make: (index: number) => Item) => Array.from({ length: 12 }, (_, index) => make(index));
  const only = (reason: string) => ['CHANGED', ...Array<string>(11).fill(reason)].sort();

  test('apply for the same company: one application', async () => {
    const companyId = await newcomer(network);
    const asked = twelve(() => change(network, 'applyForMembership', { companyId, branch: 'tarn', consent: true }));
    expect(await outcomes(asked)).toEqual(only('APPLICATION_OPEN'));
  });

  test('decide on the same application: one decision, and the others hear that it was taken', async () => {
    const companyId = await applicant(network);
    const asked = twelve((index) =>
      change(network, 'decideApplication', {
        companyId,
        expectedVersion: 1,
        ...(index % 2 ? { outcome: 'APPROVED' } : { outcome: 'REJECTED', ground: 'FILE_INCOMPLETE' }),
      }),
    );
    expect(await outcomes(asked)).toEqual(only('ALREADY_DECIDED'));
  });

  test('renew the same year: it is renewed once', async () => {
    const companyId = await newMember(network);
    await duesOnceSettled(network, companyId, 2027);
    const asked = twelve(() => change(network, 'renewMembership', { companyId, expectedVersion: 3, year: 2027, settlement: 'PAID' }));
    expect(await outcomes(asked)).toEqual(only('COVERED_ALREADY'));
  });

  test('do what the file of their version allowed: one does, and the others are told the version there is now', async () => {
    const companyId = await newMember(network);
    await paysDues(network, companyId, 2027);
    const { errors } = await change(network, 'suspendMembership', { companyId, expectedVersion: 3, motive: 'x' });
    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' }, message: expect.stringContaining('version is 4') }]);
  });

  test('are the same request sent again: one effect and one answer', async () => {
    const companyId = await newMember(network);
    await duesOnceSettled(network, companyId, 2027);
    const input = { companyId, expectedVersion: 3, year: 2027, settlement: 'PAID', idempotencyKey: randomUUID() };
    const answers = await Promise.all(twelve(() => change(network, 'renewMembership', input)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data)))).toHaveProperty('size', 1);
    expect(answers[0]?.done).toMatchObject({ version: 4 });
    const other = await change(network, 'renewMembership', { ...input, settlement: 'WAIVED' });
    expect(other.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  });
});

describe('what cannot be understood', () => {
  test.each([
    ['a company that does not exist', { companyId: encodeId('company', newId()) }, 'NOT_FOUND', 'no such company'],
    ['the id of a branch', { companyId: encodeId('branch', newId()) }, 'BAD_USER_INPUT', 'a company is expected'],
    ['a branch that does not exist', { branch: 'atlantide' }, 'NOT_FOUND', 'no such branch'],
    ['a key with a space', { idempotencyKey: 'a b' }, 'BAD_USER_INPUT', 'idempotency key'],
  ])('is told in a sentence: %s', async (_, wrong, code, words) => {
    const companyId = await newcomer(network);
    const { errors } = await change(network, 'applyForMembership', { companyId, branch: 'tarn', consent: true, ...wrong }, staff);
    expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringContaining(words) }]);
  });

  test.each([
    ['words that run backwards', { motive: 'paid \u202e in full' }, 'control characters'],
    ['a whole book', { motive: 'x'.repeat(1001) }, '1,000 characters'],
  ])('is told in a sentence: %s', async (_, wrong, words) => {
    const companyId = await newMember(network);
    const { errors } = await change(network, 'suspendMembership', { companyId, expectedVersion: 3, ...wrong });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(words) }]);
  });

  test('is told in a sentence: 30 February as a last day', async () => {
    const { errors } = await change(network, 'resignMembership', {
      companyId: encodeId('company', newId()),
      expectedVersion: 0,
      lastDay: '2027-02-30',
    });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('must exist') }]);
  });
});

describe('the history of a membership', () => {
  const history = `membershipFile { history(first: $first, after: $after) {
    edges { cursor node { actor client hub action fields from to why } } pageInfo { hasNextPage endCursor } } }`;
  const read = async (companyId: string, variables: object) =>
    network.graph.ask(`query ($id: ID!, $first: Int, $after: String) { company(id: $id) { ${history} } }`, {
      as: leadOfTarn,
      variables: { id: companyId, ...variables },
    });

  test('tells who did what, the latest first, and no private word', async () => {
    const companyId = await newMember(network);
    await change(network, 'suspendMembership', { companyId, expectedVersion: 3, motive: 'Canary Odile' }, staff);
    const { data } = await read(companyId, { first: 10 });
    const nodes = data.company.membershipFile.history.edges.map(({ node }: { node: object }) => node);
    expect(nodes).toMatchObject([
      { actor: 'staff', action: 'suspendMembership', from: 'ACTIVE', to: 'SUSPENDED', why: null, fields: ['membership.decisions'] },
      { actor: 'branch-lead', action: 'recordPayment', from: 'APPROVED', to: 'ACTIVE', why: 'PAID' },
      { actor: 'branch-lead', action: 'recordPayment', from: 'OWED', to: 'PAID', fields: ['dues.payments'] },
      { actor: 'branch-lead', action: 'issueDuesInvoice', from: 'NOT_INVOICED', to: 'OWED', fields: ['dues.invoice'] },
      { actor: 'branch-lead', action: 'decideApplication', from: 'APPLIED', to: 'APPROVED', client: 'test', hub: null },
      { actor: 'branch-lead', action: 'applyForMembership', from: 'PROSPECT', to: 'APPLIED' },
    ]);
    const [kept] = await network.database.query<{ words: string }>(`SELECT string_agg(h::text, ' ') AS words FROM history AS h`);
    expect(kept?.words).not.toContain('Canary');
  });

  test('is read in pages to its end', async () => {
    const companyId = await newMember(network);
    const actions: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await read(companyId, { first: 2, after });
      const { edges, pageInfo } = data.company.membershipFile.history;
      actions.push(...edges.map(({ node }: { node: { action: string } }) => node.action));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(actions).toEqual(['recordPayment', 'recordPayment', 'issueDuesInvoice', 'decideApplication', 'applyForMembership']);
  });

  test.each([
    ['a page of a million', { first: 1_000_000 }, '1 to 100'],
    ['a cursor of another list', { first: 1, after: Buffer.from('["figures","1"]').toString('base64url') }, 'cursor'],
  ])('is not read by %s', async (_, variables, words) => {
    const companyId = await newMember(network);
    expect((await read(companyId, variables)).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(words) },
    ]);
  });

  test('costs the same statements for one company as for many', async () => {
    const text = `query ($first: Int!) { companies(first: $first, search: "Moulin de la Vère", membershipStatus: ACTIVE) { edges { node { membershipFile { version application { branch { code } }
      history(first: 5) { edges { node { action } } } } } } } }`;
    const cost = async (first: number) => {
      const sent = await network.statements.during(async () => {
        const { errors } = await network.graph.ask(text, { as: leadOfTarn, variables: { first } });
        expect(errors).toEqual([]);
      });
      return sent.length;
    };
    expect(await cost(100)).toBe(await cost(1));
  });
});
