import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import { patiently } from './fixtures/changes.ts';
import { newcomer, newMember } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

type Mutation = 'declareFigures' | 'correctFigures';

async function report(mutation: Mutation, input: object, as: TestViewer = leadOfTarn) {
  const [type, refused] =
    mutation === 'declareFigures' ? ['DeclareFiguresInput', 'DeclarationRefused'] : ['CorrectFiguresInput', 'CorrectionRefused'];
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const text = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) {
      ... on FiguresReported { company { id } figures { closedOn months turnover { amount currency } fte source } }
      ... on ${refused} { reason message } } }`;
  const answer = await patiently(() => network.graph.ask(text, { as, variables }));
  return { ...answer, done: answer.data?.done };
}

const year2025 = { closedOn: '2025-12-31', currency: 'EUR', turnover: '2900000', fte: '9.99', source: 'DECLARED' };
const itself = (companyId: string): TestViewer => ({ ...member, company: companyId });

describe('the figures of a year', () => {
  test('are declared by the company, and corrected by its branch after the audit; what was known yesterday stays known', async () => {
    const companyId = await newMember(network);
    const declared = await report('declareFigures', { companyId, ...year2025 }, itself(companyId));
    expect(declared.done.figures).toEqual({
      closedOn: '2025-12-31',
      months: 12,
      turnover: { amount: '2900000.00', currency: 'EUR' },
      fte: 9.99,
      source: 'DECLARED',
    });
    await network.database.query(`UPDATE annual_figures SET entered_at = entered_at - interval '1 day' WHERE company_id = $1`, [
      parseId('company', companyId),
    ]);
    const latest = async (asOf: string) =>
      (
        await network.graph.ask(
          'query ($id: ID!, $asOf: LocalDate) { company(id: $id) { latestFigures(asOf: $asOf) { turnover { amount } source } } }',
          {
            as: staff,
            variables: { id: companyId, asOf },
          },
        )
      ).data.company.latestFigures;
    const [before, yesterday] = [await latest(addDays(today, -2)), await latest(addDays(today, -1))];
    const corrected = await report('correctFigures', { companyId, ...year2025, turnover: '2888000.50', source: 'AUDITED' });
    expect(corrected.done.figures).toMatchObject({ turnover: { amount: '2888000.50' }, source: 'AUDITED' });
    expect(await latest(today)).toEqual({ turnover: { amount: '2888000.50' }, source: 'AUDITED' });
    expect([await latest(addDays(today, -2)), await latest(addDays(today, -1))]).toEqual([before, yesterday]);
    expect([before, yesterday]).toEqual([null, { turnover: { amount: '2900000.00' }, source: 'DECLARED' }]);
  });

  test('of eighteen months are told as such', async () => {
    const companyId = await newMember(network);
    const { done } = await report('declareFigures', { companyId, ...year2025, months: 18 });
    expect(done.figures.months).toBe(18);
  });

  test('in dirhams stay in dirhams, and say nothing about a size in euros', async () => {
    const companyId = await newMember(network);
    await report('declareFigures', { companyId, ...year2025, currency: 'MAD', fte: null });
    const { data } = await network.graph.ask(
      'query ($id: ID!) { company(id: $id) { sizeCategory { category } latestFigures { turnover { currency } } gaps { code } } }',
      { as: staff, variables: { id: companyId } },
    );
    expect(data.company).toMatchObject({ sizeCategory: { category: 'UNKNOWN' }, latestFigures: { turnover: { currency: 'MAD' } } });
    expect(data.company.gaps).toContainEqual({ code: 'NOT_IN_EUROS' });
  });

  test('reported by many at once come in once', async () => {
    const companyId = await newMember(network);
    const answers = await Promise.all(Array.from({ length: 12 }, () => report('declareFigures', { companyId, ...year2025 })));
    expect(answers.map(({ done }) => done?.reason ?? 'TAKEN').sort()).toEqual(
      ['TAKEN', ...Array<string>(11).fill('YEAR_KNOWN_ALREADY')].sort(),
    );
  });

  test.each([
    ['declareFigures', { closedOn: '2026-12-31' }, 'CLOSES_IN_THE_FUTURE', 'Cet exercice n’est pas clos : déclarez-le après sa clôture.'],
    ['declareFigures', { turnover: '-1' }, 'NEGATIVE_VALUE', 'Un chiffre est négatif : aucun de ceux-ci ne peut l’être.'],
    ['correctFigures', {}, 'YEAR_NOT_KNOWN', 'Aucun chiffre de cet exercice n’est connu : déclarez-le (declareFigures).'],
  ] as const)('are refused with what to do: %s %j', async (mutation, wrong, reason, message) => {
    const companyId = await newMember(network);
    const { done } = await report(mutation, { companyId, ...year2025, ...wrong }, { ...leadOfTarn, lang: 'fr' });
    expect(done).toEqual({ reason, message });
  });

  test.each([
    ['a half cent', { turnover: '1.005' }, 'At most 2 digits'],
    ['thousandths of a person', { fte: '9.999' }, 'At most 2 digits'],
    ['more than the world earns', { turnover: '99999999999999999' }, 'too large'],
    ['more people than the world has', { fte: '99999999999' }, 'too large'],
    ['NaN', { turnover: 'NaN' }, 'digits and a point'],
    ['30 February', { closedOn: '2025-02-30' }, 'must exist'],
    ['no currency that exists', { currency: 'EURO' }, 'ISO 4217'],
    ['the id of a branch', { companyId: encodeId('branch', newId()) }, 'a company is expected'],
  ])('cannot be %s', async (_, wrong, words) => {
    const companyId = await newMember(network);
    const { errors } = await report('declareFigures', { companyId, ...year2025, ...wrong });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(words) }]);
  });

  test.each(['declareFigures', 'correctFigures'] as const)('%s is for the company and its branch alone', async (mutation) => {
    const companyId = await newMember(network);
    for (const [as, code] of [
      [{}, 'UNAUTHENTICATED'],
      [hub, 'FORBIDDEN'],
      [reporter, 'FORBIDDEN'],
      [member, 'FORBIDDEN'],
      [{ ...leadOfTarn, branch: 'ales' }, 'FORBIDDEN'],
    ] as const)
      expect((await report(mutation, { companyId, ...year2025 }, as)).errors).toMatchObject([{ extensions: { code } }]);
  });
});

describe('members whose figures are stale', () => {
  const ask = (as: TestViewer, first = 100) =>
    network.graph.ask(
      'query ($first: Int!) { staleFigures(first: $first) { edges { node { closedOn missingYear company { id legalName } } } } }',
      {
        as,
        variables: { first },
      },
    );

  test('are listed for their branch until they report, those without any first', async () => {
    const companyId = await newMember(network);
    const listed = async () =>
      (await ask(leadOfTarn)).data.staleFigures.edges.map(({ node }: { node: { company: { id: string } } }) => node);
    expect(await listed()).toContainEqual(
      expect.objectContaining({ closedOn: null, missingYear: 2025, company: { id: companyId, legalName: 'Moulin de la Vère' } }),
    );
    await report('declareFigures', { companyId, ...year2025, closedOn: '2024-12-31' });
    const days = (await listed()).map(({ closedOn }: { closedOn: string | null }) => closedOn ?? '');
    expect(days).toEqual(days.toSorted());
    expect(await listed()).toContainEqual(expect.objectContaining({ closedOn: '2024-12-31', missingYear: 2025 }));
    await report('declareFigures', { companyId, ...year2025 });
    expect((await listed()).map(({ company }: { company: { id: string } }) => company.id)).not.toContain(companyId);
  });

  test('are for branches that may read figures', async () => {
    for (const [as, code] of [
      [{}, 'UNAUTHENTICATED'],
      [member, 'FORBIDDEN'],
      [{ ...leadOfTarn, scopes: ['members:read', 'branch:manage'] }, 'FORBIDDEN'],
    ] as const)
      expect((await ask(as)).errors).toMatchObject([{ extensions: { code } }]);
    expect((await ask(staff, 1_000_000)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('cost the same statements for one as for many', async () => {
    await newMember(network);
    await newcomer(network);
    const cost = async (first: number) => (await network.statements.during(() => ask(staff, first))).length;
    expect(await cost(100)).toBe(await cost(1));
  });
});
