import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import { callReasons, reasonsToCall } from '../src/domain/prospects/prospect.ts';
import { prospectQueries } from '../src/persistence/prospects/prospect.queries.ts';
import { send } from './fixtures/changes.ts';
import { newcomer } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { albi, hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
beforeAll(async () => {
  network = await runningMembership();
});
afterAll(() => network.stop());

async function prospect(branch = 'tarn'): Promise<string> {
  const companyId = await newcomer(network);
  await network.database.query('UPDATE company SET prospect_branch_id = $2 WHERE id = $1', [
    parseId('company', companyId),
    idFromName('branch', branch),
  ]);
  return companyId;
}
const spoke = (input: object, as: TestViewer = leadOfTarn) =>
  send(
    network,
    as,
    'recordProspectContact',
    { contactedOn: today, outcome: 'INTERESTED', ...input },
    '... on ProspectChanged { company { id } } ... on ProspectContactRefused { reason message }',
  );
const learned = (input: object, as: TestViewer = leadOfTarn) =>
  send(
    network,
    as,
    'recordGrowthProject',
    { kind: 'NEW_SITE', title: 'Une halle de 800 m²', ...input },
    '... on ProspectChanged { company { id } } ... on GrowthProjectRefused { reason message }',
  );
const fields = 'company { id } segment reasons { code message } lastContactOn lastOutcome lastNote growthProjects { kind title startsOn }';
const toCall = async (args = '', as: TestViewer = leadOfTarn) => {
  const answer = await network.graph.ask(`{ prospectsToCall(first: 100 ${args}) { edges { node { ${fields} } } } }`, { as });
  return { ...answer, nodes: (answer.data?.prospectsToCall?.edges ?? []).map(({ node }: { node: { company: { id: string } } }) => node) };
};
const entryOf = async (companyId: string) =>
  (await toCall()).nodes.find((node: { company: { id: string } }) => node.company.id === companyId);

describe('the lead of the Tarn branch looks for new members', () => {
  test('calls who was never called, learns what they plan, and calls again when promised', async () => {
    const companyId = await prospect();
    expect(await entryOf(companyId)).toMatchObject({ reasons: [{ code: 'NEVER_CONTACTED', message: 'Nobody has called it yet' }] });
    expect((await learned({ companyId, segment: 'INDUSTRIAL', startsOn: addDays(today, 200) })).done.company.id).toBe(companyId);
    expect(await entryOf(companyId)).toMatchObject({
      segment: 'INDUSTRIAL',
      reasons: [{ code: 'GROWTH_PROJECT' }, { code: 'NEVER_CONTACTED' }],
      growthProjects: [{ kind: 'NEW_SITE', title: 'Une halle de 800 m²', startsOn: addDays(today, 200) }],
    });
    await spoke({ companyId, outcome: 'CALL_BACK', callBackOn: addDays(today, 5), note: 'Après la foire.' });
    expect(await entryOf(companyId)).toBeUndefined();
    await network.database.query('UPDATE prospect_contact SET contacted_on = $2, call_back_on = $2 WHERE company_id = $1', [
      parseId('company', companyId),
      addDays(today, -1),
    ]);
    expect(await entryOf(companyId)).toMatchObject({
      reasons: [{ code: 'CALL_BACK_DUE' }],
      lastContactOn: addDays(today, -1),
      lastNote: 'Après la foire.',
    });
  });

  test('leaves in peace who asked for it', async () => {
    const companyId = await prospect();
    await spoke({ companyId, outcome: 'NEVER_AGAIN' });
    await learned({ companyId });
    expect(await entryOf(companyId)).toBeUndefined();
  });

  test('keeps what was said out of the history', async () => {
    const companyId = await prospect();
    await spoke({ companyId, note: 'Canary said so' });
    const [kept] = await network.database.query<{ words: string }>(`SELECT string_agg(h::text, ' ') AS words FROM history AS h`);
    expect(kept?.words).toContain('recordProspectContact');
    expect(kept?.words).not.toContain('Canary');
  });

  test('does not take a member for a prospect', async () => {
    expect((await spoke({ companyId: albi })).done).toMatchObject({ reason: 'NOT_A_PROSPECT' });
    expect((await learned({ companyId: albi })).done).toMatchObject({ reason: 'NOT_A_PROSPECT' });
  });
});

describe('who may do what about prospects', () => {
  test('branches alone, and each lead for their own branch', async () => {
    const companyId = await prospect('ales');
    for (const write of [spoke, learned])
      for (const [as, code] of [
        [{}, 'UNAUTHENTICATED'],
        [hub, 'FORBIDDEN'],
        [reporter, 'FORBIDDEN'],
        [member, 'FORBIDDEN'],
        [leadOfTarn, 'FORBIDDEN'],
      ] as const)
        expect((await write({ companyId }, as)).errors).toMatchObject([{ extensions: { code } }]);
    expect((await spoke({ companyId }, staff)).done.company.id).toBe(companyId);
    for (const [as, code] of [
      [{}, 'UNAUTHENTICATED'],
      [hub, 'FORBIDDEN'],
      [reporter, 'FORBIDDEN'],
      [member, 'FORBIDDEN'],
    ] as const)
      expect((await toCall('', as)).errors).toMatchObject([{ extensions: { code } }]);
  });

  test('a lead is shown the own branch first, and another on demand', async () => {
    const [here, there] = [await prospect(), await prospect('ales')];
    const ids = (answer: Awaited<ReturnType<typeof toCall>>) => answer.nodes.map((node: { company: { id: string } }) => node.company.id);
    expect(ids(await toCall())).toEqual(expect.arrayContaining([here]));
    expect(ids(await toCall())).not.toContain(there);
    expect(ids(await toCall(', branch: "ales"'))).toContain(there);
  });
});

test.each([
  ['a contact tomorrow', () => spoke({ companyId: encodeId('company', newId()), contactedOn: '2026-11-24' }), 'NOT_FOUND'],
  ['the id of a branch', () => spoke({ companyId: encodeId('branch', newId()) }), 'BAD_USER_INPUT'],
  ['30 February', () => spoke({ companyId: albi, contactedOn: '2026-02-30' }), 'BAD_USER_INPUT'],
  ['a note that runs backwards', async () => spoke({ companyId: await prospect(), note: 'a\u202eb' }), 'BAD_USER_INPUT'],
  [
    'a page of a million',
    () => network.graph.ask('{ prospectsToCall(first: 1000000) { edges { cursor } } }', { as: staff }),
    'BAD_USER_INPUT',
  ],
  [
    'a cursor of another list',
    () => network.graph.ask('{ prospectsToCall(first: 1, after: "WyJhIl0") { edges { cursor } } }', { as: staff }),
    'BAD_USER_INPUT',
  ],
] as const)('what cannot be understood is told in a sentence: %s', async (_, ask, code) => {
  const { errors } = await ask();
  expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringMatching(/\./) }]);
});

describe('the list of prospects to call', () => {
  test('says of everybody what the rule says, the most urgent first', async () => {
    const ages = [0, 1, 89, 90, 91, 300];
    for (const outcome of ['INTERESTED', 'CALL_BACK', 'NOT_NOW', 'NOT_REACHED', 'NEVER_AGAIN'])
      for (const [index, age] of ages.entries()) {
        const id = parseId('company', await prospect('nimes'));
        await network.database.query(
          'INSERT INTO prospect_contact (id, company_id, contacted_on, outcome, call_back_on) VALUES ($1, $2, $3, $4, $5)',
          [newId(), id, addDays(today, -age), outcome, outcome === 'CALL_BACK' ? addDays(today, index - 2 > -age ? index - 2 : 0) : null],
        );
        if (index % 2)
          await network.database.query(
            `INSERT INTO growth_project (id, company_id, kind, title, recorded_on) VALUES ($1, $2, 'HIRING', 'Dix postes', $3)`,
            [newId(), id, today],
          );
      }
    const queries = prospectQueries(network.database);
    const listed = await queries.prospectPage(
      { day: today, branchId: idFromName('branch', 'nimes'), segment: null },
      queries.mostUrgent.page({ first: 100 }),
    );
    const urgencies = listed.map((one) => callReasons.indexOf(reasonsToCall(one, today)[0] as never));
    expect(urgencies).toEqual([...urgencies].sort((left, right) => left - right));
    expect(urgencies).not.toContain(-1);
    const facts = await network.database.query<{ outcome: string; ago: number; callback: number | null; planned: boolean }>(
      `SELECT k.outcome, $1::date - k.contacted_on AS ago, k.call_back_on - $1::date AS callback, g.id IS NOT NULL AS planned
       FROM prospect_contact AS k JOIN company AS c ON c.id = k.company_id AND c.prospect_branch_id = $2
       LEFT JOIN growth_project AS g ON g.company_id = c.id`,
      [today, idFromName('branch', 'nimes')],
    );
    const ruled = facts.filter(
      ({ outcome, ago, callback, planned }) =>
        reasonsToCall(
          {
            lastContactOn: addDays(today, -ago),
            lastOutcome: outcome as never,
            callBackOn: callback === null ? null : addDays(today, callback),
            hasGrowthProject: planned,
          },
          today,
        ).length > 0,
    );
    const called = listed.filter(({ lastContactOn }) => lastContactOn !== null);
    expect(called).toHaveLength(ruled.length);
    expect(ruled.length).toBeGreaterThan(10);
  });

  test('costs the same statements for one as for many', async () => {
    const cost = async (first: number) => {
      const sent = await network.statements.during(async () => {
        const { errors } = await network.graph.ask(
          `{ prospectsToCall(first: ${first}) { edges { node { company { legalName } branch { name } reasons { code } } } } }`,
          { as: staff },
        );
        expect(errors).toEqual([]);
      });
      return sent.length;
    };
    expect(await cost(50)).toBe(await cost(1));
  });
});
