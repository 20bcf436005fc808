import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestViewer } from '@leader/subgraph-kit/testing/test-subgraph';
import { encodeId, idFromName, newId, parseId } from '@leader/subgraph-kit/values/ids';
import { addDays } from '@leader/subgraph-kit/values/local-date';
import { speakerOf } from './fixtures/changes.ts';
import { gatheringChanges, leaderOf, mission, seeded } from './fixtures/gatherings.ts';
import { change, newcomer, newMember } from './fixtures/life.ts';
import { leadOfTarn } from './fixtures/lists.ts';
import { albi, companyId, member, type RunningMembership, runningMembership, staff, today } from './membership.ts';

let network: RunningMembership;
let { act, planned, opened, signsUp, begun } = {} as ReturnType<typeof gatheringChanges>;
beforeAll(async () => {
  network = await runningMembership();
  ({ act, planned, opened, signsUp, begun } = gatheringChanges(network));
});
afterAll(() => network.stop());

describe('the Tarn goes to Morocco', () => {
  test('plans, lets members sign up, gives a free place to whoever waits, and writes down who came', async () => {
    const plan = await act(leadOfTarn, 'planGathering', { ...mission, beginsOn: today, endsOn: today });
    expect(plan.done.gathering).toMatchObject({ version: 1, status: 'PLANNED', placesFree: 2, waiting: 0, branch: { code: 'tarn' } });
    const gatheringId = plan.done.gathering.id;
    expect((await signsUp('cantepau-aerostructures', gatheringId)).done.reason).toBe('SIGN_UP_NOT_OPEN');
    const open = await act(leadOfTarn, 'openGatheringSignUp', { gatheringId, expectedVersion: 1, signUpUntil: today });
    expect(open.done.gathering).toMatchObject({ version: 2, status: 'OPEN', signUpUntil: today });

    const first = await act(member, 'signUpForGathering', { gatheringId, personId: leaderOf('cantepau-aerostructures') });
    expect(first.done.signUp).toMatchObject({ status: 'PLACE', rank: 1, company: { id: albi }, person: { name: 'Hélène Marsal' } });
    expect((await signsUp('lez-capteurs', gatheringId)).done.signUp).toMatchObject({ status: 'PLACE', rank: 2 });
    const third = await signsUp('dadou-data', gatheringId, leadOfTarn);
    expect(third.done.signUp).toMatchObject({ status: 'WAITING', rank: 3, gathering: { placesFree: 0, waiting: 1 } });

    const came = [first.done.signUp.id];
    expect((await act(leadOfTarn, 'recordGatheringAttendance', { gatheringId, came })).errors).toEqual([]);
    expect((await act(leadOfTarn, 'recordGatheringAttendance', { gatheringId, came: [third.done.signUp.id] })).done.reason).toBe(
      'WITHOUT_A_PLACE',
    );
    const { data } = await network.graph.ask(
      'query ($id: ID) { signUps(first: 10, gatheringId: $id) { edges { node { rank status came company { id } } } } }',
      { as: leadOfTarn, variables: { id: gatheringId } },
    );
    expect(data.signUps.edges.map(({ node }: { node: { rank: number; came: boolean } }) => [node.rank, node.came])).toEqual([
      [1, true],
      [2, false],
      [3, null],
    ]);
  });

  test('the place of who withdraws goes to who came first of those that wait, and the history tells both', async () => {
    const gatheringId = await opened();
    const ids: string[] = [];
    for (const key of ['cantepau-aerostructures', 'lez-capteurs', 'dadou-data', 'agout-data'])
      ids.push((await signsUp(key, gatheringId)).done.signUp.id);
    const left = await act(member, 'withdrawSignUp', { signUpId: ids[0] });
    expect(left.done.signUp).toMatchObject({ status: 'WITHDRAWN', gathering: { placesFree: 0, waiting: 1 } });
    const history = await network.database.query(
      `SELECT action, from_state, to_state FROM history WHERE object_id = ANY ($1::uuid[]) AND action = 'withdrawSignUp' ORDER BY sequence`,
      [[ids[0], ids[2]].map((id) => parseId('signup', id as string))],
    );
    expect(history).toEqual([
      { action: 'withdrawSignUp', from_state: 'PLACE', to_state: 'WITHDRAWN' },
      { action: 'withdrawSignUp', from_state: 'WAITING', to_state: 'PLACE' },
    ]);
    const own = await movedUp(speakerOf('dadou-data'), { gatheringId });
    expect(own).toEqual([{ rank: 3, status: 'PLACE', movedUpOn: today, company: { id: companyId('dadou-data') } }]);
    expect(await movedUp(leadOfTarn, { gatheringId, since: today })).toEqual(own);
    expect(await movedUp(leadOfTarn, { gatheringId, since: addDays(today, 1) })).toEqual([]);
    expect((await movedUp(leadOfTarn, { gatheringId })).map(({ movedUpOn }) => movedUpOn)).toEqual([null, null, today, null]);
    // Whoever comes back stands behind everybody else.
    expect(
      (await act(member, 'signUpForGathering', { gatheringId, personId: leaderOf('cantepau-aerostructures') })).done.signUp,
    ).toMatchObject({
      status: 'WAITING',
      rank: 5,
    });
    expect((await act(member, 'withdrawSignUp', { signUpId: ids[0] })).done.reason).toBe('WITHDRAWN_ALREADY');
  });

  test('finds a larger room, and those who wait longest get in; nobody loses a place', async () => {
    const gatheringId = await opened();
    const keys = ['cantepau-aerostructures', 'lez-capteurs', 'dadou-data', 'agout-data', 'thore-tissages'];
    for (const key of keys) await signsUp(key, gatheringId);
    const resize = (places: number, expectedVersion = 2) =>
      act(leadOfTarn, 'changeGatheringPlaces', { gatheringId, expectedVersion, places });
    expect((await resize(1)).done.reason).toBe('PLACES_TAKEN');
    expect((await resize(2)).done.reason).toBe('PLACES_UNCHANGED');
    expect((await resize(0)).done.reason).toBe('PLACES_IMPOSSIBLE');
    expect((await resize(4, 1)).errors).toMatchObject([
      { extensions: { code: 'CONFLICT' }, message: expect.stringContaining('version is 2') },
    ]);
    expect((await resize(4)).done.gathering).toMatchObject({ version: 3, placesFree: 0, waiting: 1 });
    const stand = await network.database.query(
      'SELECT rank, placed_on IS NOT NULL AS placed FROM gathering_sign_up WHERE gathering_id = $1 ORDER BY rank',
      [parseId('gathering', gatheringId)],
    );
    expect(stand).toEqual([1, 2, 3, 4, 5].map((rank) => ({ rank, placed: rank < 5 })));
    expect((await movedUp(staff, { gatheringId, since: today })).map(({ rank }) => rank)).toEqual([3, 4]);
    const moved = await network.database.query(`SELECT to_state FROM history WHERE action = 'changeGatheringPlaces' ORDER BY sequence`);
    expect(moved).toEqual([{ to_state: '4' }, { to_state: 'PLACE' }, { to_state: 'PLACE' }]);
  });

  test('or does not go, and says why', async () => {
    const gatheringId = await opened();
    const signUpId = (await signsUp('cantepau-aerostructures', gatheringId)).done.signUp.id;
    const cancelled = await act(leadOfTarn, 'cancelGathering', { gatheringId, expectedVersion: 2, reason: 'Les visas ne viennent pas.' });
    expect(cancelled.done.gathering).toMatchObject({ status: 'CANCELLED', version: 3, cancelReason: 'Les visas ne viennent pas.' });
    expect((await act(member, 'withdrawSignUp', { signUpId })).done.reason).toBe('GATHERING_CANCELLED');
    expect((await signsUp('dadou-data', gatheringId)).done.reason).toBe('GATHERING_CANCELLED');
    expect((await act(staff, 'openGatheringSignUp', { gatheringId, expectedVersion: 3, signUpUntil: today })).done.reason).toBe(
      'GATHERING_CANCELLED',
    );
  });

  test('and whoever decides on an older version hears of the new one', async () => {
    const gatheringId = await opened();
    const { errors } = await act(staff, 'cancelGathering', { gatheringId, expectedVersion: 1, reason: 'x' });
    expect(errors).toMatchObject([{ extensions: { code: 'CONFLICT' }, message: expect.stringContaining('version is 2') }]);
  });
});

describe('a hub abroad invites like every branch', () => {
  test('its mission comes to France, and its meetings are at home', async () => {
    const visit = { ...mission, branch: 'maroc', country: 'FR', audience: 'BRANCH_MEMBERS' };
    const gatheringId = await opened(visit);
    expect((await signsUp('chaouia-cablage', gatheringId)).done.signUp.status).toBe('PLACE');
    expect((await signsUp('dadou-data', gatheringId)).done.reason).toBe('OTHER_BRANCH_INVITES');
    expect((await act(staff, 'planGathering', { ...visit, country: 'MA' })).done.reason).toBe('MISSION_NOT_ABROAD');
  });
});

describe('the day it is at the branch that invites', () => {
  test('counts: in Auckland tomorrow has begun, with what is asked of it', async () => {
    await network.database.query(
      `INSERT INTO branch (id, code, kind, name_fr, name_en, country, town, planned_on, opened_on, currency, time_zone, languages)
       VALUES ($1, 'pacifique', 'HUB', 'Leader Pacifique', 'Leader Pacific', 'NZ', 'Auckland', '2026-01-01', '2026-09-01', 'NZD', 'Pacific/Auckland', '{en}')`,
      [newId()],
    );
    const tomorrow = addDays(today, 1);
    const there = { kind: 'MEETING', branch: 'pacifique', country: 'NZ', endsOn: tomorrow };
    expect((await act(staff, 'planGathering', { ...mission, ...there, beginsOn: today })).done.reason).toBe('BEGINS_IN_THE_PAST');
    const gatheringId = await planned({ ...there, beginsOn: tomorrow });
    const late = await act(staff, 'openGatheringSignUp', { gatheringId, expectedVersion: 1, signUpUntil: today });
    expect(late.done.reason).toBe('SIGN_UP_UNTIL_IMPOSSIBLE');
    const open = await act(staff, 'openGatheringSignUp', { gatheringId, expectedVersion: 1, signUpUntil: tomorrow });
    expect(open.done.gathering).toMatchObject({ status: 'OPEN', signUpUntil: tomorrow });
    const signUpId = (await signsUp('dadou-data', gatheringId)).done.signUp.id;
    expect((await act(staff, 'withdrawSignUp', { signUpId })).done.reason).toBe('GATHERING_BEGUN');
    expect((await act(staff, 'recordGatheringAttendance', { gatheringId, came: [signUpId] })).errors).toEqual([]);
    expect((await act(staff, 'cancelGathering', { gatheringId, expectedVersion: 2, reason: 'x' })).done.gathering.status).toBe('CANCELLED');
  });
});

describe('who may come', () => {
  test('active members, with one of their own people', async () => {
    const gatheringId = await opened();
    const [late, stranger] = [await newMember(network), await newcomer(network)];
    await change(network, 'suspendMembership', { companyId: late, expectedVersion: 3, motive: 'x' });
    for (const company of [late, stranger]) {
      const [person] = await network.database.query<{ id: string }>('SELECT id FROM person WHERE company_id = $1', [
        parseId('company', company),
      ]);
      const input = { companyId: company, personId: encodeId('person', person?.id as string) };
      expect((await act(staff, 'signUpForGathering', { gatheringId, ...input })).done.reason).toBe('MEMBERS_ONLY');
      const all = await opened({ audience: 'ALL_COMPANIES' });
      expect((await act(staff, 'signUpForGathering', { gatheringId: all, ...input })).done.signUp.status).toBe('PLACE');
    }
    const other = { gatheringId, companyId: albi, personId: leaderOf('dadou-data') };
    expect((await act(member, 'signUpForGathering', other)).done.reason).toBe('PERSON_OF_NO_SUCH_COMPANY');
    const nobody = { ...other, personId: encodeId('person', newId()) };
    expect((await act(member, 'signUpForGathering', nobody)).done.reason).toBe('PERSON_OF_NO_SUCH_COMPANY');
  });

  test('once, and not after the last day', async () => {
    const gatheringId = await opened();
    await signsUp('dadou-data', gatheringId);
    expect((await signsUp('dadou-data', gatheringId)).done).toEqual({
      reason: 'SIGNED_UP_ALREADY',
      message: 'This person is signed up already.',
    });
    await network.database.query('UPDATE gathering SET planned_on = $2, opened_on = $2, sign_up_until = $2 WHERE id = $1', [
      parseId('gathering', gatheringId),
      addDays(today, -1),
    ]);
    expect((await signsUp('agout-data', gatheringId)).done.reason).toBe('SIGN_UP_OVER');
  });

  test('what has begun is kept: nobody withdraws, and who came can be corrected', async () => {
    const { gatheringId, ids } = await begun();
    expect((await act(staff, 'withdrawSignUp', { signUpId: ids[0] })).done.reason).toBe('GATHERING_BEGUN');
    const later = await planned();
    expect((await act(staff, 'recordGatheringAttendance', { gatheringId: later, came: [] })).done.reason).toBe('NOT_BEGUN');
    await act(staff, 'recordGatheringAttendance', { gatheringId, came: [ids[0]] });
    await act(staff, 'recordGatheringAttendance', { gatheringId, came: [ids[0], ids[1]] });
    const written = await network.database.query(
      'SELECT came FROM gathering_attendance WHERE sign_up_id = ANY ($1::uuid[]) ORDER BY sequence',
      [ids.map((id) => parseId('signup', id))],
    );
    expect(written).toEqual([{ came: true }, { came: false }, { came: true }]);
  });
});

/** Sign-ups with the day on which they got the place that they waited for, as somebody reads them. */
async function movedUp(as: TestViewer, { gatheringId, since }: { gatheringId: string; since?: string }) {
  const { data, errors } = await network.graph.ask(
    `query ($id: ID, $since: LocalDate) { signUps(first: 10, gatheringId: $id, movedUpSince: $since) {
       edges { node { rank status movedUpOn company { id } } } } }`,
    { as, variables: { id: gatheringId, since } },
  );
  expect(errors).toEqual([]);
  return data.signUps.edges.map(({ node }: { node: object }) => node) as { rank: number; movedUpOn: string | null }[];
}

describe('200 companies want the last places', () => {
  test('never one too many, nobody is lost, and who leaves makes room for who came first', async () => {
    const members = await network.database.query<{ companyId: string; personId: string }>(
      `SELECT DISTINCT ON (c.id) c.id AS "companyId", p.id AS "personId" FROM company AS c JOIN person AS p ON p.company_id = c.id
       JOIN membership AS m ON m.company_id = c.id AND m.ended_on IS NULL AND m.covered_until >= $1
       WHERE NOT EXISTS (SELECT 1 FROM membership_decision AS d WHERE d.membership_id = m.id) ORDER BY c.id LIMIT 200`,
      [today],
    );
    expect(members).toHaveLength(200);
    const gatheringId = await opened({ places: 10 });
    const answers = await Promise.all(
      members.map((one) =>
        act(staff, 'signUpForGathering', {
          ...{ gatheringId, companyId: encodeId('company', one.companyId), personId: encodeId('person', one.personId) },
        }),
      ),
    );
    expect(answers.filter(({ errors }) => errors.length > 0)).toEqual([]);
    expect(answers.filter(({ done }) => done.signUp.status === 'PLACE')).toHaveLength(10);
    const ranks = answers.map(({ done }) => done.signUp.rank as number).sort((left, right) => left - right);
    expect(ranks).toEqual(members.map((_, index) => index + 1));

    const leaving = answers.filter(({ done }) => done.signUp.rank % 3 === 0).slice(0, 40);
    const left = await Promise.all(leaving.map(({ done }) => act(staff, 'withdrawSignUp', { signUpId: done.signUp.id })));
    expect(left.map(({ done }) => done.signUp.status)).toEqual(leaving.map(() => 'WITHDRAWN'));
    const staying = await network.database.query<{ rank: number; placed: boolean }>(
      `SELECT rank, placed_on IS NOT NULL AS placed FROM gathering_sign_up WHERE gathering_id = $1 AND withdrawn_on IS NULL ORDER BY rank`,
      [parseId('gathering', gatheringId)],
    );
    expect(staying).toHaveLength(160);
    expect(staying.map(({ placed }) => placed)).toEqual(staying.map((_, index) => index < 10));
    const [counted] = await network.database.query('SELECT places_taken FROM gathering WHERE id = $1', [parseId('gathering', gatheringId)]);
    expect(counted).toEqual({ places_taken: 10 });
  });

  test('also while the room changes: places and people agree at the end', async () => {
    const keys = ['cantepau-aerostructures', 'lez-capteurs', 'dadou-data', 'agout-data', 'thore-tissages', 'larzac-data', 'touch-agro'];
    const gatheringId = await opened({ places: 1 });
    const joining = keys.map((key) => signsUp(key, gatheringId));
    await Promise.all([...joining, act(staff, 'changeGatheringPlaces', { gatheringId, expectedVersion: 2, places: 4 })]);
    const [stand] = await network.database.query(
      `SELECT g.places, g.places_taken, (SELECT string_agg(s.rank::text, ' ' ORDER BY s.rank) FROM gathering_sign_up AS s
         WHERE s.gathering_id = g.id AND s.placed_on IS NOT NULL) AS placed FROM gathering AS g WHERE g.id = $1`,
      [parseId('gathering', gatheringId)],
    );
    expect(stand).toEqual({ places: 4, places_taken: 4, placed: '1 2 3 4' });
  });

  test('the database refuses one too many, whoever writes there', async () => {
    const update = network.database.query('UPDATE gathering SET places_taken = places + 1 WHERE id = $1', [
      idFromName('gathering', 'tanger-logistique'),
    ]);
    await expect(update).rejects.toThrow('gathering_is_never_too_full');
  });

  test('the same key signs up once', async () => {
    const gatheringId = await opened();
    const input = { gatheringId, personId: leaderOf('dadou-data'), idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 10 }, () => act(speakerOf('dadou-data'), 'signUpForGathering', input)));
    expect(new Set(answers.map(({ done }) => done.signUp.id)).size).toBe(1);
    const other = await act(speakerOf('dadou-data'), 'signUpForGathering', { ...input, gatheringId: seeded('tanger-logistique') });
    expect(other.errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  });
});
