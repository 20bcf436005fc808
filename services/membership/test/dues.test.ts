import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import { changeDues, type DuesMutation, paysDues } from './fixtures/dues.ts';
import { applicant, change, newcomer, newMember } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

const euros = (amount: string) => ({ amount, currency: 'EUR' });
const payment = (companyId: string, reference: string, more: object = {}) => ({
  companyId,
  year: 2026,
  reference,
  receivedOn: today,
  ...euros('180.00'),
  ...more,
});

/** Approved by the bureau, and nothing more. */
async function approved(): Promise<string> {
  const companyId = await applicant(network);
  await change(network, 'decideApplication', { companyId, expectedVersion: 1, outcome: 'APPROVED' });
  return companyId;
}

async function invoiced(): Promise<string> {
  const companyId = await approved();
  await changeDues(network, 'issueDuesInvoice', { companyId, year: 2026 });
  return companyId;
}

let sent = 0;
const bankReference = () => {
  sent += 1;
  return `VIR-${sent}`;
};

const recorded = async (companyId: string) =>
  network.database.query<{ kept: string; movements: number }>(
    'SELECT d.kept, (SELECT count(*)::int FROM dues_movement AS v WHERE v.company_id = d.company_id) AS movements FROM dues AS d WHERE d.company_id = $1',
    [parseId('company', companyId)],
  );

describe('a morning with the bank statement', () => {
  test('an approved company is invoiced by its size, pays in two parts, and is a member with the second', async () => {
    const companyId = await approved();
    const { done: bill } = await changeDues(network, 'issueDuesInvoice', { companyId, year: 2026 });
    expect(bill.dues).toMatchObject({ reference: expect.stringMatching(/^COT-2026-TARN-\d{4}$/), size: 'MIC', invoiced: euros('180.00') });
    const half = await changeDues(network, 'recordPayment', payment(companyId, bankReference(), euros('80.00')));
    expect(half.done).toMatchObject({ company: { membershipStatus: 'PROSPECT' }, dues: { settlement: null, open: { amount: '100.00' } } });
    const rest = await changeDues(network, 'recordPayment', payment(companyId, bankReference(), euros('100.00')));
    expect(rest.done).toMatchObject({ company: { membershipStatus: 'ACTIVE' }, dues: { settlement: 'PAID', open: { amount: '0.00' } } });
  });

  test('a payment that comes before its invoice is kept, is listed for the branch, and counts once the invoice is there', async () => {
    const companyId = await approved();
    const reference = bankReference();
    const early = await changeDues(network, 'recordPayment', payment(companyId, reference));
    expect(early.done).toEqual({ company: { membershipStatus: 'PROSPECT' }, dues: null });
    const waiting = async () => {
      const { data } = await network.graph.ask(
        '{ paymentsWithoutInvoice(first: 100) { edges { node { reference waits company { id } amount { amount currency } } } } }',
        { as: leadOfTarn },
      );
      return data.paymentsWithoutInvoice.edges.map(({ node }: { node: { reference: string } }) => node.reference);
    };
    expect(await waiting()).toContain(reference);
    const { done } = await changeDues(network, 'issueDuesInvoice', { companyId, year: 2026 });
    expect(done).toMatchObject({ company: { membershipStatus: 'ACTIVE' }, dues: { settlement: 'PAID' } });
    expect(await waiting()).not.toContain(reference);
  });

  test('a payment that the bank takes back leaves the member in grace, until it pays again', async () => {
    const companyId = await invoiced();
    const reference = bankReference();
    await changeDues(network, 'recordPayment', payment(companyId, reference));
    const returned = await changeDues(network, 'refundPayment', {
      companyId,
      year: 2026,
      paymentReference: reference,
      reference: bankReference(),
      refundedOn: today,
      ground: 'RETURNED_UNPAID',
      ...euros('180'),
    });
    expect(returned.done).toMatchObject({ company: { membershipStatus: 'GRACE' }, dues: { settlement: null, open: { amount: '180.00' } } });
    const again = await changeDues(network, 'recordPayment', payment(companyId, bankReference()));
    expect(again.done.company.membershipStatus).toBe('ACTIVE');
  });

  test('the bureau credits a part and waives the rest, and the account shows all of it', async () => {
    const companyId = await invoiced();
    const motive = { motive: 'Three people work there' };
    await changeDues(network, 'creditDues', { companyId, year: 2026, ground: 'SIZE_WAS_WRONG', ...euros('30'), ...motive });
    const { done } = await changeDues(network, 'waiveDues', { companyId, year: 2026, ground: 'FIRST_YEAR', ...motive });
    expect(done).toMatchObject({ company: { membershipStatus: 'ACTIVE' }, dues: { settlement: 'WAIVED' } });
    const { data, errors } = await network.graph.ask(
      `query ($id: ID!) { company(id: $id) { dues(first: 5) { edges { node { year settlement paid { amount } credited { amount } } } }
        duesMovements(first: 5) { edges { node { kind reference ground amount { amount } } } } } }`,
      { as: { ...member, company: companyId }, variables: { id: companyId } },
    );
    expect(errors).toEqual([]);
    expect(data.company).toMatchObject({
      dues: { edges: [{ node: { year: 2026, settlement: 'WAIVED', paid: { amount: '0.00' }, credited: { amount: '180.00' } } }] },
      duesMovements: {
        edges: [
          {
            node: {
              kind: 'CREDIT_NOTE',
              reference: expect.stringMatching(/^AV-2026-\d{4}$/),
              ground: 'FIRST_YEAR',
              amount: { amount: '150.00' },
            },
          },
          { node: { kind: 'CREDIT_NOTE', ground: 'SIZE_WAS_WRONG', amount: { amount: '30.00' } } },
        ],
      },
    });
  });

  test('a refusal is told in French, and takes no number', async () => {
    const companyId = await newcomer(network);
    const { done } = await changeDues(network, 'issueDuesInvoice', { companyId, year: 2026 }, { ...leadOfTarn, lang: 'fr' });
    expect(done).toEqual({ reason: 'NOTHING_TO_INVOICE', message: 'L’entreprise n’est ni adhérente ni acceptée : elle ne doit rien.' });
    const numbers = await network.database.query<{ last: number; given: number }>(
      `SELECT last, (SELECT count(*)::int FROM dues AS d WHERE d.reference LIKE n.series || '-%') AS given FROM dues_number AS n WHERE series LIKE 'COT-2026-TARN'`,
    );
    expect(numbers.every(({ last, given }) => last === given)).toBe(true);
  });
});

describe('a reference of the bank counts once', () => {
  test('when fifty notices of one payment come at the same time', async () => {
    const companyId = await invoiced();
    const reference = bankReference();
    const notices = Array.from({ length: 50 }, () => changeDues(network, 'recordPayment', payment(companyId, reference)));
    const answers = await Promise.all(notices);
    expect(new Set(answers.map(({ done }) => JSON.stringify(done)))).toHaveProperty('size', 1);
    expect(answers[0]?.done).toMatchObject({ company: { membershipStatus: 'ACTIVE' }, dues: { settlement: 'PAID' } });
    expect(await recorded(companyId)).toEqual([{ kept: '18000', movements: 1 }]);
  });

  test('and fifty payments at once keep no more than was invoiced', async () => {
    const companyId = await invoiced();
    const payments = Array.from({ length: 50 }, () => {
      const one = payment(companyId, bankReference(), euros('50.00'));
      return changeDues(network, 'recordPayment', one);
    });
    const answers = await Promise.all(payments);
    expect(answers.filter(({ done }) => done?.dues)).toHaveLength(3);
    expect(answers.filter(({ done }) => done?.reason === 'MORE_THAN_OWED')).toHaveLength(47);
    expect(await recorded(companyId)).toEqual([{ kept: '15000', movements: 3 }]);
  });

  test.each([
    ['another amount', () => euros('90.00')],
    ['another currency', () => ({ amount: '180.00', currency: 'MAD' })],
    ['another year', () => ({ year: 2027 })],
    ['another company', async () => ({ companyId: await invoiced() })],
  ])('and is a conflict with %s', async (_, other) => {
    const companyId = await invoiced();
    const reference = bankReference();
    await changeDues(network, 'recordPayment', payment(companyId, reference));
    const { errors } = await changeDues(network, 'recordPayment', payment(companyId, reference, await other()));
    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' }, message: expect.stringContaining('recorded already') }]);
    expect(await recorded(companyId)).toEqual([{ kept: '18000', movements: 1 }]);
  });

  test('and the database itself refuses to keep more than was invoiced', async () => {
    const companyId = await invoiced();
    const overpay = network.database.query('UPDATE dues SET kept = 18001 WHERE company_id = $1', [parseId('company', companyId)]);
    await expect(overpay).rejects.toThrow('dues_are_never_overpaid');
  });
});

describe('who is to be asked for dues', () => {
  const list =
    '($branch: String, $within: Int) { membershipsToRenew(branch: $branch, withinDays: $within, first: 100) { edges { node { status coveredUntil daysLeft company { id } branch { code } } } pageInfo { hasNextPage } } }';
  const ask = async (as: object, variables: object = {}) => network.graph.ask(`query ${list}`, { as, variables: { ...variables } });
  type Found = {
    readonly status: string;
    readonly coveredUntil: string;
    readonly daysLeft: number;
    readonly branch: { readonly code: string };
    readonly company: { readonly id: string };
  };
  const found = (answer: Awaited<ReturnType<typeof ask>>): Found[] =>
    answer.data.membershipsToRenew.edges.map(({ node }: { node: Found }) => node);

  test('are the members of a branch in grace and those due within thirty days, whoever is late for longest first', async () => {
    const dueSoon = await newMember(network);
    const late = await newcomer(network);
    await network.database.query(
      `INSERT INTO membership (id, company_id, branch_id, began_on, covered_until) SELECT $1, $2, id, '2020-03-01', $3 FROM branch WHERE code = 'tarn'`,
      [newId(), parseId('company', late), addDays(today, -30)],
    );
    const inTarn = async (within: number) => found(await ask(leadOfTarn, { within }));
    expect((await inTarn(30)).map(({ company }) => company.id)).not.toContain(dueSoon);
    const all = await inTarn(38);
    expect(all.find(({ company }) => company.id === late)).toMatchObject({ status: 'GRACE', daysLeft: -30, branch: { code: 'tarn' } });
    expect(all.find(({ company }) => company.id === dueSoon)).toMatchObject({ status: 'ACTIVE', daysLeft: 38 });
    expect(all.map(({ daysLeft }) => daysLeft)).toEqual(all.map(({ daysLeft }) => daysLeft).toSorted((left, right) => left - right));
    await paysDues(network, late, 2026);
    expect((await inTarn(30)).map(({ company }) => company.id)).not.toContain(late);
  });

  test('are those of one branch for its lead, and of all for whoever works for the whole network', async () => {
    const everywhere = new Set(found(await ask(staff, { within: 60 })).map(({ branch }) => branch.code));
    expect(everywhere.size).toBeGreaterThan(1);
    expect(new Set(found(await ask(leadOfTarn, { within: 60 })).map(({ branch }) => branch.code))).toEqual(new Set(['tarn']));
    expect((await ask(leadOfTarn, { branch: 'ales' })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' }, message: expect.stringContaining('(tarn)') },
    ]);
  });

  test.each([
    ['a branch that does not exist', { branch: 'atlantide' }, 'NOT_FOUND', 'no such branch'],
    ['days of the past', { within: -1 }, 'BAD_USER_INPUT', '0 to 366'],
  ])('are not found by %s', async (_, variables, code, words) => {
    expect((await ask(staff, variables)).errors).toMatchObject([{ extensions: { code }, message: expect.stringContaining(words) }]);
  });

  test.each([
    ['membershipsToRenew(first: 1000000)', '1 to 100'],
    ['membershipsToRenew(first: 1, after: "bm9uc2Vuc2U")', 'cursor'],
    ['paymentsWithoutInvoice(first: 1000000)', '1 to 100'],
  ])('are read page by page: not %s', async (field, words) => {
    const { errors } = await network.graph.ask(`{ ${field} { pageInfo { hasNextPage } } }`, { as: staff });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(words) }]);
  });

  test('cost the same statements for one as for many', async () => {
    const cost = async (first: number) => {
      const statements = await network.statements.during(() =>
        network.graph.ask(
          `query ($first: Int!) { membershipsToRenew(first: $first, withinDays: 60) { edges { node { company { legalName dues(first: 3) { edges { node { year } } } duesMovements(first: 3) { edges { node { reference } } } } branch { code } } } } }`,
          { as: staff, variables: { first } },
        ),
      );
      return statements.length;
    };
    expect(await cost(50)).toBe(await cost(2));
  });

  test('are a share of the members on any day, and a payment of today changes no earlier day', async () => {
    const rate = async (asOf: string, branch = 'tarn') =>
      (
        await network.graph.ask(
          'query ($asOf: LocalDate, $branch: String) { duesRate(asOf: $asOf, branch: $branch) { members settled rate } }',
          { as: staff, variables: { asOf, branch } },
        )
      ).data.duesRate;
    const [before, past] = [await rate(today), await rate(addDays(today, -1))];
    await newMember(network);
    const now = await rate(today);
    expect([now.members, now.settled]).toEqual([before.members + 1, before.settled + 1]);
    expect(now.rate).toBeCloseTo(now.settled / now.members);
    expect(await rate(addDays(today, -1))).toEqual(past);
    expect(await rate('2009-11-22')).toEqual({ members: 0, settled: 0, rate: null });
  });
});

describe('who may touch dues', () => {
  const mutations: readonly [DuesMutation, object][] = [
    ['issueDuesInvoice', {}],
    ['recordPayment', { reference: 'X', receivedOn: today, ...euros('1') }],
    ['refundPayment', { reference: 'X', paymentReference: 'Y', refundedOn: today, ground: 'GIVEN_BACK', ...euros('1') }],
    ['creditDues', { ground: 'GOODWILL', motive: 'x', ...euros('1') }],
    ['waiveDues', { ground: 'HARDSHIP', motive: 'x' }],
  ];

  test.each(mutations)('%s is for the bureau of the branch alone', async (mutation, input) => {
    const companyId = await invoiced();
    for (const [as, code] of [
      [{}, 'UNAUTHENTICATED'],
      [hub, 'FORBIDDEN'],
      [reporter, 'FORBIDDEN'],
      [member, 'FORBIDDEN'],
      [{ ...leadOfTarn, branch: 'ales' }, 'FORBIDDEN'],
      [{ ...leadOfTarn, company: companyId }, 'FORBIDDEN'],
    ] as const)
      expect((await changeDues(network, mutation, { companyId, year: 2026, ...input }, as)).errors).toMatchObject([
        { extensions: { code } },
      ]);
  });

  test('an account is for the company itself and its branches, lists are for branches', async () => {
    const companyId = await invoiced();
    for (const [as, code] of [
      [member, 'NOT_FOUND'],
      [hub, 'NOT_FOUND'],
      [reporter, 'NOT_FOUND'],
    ] as const)
      for (const field of ['dues', 'duesMovements']) {
        const { errors } = await network.graph.ask(
          `query ($id: ID!) { company(id: $id) { ${field}(first: 1) { pageInfo { hasNextPage } } } }`,
          {
            as,
            variables: { id: companyId },
          },
        );
        expect(errors).toMatchObject([{ extensions: { code } }]);
      }
    for (const field of [
      'membershipsToRenew(first: 1) { pageInfo { hasNextPage } }',
      'paymentsWithoutInvoice(first: 1) { pageInfo { hasNextPage } }',
      'duesRate { rate }',
    ])
      for (const [as, code] of [
        [{}, 'UNAUTHENTICATED'],
        [member, 'FORBIDDEN'],
        [hub, 'FORBIDDEN'],
      ] as const)
        expect((await network.graph.ask(`{ ${field} }`, { as })).errors).toMatchObject([{ extensions: { code } }]);
  });
});

test.each([
  ['a third of a cent', euros('180.001'), 'At most 2 digits'],
  ['an amount in words', euros('one'), 'digits and a point'],
  ['a currency of no country', { amount: '1', currency: 'EURO' }, 'ISO 4217'],
  ['a reference with a line break', { reference: 'VIR\n1' }, 'bank reference'],
  ['a year of two digits', { year: 26 }, 'calendar year'],
  ['30 February', { receivedOn: '2026-02-30' }, 'must exist'],
  ['the id of a branch', { companyId: encodeId('branch', newId()) }, 'a company is expected'],
])('what cannot be understood is told in a sentence: %s', async (_, wrong, words) => {
  const { errors } = await changeDues(network, 'recordPayment', payment(await invoiced(), bankReference(), wrong));
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(words) }]);
});
