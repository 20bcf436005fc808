import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { activate, apply, decide, withdraw } from './admission.ts';
import { type Application, type FiledPeriod, MembershipFile, rejectionGrounds, type Settlement } from './membership-file.ts';

const today = '2026-11-23' as LocalDate;
const day = (text: string) => text as LocalDate;
const tarn = { id: 'branch-tarn', code: 'tarn', isOpen: true };
const ready = { hasValidRegistration: true, hasLeader: true, consents: true };

interface Contents {
  readonly periods?: Partial<FiledPeriod>[];
  readonly applications?: Partial<Application>[];
  /** How the dues of 2026 were settled. */
  readonly settlement?: Settlement | null;
}

function fileWith({ periods = [], applications = [], settlement = 'PAID' }: Contents = {}) {
  return new MembershipFile({
    periods: periods.map((period) => ({
      id: 'first',
      branchId: tarn.id,
      branchCode: tarn.code,
      beganOn: day('2018-05-14'),
      endedOn: null,
      endReason: null,
      coveredUntil: day('2026-12-31'),
      decisions: [],
      ...period,
    })),
    applications: applications.map((application) => ({
      id: 'application',
      branchId: tarn.id,
      branchCode: tarn.code,
      appliedOn: day('2026-11-02'),
      outcome: null,
      withdrawnOn: null,
      membershipId: null,
      ...application,
    })),
    graceRules: [{ validFrom: day('2009-01-01'), days: 90 }],
    waitRules: [{ validFrom: day('2009-01-01'), months: 24 }],
    settledYears: new Map(settlement ? [[2026, settlement]] : []),
  });
}

describe('a company that applies', () => {
  test('and was never a member waits for the decision of the bureau', () => {
    const decision = apply(fileWith(), ready, tarn, today, 'new');
    expect(decision).toMatchObject({ accepted: true, from: 'PROSPECT', to: 'APPLIED', effectiveOn: today });
    const file = decision.accepted ? fileWith().with(decision.entries) : fileWith();
    expect(file.openApplication).toMatchObject({ id: 'new', branchCode: 'tarn', outcome: null });
  });

  test.each([
    ['REGISTRATION_MISSING', 'without a number of a register', { hasValidRegistration: false }],
    ['LEADER_NOT_NAMED', 'without a leader', { hasLeader: false }],
    ['CONSENT_MISSING', 'without its consent', { consents: false }],
  ])('is told %s when it comes %s', (reason, _, lacking) => {
    expect(apply(fileWith(), { ...ready, ...lacking }, tarn, today, 'new')).toEqual({ accepted: false, reason });
  });

  test('cannot join a branch that is not open', () => {
    expect(apply(fileWith(), ready, { ...tarn, isOpen: false }, today, 'new')).toMatchObject({ reason: 'BRANCH_NOT_OPEN' });
  });

  test.each([
    ['an active member', {}],
    ['a member in grace', { coveredUntil: addDays(today, -90) }],
    ['a suspended member', { decisions: [{ kind: 'SUSPENDED' as const, takesEffectOn: today }] }],
    ['a member on its last day', { endedOn: today, endReason: 'RESIGNED' as const }],
  ])('is refused as %s', (_, period) => {
    expect(apply(fileWith({ periods: [period] }), ready, tarn, today, 'new')).toMatchObject({ reason: 'ALREADY_A_MEMBER' });
  });

  test.each([
    ['is waiting', {}],
    ['was approved and has not led to a membership', { outcome: 'APPROVED' as const }],
  ])('is refused while another application %s', (_, application) => {
    expect(apply(fileWith({ applications: [application] }), ready, tarn, today, 'new')).toMatchObject({ reason: 'APPLICATION_OPEN' });
  });

  test.each([
    ['was rejected', { applications: [{ outcome: 'REJECTED' as const }] }],
    ['resigned', { periods: [{ endedOn: addDays(today, -1), endReason: 'RESIGNED' as const }] }],
    ['lapsed', { periods: [{ coveredUntil: addDays(today, -91) }] }],
  ])('may do so again after it %s', (_, contents) => {
    expect(apply(fileWith(contents), ready, tarn, today, 'new')).toMatchObject({ accepted: true });
  });

  test('after an exclusion waits two years from its last day, that day included', () => {
    const excluded = fileWith({ periods: [{ endedOn: day('2024-11-23'), endReason: 'EXCLUDED' }] });
    expect(apply(excluded, ready, tarn, today, 'new')).toMatchObject({ reason: 'EXCLUDED_TOO_RECENTLY' });
    expect(apply(excluded, ready, tarn, addDays(today, 1), 'new')).toMatchObject({ accepted: true, from: 'EXCLUDED' });
  });
});

describe('the bureau', () => {
  const waiting = fileWith({ applications: [{}] });
  const approval = { outcome: 'APPROVED', ground: null, explanation: null } as const;
  const rejection = { outcome: 'REJECTED', ground: 'OUTSIDE_TERRITORY', explanation: 'Your seat is in Nantes.' } as const;

  test('approves, or rejects on a ground that is kept', () => {
    expect(decide(waiting, approval, today)).toMatchObject({ accepted: true, from: 'APPLIED', to: 'APPROVED', why: null });
    expect(decide(waiting, rejection, today)).toMatchObject({ accepted: true, to: 'REJECTED', why: 'OUTSIDE_TERRITORY' });
  });

  test('cannot reject for the sector: the grounds there are leave it out', () => {
    expect(rejectionGrounds).toEqual(['OUTSIDE_TERRITORY', 'FILE_INCOMPLETE', 'CHARTER_NOT_SHARED', 'IN_LIQUIDATION', 'NOT_A_COMPANY']);
  });

  test('does not reject without a ground, nor approve on one', () => {
    expect(decide(waiting, { ...rejection, ground: null }, today)).toMatchObject({ reason: 'GROUND_MISSING' });
    expect(decide(waiting, { ...rejection, outcome: 'APPROVED' }, today)).toMatchObject({ reason: 'GROUND_WITHOUT_REJECTION' });
  });

  test('decides once', () => {
    for (const outcome of ['APPROVED', 'REJECTED'] as const)
      expect(decide(fileWith({ applications: [{ outcome }] }), approval, today)).toMatchObject({ reason: 'ALREADY_DECIDED' });
  });

  test('hears that the company took its application back', () => {
    expect(decide(fileWith({ applications: [{ withdrawnOn: today }] }), approval, today)).toMatchObject({
      reason: 'APPLICATION_WITHDRAWN',
    });
  });

  test('has nothing to decide where nobody applied, or where the application led to a membership', () => {
    expect(decide(fileWith(), approval, today)).toMatchObject({ reason: 'NO_APPLICATION' });
    const led = fileWith({ periods: [{}], applications: [{ outcome: 'APPROVED', membershipId: 'first' }] });
    expect(decide(led, approval, today)).toMatchObject({ reason: 'NO_APPLICATION' });
  });
});

describe('an approved company', () => {
  const approved = { applications: [{ outcome: 'APPROVED' as const }] };

  test('is a member from the day its dues are settled, to the end of the year, and was none before', () => {
    const decision = activate(fileWith(approved), 'PAID', today, 'new');
    if (!decision.accepted) throw new Error(decision.reason);
    const file = fileWith(approved).with(decision.entries);
    expect(file.statusOn(today)).toBe('ACTIVE');
    expect(file.statusOn(addDays(today, -1))).toBe('PROSPECT');
    expect(file.statusOn(day('2026-12-31'))).toBe('ACTIVE');
    expect(file.statusOn(day('2027-01-01'))).toBe('GRACE');
    expect(file.openApplication).toBeUndefined();
  });

  test('that had lapsed begins anew', () => {
    const lapsed = fileWith({ ...approved, periods: [{ coveredUntil: addDays(today, -200) }], settlement: 'WAIVED' });
    const decision = activate(lapsed, 'WAIVED', today, 'new');
    if (!decision.accepted) throw new Error(decision.reason);
    const file = lapsed.with(decision.entries);
    expect(file.periods.map(({ endReason }) => endReason)).toEqual(['LAPSED', null]);
    expect([file.statusOn(addDays(today, -1)), file.statusOn(today)]).toEqual(['LAPSED', 'ACTIVE']);
  });

  test.each([
    ['NO_APPLICATION', 'nobody applied', {}],
    ['NO_APPLICATION', 'the application was rejected', { applications: [{ outcome: 'REJECTED' as const }] }],
    ['NOT_APPROVED_YET', 'the bureau has not decided', { applications: [{}] }],
    ['DUES_NOT_SETTLED', 'nobody has paid', { ...approved, settlement: null }],
    ['DUES_NOT_SETTLED', 'its dues were waived, not paid', { ...approved, settlement: 'WAIVED' as const }],
    ['ALREADY_A_MEMBER', 'it is one', { ...approved, periods: [{}] }],
  ])('is told %s when %s', (reason, _, contents) => {
    expect(activate(fileWith(contents), 'PAID', today, 'new')).toEqual({ accepted: false, reason });
  });
});

describe('a company that applied', () => {
  const waiting = fileWith({ applications: [{}] });

  test('takes its application back, and may apply again on the same day', () => {
    const decision = withdraw(waiting, 'Sold', today);
    expect(decision).toMatchObject({ accepted: true, from: 'APPLIED', to: 'WITHDRAWN', why: null, effectiveOn: today });
    const file = waiting.with(decision.accepted ? decision.entries : []);
    expect(file.openApplication).toBeUndefined();
    expect(withdraw(file, 'Sold', today)).toMatchObject({ reason: 'APPLICATION_WITHDRAWN' });
    expect(apply(file, ready, tarn, today, 'again')).toMatchObject({ accepted: true, to: 'APPLIED' });
  });

  test('says why', () => {
    expect(withdraw(waiting, ' ', today)).toMatchObject({ reason: 'MOTIVE_MISSING' });
  });

  test.each(['APPROVED', 'REJECTED'] as const)('cannot take back what was %s', (outcome) => {
    expect(withdraw(fileWith({ applications: [{ outcome }] }), 'Sold', today)).toMatchObject({ reason: 'ALREADY_DECIDED' });
  });

  test('has nothing to take back when it never applied, or is a member by it', () => {
    expect(withdraw(fileWith(), 'Sold', today)).toMatchObject({ reason: 'NO_APPLICATION' });
    const led = fileWith({ applications: [{ outcome: 'APPROVED', membershipId: 'first' }], periods: [{}] });
    expect(withdraw(led, 'Sold', today)).toMatchObject({ reason: 'NO_APPLICATION' });
  });
});
