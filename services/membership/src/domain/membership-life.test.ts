import { expect, test } from '@jest/globals';
import { addDays, type LocalDate, yearOf } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { activate, apply, type ChosenBranch, decide, withdraw } from './admission.ts';
import { exclude, reinstate, renew, resign, suspend, transfer } from './membership-changes.ts';
import { type LifeDecision, MembershipFile } from './membership-file.ts';
import { MembershipRecord, membershipStatuses } from './membership-record.ts';

const graceRules = [{ validFrom: '2009-01-01' as LocalDate, days: 90 }];
const waitRules = [{ validFrom: '2009-01-01' as LocalDate, months: 2 }];
/** Whoever wants to go on has paid. */
const settledYears = new Map(Array.from({ length: 20 }, (_, index) => [2020 + index, 'PAID'] as const));
const firstDay = '2025-06-01' as LocalDate;
const newcomer = new MembershipFile({ periods: [], applications: [], graceRules, waitRules, settledYears });
const tarn = { id: 'tarn', code: 'tarn', isOpen: true };
const toulouse = { id: 'toulouse', code: 'toulouse', isOpen: true };

type Step = (file: MembershipFile, today: LocalDate, id: string) => LifeDecision<string>;

const pays: Step = (file, today, id) => activate(file, 'PAID', today, id);
const approves: Step = (file, today) => decide(file, { outcome: 'APPROVED', ground: null, explanation: null }, today);
const rejects: Step = (file, today) => decide(file, { outcome: 'REJECTED', ground: 'FILE_INCOMPLETE', explanation: null }, today);
const withdraws: Step = (file, today) => withdraw(file, 'x', today);
const isSuspended: Step = (file, today) => suspend(file, 'x', today);
const isReinstated: Step = (file, today) => reinstate(file, 'x', today);
const isExcluded: Step = (file, today) =>
  exclude(file, { motive: 'x', heardOn: today, votesFor: 2, votesAgainst: 1, abstentions: 0 }, today);
const renewsThisYear: Step = (file, today, id) => renew(file, yearOf(today), 'PAID', today, id);
const renewsNextYear: Step = (file, today, id) => renew(file, yearOf(today) + 1, 'PAID', today, id);
const applies =
  (branch: ChosenBranch): Step =>
  (file, today, id) =>
    apply(file, { hasValidRegistration: true, hasLeader: true, consents: true }, branch, today, id);
const moves =
  (branch: ChosenBranch): Step =>
  (file, today, id) =>
    transfer(file, branch, today, id);
const resigns =
  (ahead: number): Step =>
  (file, today) =>
    resign(file, addDays(today, ahead), today);

/** What people do to a membership, possible or not, in any order, on the same day or months apart. */
const steps = fc.array(
  fc.record({
    days: fc.constantFrom(0, 0, 1, 30, 60, 95, 130),
    step: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(pays, approves, applies(tarn), renewsThisYear, renewsThisYear, renewsNextYear) },
      { weight: 3, arbitrary: fc.constantFrom(moves(tarn), moves(toulouse), isSuspended, isReinstated) },
      { weight: 1, arbitrary: fc.constantFrom(rejects, withdraws, isExcluded, resigns(0), resigns(1), resigns(90)) },
    ),
  }),
  { minLength: 5, maxLength: 30 },
);

/** Most of what can happen happens to members. */
const joined = [
  { days: 0, step: applies(tarn) },
  { days: 7, step: approves },
  { days: 7, step: pays },
];
const lives = fc.tuple(fc.boolean(), steps).map(([joins, life]) => (joins ? [...joined, ...life] : life));

/** What could be asked about every day of the past. */
function past(file: MembershipFile, today: LocalDate): string[] {
  const record = new MembershipRecord(file.periods, graceRules);
  const days: string[] = [];
  for (let day = firstDay; day < today; day = addDays(day, 1))
    days.push(`${day} ${record.statusOn(day)} ${record.homeBranchOn(day)} ${record.memberSince(day)}`);
  return days;
}

test('whatever is done to a membership, in any order: no day of the past reads otherwise, and no two periods share a day', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(lives, (life) => {
      let file = newcomer;
      let today = firstDay;
      life.forEach(({ days, step }, index) => {
        today = addDays(today, days);
        const decision = step(file, today, `${index}`);
        reached.add(file.statusOn(today));
        if (!decision.accepted) return;
        const before = past(file, today);
        file = file.with(decision.entries);
        expect(past(file, today)).toEqual(before);
        const periods = file.periods.toSorted((left, right) => (left.beganOn < right.beganOn ? -1 : 1));
        periods.forEach(({ beganOn, endedOn }, place) => {
          if (endedOn) expect(endedOn >= beganOn).toBe(true);
          const next = periods[place + 1];
          if (next) expect(endedOn !== null && endedOn < next.beganOn).toBe(true);
        });
        // Whoever is a member, or may yet become one by an open application, is not both.
        expect(file.membershipOn(today) && file.openApplication).toBeUndefined();
      });
    }),
    { numRuns: 300 },
  );
  expect([...reached].sort()).toEqual([...membershipStatuses].sort());
});
