import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { cancel, changePlaces, type Gathering, openSignUp, type Plan, plan, statusOn } from './gathering.ts';

const today = '2026-11-23' as LocalDate;
const day = (days: number) => addDays(today, days);
const theme = { code: 'export', objective: 'GROWTH' as const, validFrom: '2009-11-23' as LocalDate, validTo: null };
const tarn = { isOpen: true, country: 'FR' };
const mission: Plan = {
  ...{ kind: 'MISSION', country: 'MA', title: 'Tanger', beginsOn: day(30), endsOn: day(33) },
  ...{ audience: 'ACTIVE_MEMBERS', places: 12 },
};
const planned: Gathering = {
  ...{ ...mission, branchId: 'tarn', theme: 'export', policyTag: null, placesTaken: 0, lastRank: 0 },
  ...{ openedOn: null, signUpUntil: null, cancelledOn: null },
};
const reasonOf = (decision: { accepted: boolean; reason?: string }) => decision.reason ?? 'ACCEPTED';

describe('a branch plans', () => {
  test.each([
    ['a mission', {}, 'ACCEPTED'],
    ['a mission to its own country', { country: 'FR' }, 'MISSION_NOT_ABROAD'],
    ['a meeting at home', { kind: 'MEETING', country: 'FR' }, 'ACCEPTED'],
    ['a meeting abroad', { kind: 'MEETING' }, 'MEETING_ABROAD'],
    ['something without a name', { title: ' ' }, 'TITLE_MISSING'],
    ['for today', { beginsOn: today, endsOn: today }, 'ACCEPTED'],
    ['for yesterday', { beginsOn: day(-1) }, 'BEGINS_IN_THE_PAST'],
    ['in 24 months', { beginsOn: addMonths(today, 24), endsOn: addMonths(today, 24) }, 'ACCEPTED'],
    ['a day later', { beginsOn: addDays(addMonths(today, 24), 1), endsOn: addDays(addMonths(today, 24), 1) }, 'BEGINS_TOO_LATE'],
    ['an end before the beginning', { endsOn: day(29) }, 'ENDS_BEFORE_IT_BEGINS'],
    ['31 days', { endsOn: day(60) }, 'ACCEPTED'],
    ['32 days', { endsOn: day(61) }, 'LASTS_TOO_LONG'],
    ['for one', { places: 1 }, 'ACCEPTED'],
    ['for nobody', { places: 0 }, 'PLACES_IMPOSSIBLE'],
    ['for 2,000', { places: 2000 }, 'ACCEPTED'],
    ['for 2,001', { places: 2001 }, 'PLACES_IMPOSSIBLE'],
  ] as const)('%s', (_, wanted, expected) => {
    expect(reasonOf(plan({ ...mission, ...wanted }, tarn, theme, today))).toBe(expected);
  });

  test('once it is open, on a theme in use', () => {
    expect(reasonOf(plan(mission, { ...tarn, isOpen: false }, theme, today))).toBe('BRANCH_NOT_OPEN');
    expect(reasonOf(plan(mission, tarn, undefined, today))).toBe('THEME_NOT_IN_USE');
    expect(reasonOf(plan(mission, tarn, { ...theme, validTo: day(-1) }, today))).toBe('THEME_NOT_IN_USE');
  });

  test('a hub does the same from its own country: its mission may come to France', () => {
    expect(reasonOf(plan({ ...mission, country: 'FR' }, { isOpen: true, country: 'MA' }, theme, today))).toBe('ACCEPTED');
  });
});

describe('companies may sign up', () => {
  test.each([
    ['until the first day', {}, 30, 'ACCEPTED'],
    ['not until the day after', {}, 31, 'SIGN_UP_UNTIL_IMPOSSIBLE'],
    ['until today at the earliest', {}, 0, 'ACCEPTED'],
    ['not until yesterday', {}, -1, 'SIGN_UP_UNTIL_IMPOSSIBLE'],
    ['once', { openedOn: today }, 30, 'OPENED_ALREADY'],
    ['for nothing that was cancelled', { cancelledOn: today }, 30, 'GATHERING_CANCELLED'],
    ['for nothing that has begun', { beginsOn: day(-1) }, 0, 'GATHERING_BEGUN'],
  ] as const)('%s', (_, change, until, expected) => {
    expect(reasonOf(openSignUp({ ...planned, ...change }, day(until), today))).toBe(expected);
  });
});

describe('the room is another one', () => {
  const full = { ...planned, places: 2, placesTaken: 2 };
  const waiting = ['first', 'second', 'third'];

  test('a larger one takes in those who wait longest, as many as fit', () => {
    expect(changePlaces(full, 4, waiting, today)).toEqual({ accepted: true, facts: { places: 4, moveUp: ['first', 'second'] } });
    expect(changePlaces(full, 9, waiting, today)).toMatchObject({ facts: { moveUp: waiting } });
  });

  test.each([
    ['a smaller one is fine while everybody has a place', { placesTaken: 1 }, 1, 'ACCEPTED'],
    ['nobody loses a place', {}, 1, 'PLACES_TAKEN'],
    ['the same is no change', {}, 2, 'PLACES_UNCHANGED'],
    ['none is no room', {}, 0, 'PLACES_IMPOSSIBLE'],
    ['too late once it has begun', { beginsOn: today }, 4, 'GATHERING_BEGUN'],
    ['for nothing that was cancelled', { cancelledOn: today }, 4, 'GATHERING_CANCELLED'],
  ] as const)('%s', (_, change, places, expected) => {
    expect(reasonOf(changePlaces({ ...full, ...change }, places, [], today))).toBe(expected);
  });
});

describe('a gathering is cancelled', () => {
  test('with a reason, once, until it is over', () => {
    expect(cancel(planned, 'Visas', today, today)).toEqual({ accepted: true, facts: { cancelledOn: today } });
    expect(reasonOf(cancel(planned, '  ', today, today))).toBe('REASON_MISSING');
    expect(reasonOf(cancel({ ...planned, cancelledOn: today }, 'Visas', today, today))).toBe('GATHERING_CANCELLED');
    expect(reasonOf(cancel({ ...planned, beginsOn: day(-3), endsOn: today }, 'Visas', today, today))).toBe('ACCEPTED');
    expect(reasonOf(cancel({ ...planned, beginsOn: day(-3), endsOn: day(-1) }, 'Visas', today, today))).toBe('GATHERING_OVER');
  });
});

test('where it stands follows from its days', () => {
  const opened = { ...planned, openedOn: day(1), signUpUntil: day(20) };
  expect(statusOn(planned, day(20))).toBe('PLANNED');
  expect([1, 20, 21, 30, 33, 34].map((days) => statusOn(opened, day(days)))).toEqual([
    'OPEN',
    'OPEN',
    'CLOSED',
    'CLOSED',
    'CLOSED',
    'OVER',
  ]);
  expect(statusOn(planned, day(34))).toBe('OVER');
  expect([5, 40].map((days) => statusOn({ ...opened, cancelledOn: day(5) }, day(days)))).toEqual(['CANCELLED', 'CANCELLED']);
});
