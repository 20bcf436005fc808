import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import { gatheringQueries } from '../src/persistence/gatherings/gathering.queries.ts';
import { isWithin } from '../src/use-cases/gatherings/gathering-rights.ts';
import { speakerOf } from './fixtures/changes.ts';
import { type GatheringMutation, gatheringChanges, leaderOf, mission, seeded } from './fixtures/gatherings.ts';
import { newMember } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { branchId, companyId, hub, member, type RunningMembership, reporter, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
let { act, opened, begun } = {} as ReturnType<typeof gatheringChanges>;
beforeAll(async () => {
  network = await runningMembership();
  ({ act, opened, begun } = gatheringChanges(network));
});
afterAll(() => network.stop());

const leadOf = (branch: string): TestViewer => ({ ...leadOfTarn, sub: `lead of ${branch}`, branch });
const listed = async (as: TestViewer, args: string) => {
  const { data, errors } = await network.graph.ask(`{ gatherings(first: 100${args}) { edges { node { id title status } } } }`, { as });
  expect(errors).toEqual([]);
  return data.gatherings.edges.map(({ node }: { node: { id: string } }) => node.id) as string[];
};

describe('who sees what', () => {
  test('a member the coming ones, and by country, branch and theme', async () => {
    const coming = await listed(member, '');
    expect(coming).toContain(seeded('tanger-logistique'));
    expect(coming).not.toContain(seeded('casablanca-mars'));
    expect(await listed(member, `, from: "${addDays(today, -300)}", country: "MA"`)).toContain(seeded('casablanca-mars'));
    expect(await listed(member, ', branch: "nimes"')).toEqual([seeded('shanghai-automne')]);
    expect(await listed(member, ', theme: "governance"')).toEqual([seeded('albi-gouvernance')]);
    expect(await listed(member, ', kind: MEETING, country: "MA"')).toEqual([seeded('casablanca-douane')]);
  });

  test('a hub what takes place in its country and what it prepares, and no more', async () => {
    const seen = await listed(hub, '');
    expect(seen).toEqual(expect.arrayContaining([seeded('tanger-logistique'), seeded('toulouse-marocains'), seeded('casablanca-douane')]));
    expect(seen).not.toContain(seeded('albi-gouvernance'));
    const read = (id: string) =>
      network.graph.ask('query ($id: ID!) { gathering(id: $id) { id waiting } }', { as: hub, variables: { id } });
    expect((await read(seeded('tanger-logistique'))).data.gathering.waiting).toBeNull();
    const [hidden, absent] = [await read(seeded('albi-gouvernance')), await read(encodeId('gathering', newId()))];
    expect(hidden.errors[0]).toMatchObject({ message: absent.errors[0]?.message, extensions: { code: 'NOT_FOUND' } });
  });

  test('every gathering is in a list when it may be read, and not otherwise', async () => {
    const queries = gatheringQueries(network.database);
    const narrow = { from: addDays(today, -1000), kind: null, country: null, branchId: null, theme: null };
    const page = queries.nextGatherings.page({ first: 100 });
    const everything = await queries.gatheringPage({ ...narrow, reach: { kind: 'ALL' } }, page);
    expect(everything.length).toBeGreaterThan(9);
    const branches = await network.database.query<{ id: string; country: string }>('SELECT id, country FROM branch');
    for (const country of ['MA', 'US', 'CN', 'FR', 'VN']) {
      const reach = { kind: 'COUNTRY', country } as const;
      const rows = await queries.gatheringPage({ ...narrow, reach }, page);
      const ruled = everything.filter((one) => isWithin(reach, one, branches as never));
      expect([country, rows.map(({ id }) => id)]).toEqual([country, ruled.map(({ id }) => id)]);
    }
  });

  test('a company its own sign-ups, coming and past; those of others look absent', async () => {
    const ask = (as: TestViewer, id?: string) =>
      network.graph.ask(
        'query ($id: ID) { signUps(first: 50, companyId: $id) { edges { node { status came gathering { id } company { id } } } } }',
        { as, variables: { id } },
      );
    const { data } = await ask(speakerOf('lez-capteurs'));
    const own = data.signUps.edges.map(({ node }: { node: { gathering: { id: string }; company: { id: string } } }) => node);
    expect(new Set(own.map(({ company }: { company: { id: string } }) => company.id))).toEqual(new Set([companyId('lez-capteurs')]));
    expect(own.slice(0, 2)).toMatchObject([
      { status: 'PLACE', came: true, gathering: { id: seeded('casablanca-mars') } },
      { status: 'PLACE', came: true, gathering: { id: seeded('boston-mai') } },
    ]);
    expect((await ask(member, companyId('lez-capteurs'))).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await ask(staff)).data.signUps.edges.length).toBeGreaterThan(30);
    const theirs = (await network.database.query<{ id: string }>('SELECT id FROM gathering_sign_up WHERE company_id = $1 LIMIT 1', [
      idFromName('company', 'lez-capteurs'),
    ])) as { id: string }[];
    const foreign = await act(member, 'withdrawSignUp', { signUpId: encodeId('signup', theirs[0]?.id as string) });
    const absent = await act(member, 'withdrawSignUp', { signUpId: encodeId('signup', newId()) });
    expect(foreign.errors[0]).toMatchObject({ message: absent.errors[0]?.message, extensions: { code: 'NOT_FOUND' } });
  });

  test('nobody writes but who prepares it, or the company itself', async () => {
    const { gatheringId, ids } = await begun();
    const changes: [GatheringMutation, object][] = [
      ['planGathering', mission],
      ['openGatheringSignUp', { gatheringId, expectedVersion: 2, signUpUntil: today }],
      ['changeGatheringPlaces', { gatheringId, expectedVersion: 2, places: 5 }],
      ['cancelGathering', { gatheringId, expectedVersion: 2, reason: 'x' }],
      ['recordGatheringAttendance', { gatheringId, came: [] }],
      ['signUpForGathering', { gatheringId, companyId: companyId('agout-data'), personId: leaderOf('agout-data') }],
      ['withdrawSignUp', { signUpId: ids[0] }],
    ];
    for (const [mutation, input] of changes)
      for (const [as, codes] of [
        [{}, ['UNAUTHENTICATED']],
        [member, ['FORBIDDEN', 'NOT_FOUND']],
        [hub, ['FORBIDDEN', 'NOT_FOUND']],
        [reporter, ['FORBIDDEN', 'NOT_FOUND']],
        [leadOf('ales'), ['FORBIDDEN']],
      ] as const) {
        const { errors } = await act(as, mutation, input);
        expect([mutation, as, errors.length]).toEqual([mutation, as, 1]);
        expect(codes as readonly string[]).toContain(errors[0]?.extensions.code);
      }
  });

  test.each([
    ['nobody without signing in', {}, 'UNAUTHENTICATED'],
    ['reports, which get figures', reporter, 'FORBIDDEN'],
  ])('lists are not for %s', async (_, as, code) => {
    for (const field of ['gatherings', 'signUps'])
      expect((await network.graph.ask(`{ ${field}(first: 1) { edges { cursor } } }`, { as })).errors).toMatchObject([
        { extensions: { code } },
      ]);
  });

  test('an erased person is nobody any more, and the place stays counted', async () => {
    const gatheringId = await opened();
    const company = await newMember(network);
    const [person] = await network.database.query<{ id: string }>('SELECT id FROM person WHERE company_id = $1', [
      parseId('company', company),
    ]);
    const personId = encodeId('person', person?.id as string);
    await act(staff, 'signUpForGathering', { gatheringId, companyId: company, personId });
    await network.database.query(
      `UPDATE person SET erased_at = now(), email = NULL, phone = NULL, first_name = '', last_name = id::text WHERE id = $1`,
      [person?.id],
    );
    const { data } = await network.graph.ask(
      'query ($id: ID) { signUps(first: 5, gatheringId: $id) { edges { node { status person { name } } } } }',
      { as: staff, variables: { id: gatheringId } },
    );
    expect(data.signUps.edges).toEqual([{ node: { status: 'PLACE', person: null } }]);
  });
});

describe('figures for the Region', () => {
  const ask = (as: TestViewer, asOf?: string, year = 2026) =>
    network.graph.ask(
      `query ($year: Int!, $asOf: LocalDate) { gatheringFigures(year: $year, asOf: $asOf) { gatherings participants companies
        byCountry { country gatherings participants companies } byTheme { theme participants } byPolicy { policyTag gatherings } } }`,
      { as, variables: { year, asOf } },
    );

  test('say who came by country and theme, as it was known on a day', async () => {
    const before = (await ask(reporter, addDays(today, -1))).data.gatheringFigures;
    expect(before).toMatchObject({ gatherings: 4, participants: 26, companies: 19 });
    expect(before.byCountry).toEqual([
      { country: 'FR', gatherings: 2, participants: 14, companies: 14 },
      { country: 'MA', gatherings: 1, participants: 7, companies: 7 },
      { country: 'US', gatherings: 1, participants: 5, companies: 5 },
    ]);
    expect(before.byTheme).toContainEqual({ theme: 'export', participants: 12 });
    const { gatheringId, ids } = await begun();
    await act(staff, 'recordGatheringAttendance', { gatheringId, came: ids.slice(0, 2) });
    expect((await ask(reporter, addDays(today, -1))).data.gatheringFigures).toEqual(before);
    expect((await ask(reporter)).data.gatheringFigures.gatherings).toBeGreaterThan(4);
  });

  test('leave out few people, are for branches and reports, and know no day to come', async () => {
    const early = (await ask(staff, addDays(today, -200))).data.gatheringFigures;
    expect(early).toMatchObject({ gatherings: 1, participants: 7 });
    expect((await ask(staff, undefined, 2025)).data.gatheringFigures).toMatchObject({ gatherings: 0, participants: 0, byCountry: [] });
    expect((await ask(member)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await ask({})).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await ask(staff, addDays(today, 1))).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await ask(staff, undefined, 26)).errors).toMatchObject([{ message: expect.stringContaining('four digits') }]);
  });
});

describe('what cannot be understood', () => {
  test.each([
    ['a page of a million', 'gatherings(first: 1000000)', 'BAD_USER_INPUT', '1 to 100'],
    ['a cursor of another list', 'signUps(first: 1, after: "WyJmaWd1cmVzIl0")', 'BAD_USER_INPUT', 'cursor'],
    ['a branch that does not exist', 'gatherings(first: 1, branch: "atlantide")', 'NOT_FOUND', 'no such branch'],
    ['a theme that does not exist', 'gatherings(first: 1, theme: "astrology")', 'NOT_FOUND', 'expertiseThemes'],
    ['the country UK', 'gatherings(first: 1, country: "UK")', 'BAD_USER_INPUT', 'GB'],
    ['an id of another type', `signUps(first: 1, gatheringId: "${branchId('tarn')}")`, 'BAD_USER_INPUT', 'a gathering is expected'],
    [
      'a gathering that does not exist',
      `signUps(first: 1, gatheringId: "${encodeId('gathering', newId())}")`,
      'NOT_FOUND',
      'no such gathering',
    ],
  ])('is told in a sentence: %s', async (_, field, code, words) => {
    const { errors } = await network.graph.ask(`{ ${field} { edges { cursor } } }`, { as: staff });
    expect(errors).toMatchObject([{ extensions: { code }, message: expect.stringContaining(words) }]);
  });

  test.each([
    ['a branch that does not exist', { branch: 'atlantide' }, 'no such branch'],
    ['a title that runs backwards', { title: 'A\u202eB' }, 'control characters'],
    ['30 February', { beginsOn: '2027-02-30' }, 'must exist'],
    ['a country in small letters', { country: 'ma' }, 'MA'],
  ])('is told in a sentence: %s', async (_, wrong, words) => {
    const { errors } = await act(staff, 'planGathering', { ...mission, ...wrong });
    expect(errors[0]?.message).toContain(words);
  });

  test('the sign-up of nobody knows where', async () => {
    const input = { gatheringId: encodeId('gathering', newId()), personId: leaderOf('cantepau-aerostructures') };
    expect((await act(member, 'signUpForGathering', input)).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' }, message: expect.stringContaining('no such gathering') },
    ]);
    const nobody = { ...input, companyId: encodeId('company', newId()) };
    expect((await act(staff, 'signUpForGathering', nobody)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await act(staff, 'signUpForGathering', input)).errors).toMatchObject([{ message: expect.stringContaining('companyId') }]);
  });
});

describe('lists', () => {
  test('cost the same statements for one item as for many', async () => {
    const whole = 'title status waiting theme { name } branch { code }';
    for (const text of [
      `query ($first: Int!) { gatherings(first: $first, from: "2026-01-01") { edges { node { ${whole} } } } }`,
      `query ($first: Int!) { signUps(first: $first) { edges { node { status gathering { ${whole} } company { legalName } person { name } } } } }`,
    ]) {
      const cost = async (first: number) => {
        const sent = await network.statements.during(async () => {
          expect((await network.graph.ask(text, { as: staff, variables: { first } })).errors).toEqual([]);
        });
        return sent.length;
      };
      expect(await cost(50)).toBe(await cost(1));
    }
  });

  test('are read in pages to their end', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await network.graph.ask(
        'query ($after: String) { signUps(first: 7, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { as: staff, variables: { after } },
      );
      const { edges, pageInfo } = data.signUps;
      seen.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    const [all] = await network.database.query<{ count: number }>('SELECT count(*)::int AS count FROM gathering_sign_up');
    expect(seen.length).toBe(all?.count);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
