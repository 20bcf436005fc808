import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import type { Gathering } from './gathering.ts';
import { type Guest, recordAttendance, type SignUp, signUp, signUpStatus, withdraw } from './sign-up.ts';

const today = '2026-11-23' as LocalDate;
const day = (days: number) => addDays(today, days);
const open: Gathering = {
  ...{ kind: 'MISSION', branchId: 'tarn', country: 'MA', theme: 'export', policyTag: null, audience: 'ACTIVE_MEMBERS' },
  ...{ beginsOn: day(30), endsOn: day(33), openedOn: day(-5), signUpUntil: day(0), cancelledOn: null },
  ...{ places: 2, placesTaken: 1, lastRank: 4 },
};
const guest: Guest = { status: 'ACTIVE', homeBranchId: 'ales', isOfTheCompany: true, isSignedUp: false };
const reasonOf = (decision: { accepted: boolean; reason?: string }) => decision.reason ?? 'ACCEPTED';

describe('a company signs somebody up', () => {
  test('the last place is taken, and the next one waits behind', () => {
    expect(signUp(open, guest, today)).toMatchObject({ facts: { rank: 5, placedOn: today } });
    expect(signUp({ ...open, placesTaken: 2, lastRank: 5 }, guest, today)).toMatchObject({ facts: { rank: 6, placedOn: null } });
  });

  test.each([
    ['before companies can', { openedOn: null, signUpUntil: null }, {}, 'SIGN_UP_NOT_OPEN'],
    ['the day after the last one', { signUpUntil: day(-1) }, {}, 'SIGN_UP_OVER'],
    ['for what was cancelled', { cancelledOn: today }, {}, 'GATHERING_CANCELLED'],
    ['while its dues are late', {}, { status: 'GRACE' }, 'MEMBERS_ONLY'],
    ['of another branch', { audience: 'BRANCH_MEMBERS' }, {}, 'OTHER_BRANCH_INVITES'],
    ['of the branch that invites', { audience: 'BRANCH_MEMBERS' }, { homeBranchId: 'tarn' }, 'ACCEPTED'],
    ['that was never a member, where all may come', { audience: 'ALL_COMPANIES' }, { status: 'PROSPECT' }, 'ACCEPTED'],
    ['that was excluded, where all may come', { audience: 'ALL_COMPANIES' }, { status: 'EXCLUDED' }, 'EXCLUDED'],
    ['with a person of another company', {}, { isOfTheCompany: false }, 'PERSON_OF_NO_SUCH_COMPANY'],
    ['with the same person again', {}, { isSignedUp: true }, 'SIGNED_UP_ALREADY'],
  ] as const)('%s', (_, gathering, who, expected) => {
    expect(reasonOf(signUp({ ...open, ...gathering }, { ...guest, ...who }, today))).toBe(expected);
  });
});

describe('a company withdraws', () => {
  const placed: SignUp = { rank: 1, signedUpOn: day(-3), placedOn: day(-3), withdrawnOn: null };

  test('its place goes to whoever waits longest; one that waits gives nobody a place', () => {
    expect(withdraw(open, placed, 'next', today)).toMatchObject({ facts: { withdrawnOn: today, movesUp: 'next' } });
    expect(withdraw(open, { ...placed, placedOn: null }, 'next', today)).toMatchObject({ facts: { movesUp: undefined } });
  });

  test.each([
    ['once', {}, { withdrawnOn: today }, 'WITHDRAWN_ALREADY'],
    ['from nothing that was cancelled', { cancelledOn: today }, {}, 'GATHERING_CANCELLED'],
    ['the day before', { beginsOn: day(1) }, {}, 'ACCEPTED'],
    ['not on the first day', { beginsOn: today }, {}, 'GATHERING_BEGUN'],
  ])('%s', (_, gathering, signedUp, expected) => {
    expect(reasonOf(withdraw({ ...open, ...gathering }, { ...placed, ...signedUp }, undefined, today))).toBe(expected);
  });
});

describe('who came is written down', () => {
  const begun = { ...open, beginsOn: today };
  const placed = [
    { id: 'a', came: null },
    { id: 'b', came: null },
  ];

  test('those who came did, the others that held a place did not', () => {
    expect(recordAttendance(begun, placed, ['b'], today)).toEqual({
      accepted: true,
      facts: [
        { id: 'a', came: false },
        { id: 'b', came: true },
      ],
    });
  });

  test('written down again, only what is new is added', () => {
    const known = [
      { id: 'a', came: false },
      { id: 'b', came: true },
    ];
    expect(recordAttendance(begun, known, ['a', 'b'], today)).toMatchObject({ facts: [{ id: 'a', came: true }] });
  });

  test.each([
    ['not the day before', { beginsOn: day(1) }, ['a'], 'NOT_BEGUN'],
    ['of nobody without a place', {}, ['c'], 'WITHOUT_A_PLACE'],
    ['of nothing that was cancelled', { cancelledOn: today }, [], 'GATHERING_CANCELLED'],
  ])('%s', (_, gathering, came, expected) => {
    expect(reasonOf(recordAttendance({ ...begun, ...gathering }, placed, came, today))).toBe(expected);
  });
});

test('whoever comes and goes: never one too many, nobody waits beside a free place, and first come is first served', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.option(fc.nat(20)), { maxLength: 40 }), (places, steps) => {
      let gathering = { ...open, places, placesTaken: 0, lastRank: 0 };
      let all: SignUp[] = [];
      for (const step of steps) {
        if (step === null) {
          const decision = signUp(gathering, guest, today);
          if (!decision.accepted) throw new Error(decision.reason);
          all.push(decision.facts);
          gathering = { ...gathering, lastRank: decision.facts.rank };
        } else {
          const leaving = all[step % Math.max(1, all.length)];
          const waiting = all.find((one) => signUpStatus(one) === 'WAITING');
          const decision = leaving && withdraw(gathering, leaving, waiting, today);
          if (!decision?.accepted) continue;
          const { withdrawnOn, movesUp } = decision.facts;
          all = all.map((one) => (one === leaving ? { ...one, withdrawnOn } : one === movesUp ? { ...one, placedOn: today } : one));
        }
        const status = (wanted: string) => all.filter((one) => signUpStatus(one) === wanted);
        gathering = { ...gathering, placesTaken: status('PLACE').length };
        expect(gathering.placesTaken).toBeLessThanOrEqual(places);
        if (status('WAITING').length > 0) expect(gathering.placesTaken).toBe(places);
        const lastPlaced = Math.max(0, ...status('PLACE').map(({ rank }) => rank));
        expect(status('WAITING').every(({ rank }) => rank > lastPlaced)).toBe(true);
      }
    }),
  );
});
