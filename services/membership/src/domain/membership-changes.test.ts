import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { exclude, reinstate, renew, resign, suspend, transfer } from './membership-changes.ts';
import { type FiledPeriod, type LifeDecision, MembershipFile, type Settlement } from './membership-file.ts';

const today = '2026-11-23' as LocalDate;
const day = (text: string) => text as LocalDate;
const toulouse = { id: 'branch-toulouse', code: 'toulouse', isOpen: true };

const paid = [5, 2026, 2027, 2028].map((year) => [year, 'PAID'] as const);

/** In the Tarn branch since 14 May 2018, dues settled for 2026. */
function memberWith(changes: Partial<FiledPeriod> = {}, settled: readonly (readonly [number, Settlement])[] = paid): MembershipFile {
  const period: FiledPeriod = {
    id: 'first',
    branchId: 'branch-tarn',
    branchCode: 'tarn',
    beganOn: day('2018-05-14'),
    endedOn: null,
    endReason: null,
    coveredUntil: day('2026-12-31'),
    decisions: [],
    ...changes,
  };
  return new MembershipFile({
    periods: [period],
    applications: [],
    graceRules: [{ validFrom: day('2009-01-01'), days: 90 }],
    waitRules: [],
    settledYears: new Map(settled),
  });
}
const suspendedOn = (takesEffectOn: LocalDate) => memberWith({ decisions: [{ kind: 'SUSPENDED', takesEffectOn }] });
const leaving = memberWith({ endedOn: addDays(today, 30), endReason: 'RESIGNED' });
const lapsed = memberWith({ coveredUntil: addDays(today, -91) });
const inGrace = memberWith({ coveredUntil: addDays(today, -30) }, [[2026, 'WAIVED']]);

function after(file: MembershipFile, decision: LifeDecision<string>): MembershipFile {
  if (!decision.accepted) throw new Error(decision.reason);
  return file.with(decision.entries);
}

describe('a suspension', () => {
  test('holds from today until the member is reinstated', () => {
    const suspended = after(memberWith(), suspend(memberWith(), 'Charter broken', today));
    expect([suspended.statusOn(addDays(today, -1)), suspended.statusOn(today)]).toEqual(['ACTIVE', 'SUSPENDED']);
    const back = after(suspended, reinstate(suspended, 'Mended', addDays(today, 5)));
    expect([back.statusOn(addDays(today, 4)), back.statusOn(addDays(today, 5))]).toEqual(['SUSPENDED', 'ACTIVE']);
  });

  test.each([
    ['NOT_A_MEMBER', 'of a lapsed member', lapsed, 'x'],
    ['ALREADY_SUSPENDED', 'of a suspended member', suspendedOn(addDays(today, -5)), 'x'],
    ['RULED_TODAY', 'on the day of a reinstatement', memberWith({ decisions: [{ kind: 'REINSTATED', takesEffectOn: today }] }), 'x'],
    ['MOTIVE_MISSING', 'without a motive', memberWith(), ' '],
  ])('is refused as %s: %s', (reason, _, file, motive) => {
    expect(suspend(file, motive, today)).toEqual({ accepted: false, reason });
  });

  test.each([
    ['NOT_SUSPENDED', 'who is not suspended', memberWith(), 'x'],
    ['NOT_SUSPENDED', 'who has lapsed', lapsed, 'x'],
    ['RULED_TODAY', 'on the day of the suspension', suspendedOn(today), 'x'],
    ['MOTIVE_MISSING', 'without a motive', suspendedOn(addDays(today, -5)), ''],
  ])('does not end: %s, for someone %s', (reason, _, file, motive) => {
    expect(reinstate(file, motive, today)).toEqual({ accepted: false, reason });
  });

  test('ends where the dues have left the member', () => {
    const late = memberWith({ coveredUntil: addDays(today, -30), decisions: [{ kind: 'SUSPENDED', takesEffectOn: addDays(today, -40) }] });
    expect(reinstate(late, 'Mended', today)).toMatchObject({ from: 'SUSPENDED', to: 'GRACE' });
  });
});

describe('a resignation', () => {
  test('leaves its last day a day of membership', () => {
    const decision = resign(memberWith(), today, today);
    expect(decision).toMatchObject({ from: 'ACTIVE', to: 'RESIGNED', effectiveOn: addDays(today, 1) });
    const left = after(memberWith(), decision);
    expect([left.statusOn(today), left.statusOn(addDays(today, 1))]).toEqual(['ACTIVE', 'RESIGNED']);
  });

  test.each([
    ['NOT_A_MEMBER', 'of a lapsed member', lapsed, today],
    ['LEAVING_ALREADY', 'of someone who is leaving', leaving, today],
    ['LAST_DAY_PASSED', 'that should have taken place yesterday', memberWith(), addDays(today, -1)],
    ['LAST_DAY_TOO_FAR', 'in more than a year', memberWith(), addDays(addMonths(today, 12), 1)],
  ])('is refused as %s: %s', (reason, _, file, lastDay) => {
    expect(resign(file, lastDay, today)).toEqual({ accepted: false, reason });
  });

  test('is open to a suspended member', () => {
    expect(resign(suspendedOn(addDays(today, -5)), today, today)).toMatchObject({ accepted: true, from: 'SUSPENDED' });
  });
});

describe('an exclusion', () => {
  const exclusion = { motive: 'False figures', heardOn: addDays(today, -7), votesFor: 6, votesAgainst: 2, abstentions: 1 };

  test('makes today the last day, even of someone who was leaving later', () => {
    for (const file of [memberWith(), leaving]) {
      const excluded = after(file, exclude(file, exclusion, today));
      expect([excluded.statusOn(today), excluded.statusOn(addDays(today, 1))]).toEqual(['ACTIVE', 'EXCLUDED']);
    }
  });

  test.each([
    ['MOTIVE_MISSING', 'without a motive', { motive: '' }],
    ['NOT_HEARD', 'of someone who was never heard', { heardOn: null }],
    ['NOT_HEARD', 'before the hearing', { heardOn: addDays(today, 1) }],
    ['NOT_HEARD', 'after a hearing before it was a member', { heardOn: day('2018-05-13') }],
    ['VOTE_NOT_CARRIED', 'with as many votes against as for', { votesAgainst: 6 }],
    ['VOTES_IMPOSSIBLE', 'with a negative number of votes', { votesAgainst: -1 }],
  ])('is refused as %s: %s', (reason, _, change) => {
    expect(exclude(memberWith(), { ...exclusion, ...change }, today)).toEqual({ accepted: false, reason });
  });

  test('needs a member', () => {
    expect(exclude(lapsed, exclusion, today)).toMatchObject({ reason: 'NOT_A_MEMBER' });
  });
});

describe('a renewal', () => {
  test('in time lets the membership go on to the end of the next year', () => {
    const renewed = after(memberWith(), renew(memberWith(), 2027, 'PAID', today, 'next'));
    expect(renewed.periods).toHaveLength(1);
    expect([renewed.statusOn(day('2027-12-31')), renewed.statusOn(day('2028-01-01'))]).toEqual(['ACTIVE', 'GRACE']);
  });

  test('out of time makes nobody active in days that were days of grace', () => {
    const renewed = after(inGrace, renew(inGrace, 2026, 'WAIVED', today, 'next'));
    expect([renewed.statusOn(addDays(today, -1)), renewed.statusOn(today)]).toEqual(['GRACE', 'ACTIVE']);
    expect(renewed.periods.map(({ endReason }) => endReason)).toEqual(['CONTINUED', null]);
  });

  test('out of time, on the day of a move, belongs to the period that began that day', () => {
    const moved = after(inGrace, transfer(inGrace, toulouse, today, 'moved'));
    const renewed = after(moved, renew(moved, 2026, 'WAIVED', today, 'next'));
    expect(renewed.periods.map(({ id }) => id)).toEqual(['first', 'moved']);
    expect([renewed.statusOn(addDays(today, -1)), renewed.statusOn(today)]).toEqual(['GRACE', 'ACTIVE']);
  });

  test.each([
    ['NOT_A_MEMBER', 'of a lapsed member', lapsed, 2026],
    ['LEAVING_ALREADY', 'of someone who is leaving', leaving, 2027],
    ['SUSPENDED', 'of a suspended member', suspendedOn(addDays(today, -5)), 2027],
    ['COVERED_ALREADY', 'of a year that is settled', memberWith(), 2026],
    ['COVERED_ALREADY', 'of a year before anybody counted', memberWith(), 5],
    ['YEAR_BEFORE_UNSETTLED', 'that leaves a year out', memberWith(), 2028],
    ['DUES_NOT_SETTLED', 'that was said to be paid, and was waived', memberWith({}, [[2027, 'WAIVED']]), 2027],
    ['DUES_NOT_SETTLED', 'that nobody paid', memberWith({}, []), 2027],
    ['YEAR_TOO_FAR', 'of the year after next', memberWith({ coveredUntil: day('2027-12-31') }), 2028],
  ])('is refused as %s: %s', (reason, _, file, year) => {
    expect(renew(file, year, 'PAID', today, 'next')).toEqual({ accepted: false, reason });
  });
});

describe('a transfer', () => {
  test('takes effect today, and the branch of yesterday stays what it was', () => {
    const moved = after(memberWith(), transfer(memberWith(), toulouse, today, 'next'));
    expect([moved.periodOn(addDays(today, -1))?.branchCode, moved.periodOn(today)?.branchCode]).toEqual(['tarn', 'toulouse']);
    expect(moved.periodOn(today)?.coveredUntil).toBe('2026-12-31');
  });

  test.each([
    ['NOT_A_MEMBER', 'of a lapsed member', lapsed, toulouse],
    ['LEAVING_ALREADY', 'of someone who is leaving', leaving, toulouse],
    ['SUSPENDED', 'of a suspended member', suspendedOn(addDays(today, -5)), toulouse],
    ['SAME_BRANCH', 'to where it is', memberWith(), { id: 'branch-tarn', code: 'tarn', isOpen: true }],
    ['BRANCH_NOT_OPEN', 'to a branch that is only planned', memberWith(), { ...toulouse, isOpen: false }],
    ['JOINED_TODAY', 'on the day it joined', memberWith({ beganOn: today }), toulouse],
  ])('is refused as %s: %s', (reason, _, file, branch) => {
    expect(transfer(file, branch, today, 'next')).toEqual({ accepted: false, reason });
  });
});
