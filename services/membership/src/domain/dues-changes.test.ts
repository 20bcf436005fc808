import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { type DuesEntry, type DuesMovement, DuesOfYear } from './dues.ts';
import { duesRateOf } from './dues-band.ts';
import { carryOver, credit, type DuesDecision, invoice, pay, refund, waive } from './dues-changes.ts';
import { type Application, type FiledPeriod, MembershipFile } from './membership-file.ts';
import { sizeCategoryOf } from './size-category.ts';

const today = '2026-11-23' as LocalDate;
const day = (text: string) => text as LocalDate;
const euros = (amount: number) => ({ minor: BigInt(amount * 100), currency: 'EUR' });
const rate = { size: 'PME', amount: euros(480) } as const;

function fileOf({ period, approved = false }: { period?: Partial<FiledPeriod>; approved?: boolean } = {}) {
  const member: FiledPeriod = {
    id: 'first',
    branchId: 'b',
    branchCode: 'tarn',
    beganOn: day('2018-05-14'),
    endedOn: null,
    endReason: null,
    coveredUntil: day('2025-12-31'),
    decisions: [],
    ...period,
  };
  const application: Application = {
    id: 'a',
    branchId: 'b',
    branchCode: 'tarn',
    appliedOn: day('2026-11-02'),
    outcome: 'APPROVED',
    withdrawnOn: null,
    membershipId: null,
  };
  return new MembershipFile({
    periods: period ? [member] : [],
    applications: approved ? [application] : [],
    graceRules: [{ validFrom: day('2009-01-01'), days: 400 }],
    waitRules: [],
    settledYears: new Map(),
  });
}
const inGrace = fileOf({ period: {} });
const approved = fileOf({ approved: true });
const covered = fileOf({ period: { coveredUntil: day('2026-12-31') } });

const nothingYet = (year = 2026) => new DuesOfYear(year, null, []);
const payment = (amount: number, reference = 'VIR-1', on = today) => ({ reference, amount: euros(amount), on });

function after(dues: DuesOfYear, decision: DuesDecision<string>): DuesOfYear {
  if (!decision.accepted) throw new Error(decision.reason);
  return dues.with(decision.facts);
}
const invoiced = after(nothingYet(), invoice(nothingYet(), inGrace, rate, 'COT-2026-TARN-0001', today));
const paid = after(invoiced, pay(invoiced, payment(480), today));
const back = (amount: number, ground: 'GIVEN_BACK' | 'RETURNED_UNPAID', of = 'VIR-1') =>
  ({ of, reference: 'REJ-1', amount: euros(amount), on: today, ground, creditReference: 'AV-2026-0001' }) as const;

describe('what a company owes', () => {
  const bands = [
    { size: 'MIC', currency: 'EUR', validFrom: day('2009-01-01'), amount: 15000n },
    { size: 'MIC', currency: 'EUR', validFrom: day('2024-01-01'), amount: 18000n },
    { size: 'PME', currency: 'EUR', validFrom: day('2009-01-01'), amount: 40000n },
    { size: 'MIC', currency: 'MAD', validFrom: day('2019-01-01'), amount: 150000n },
  ] as const;
  const of = (fte: number | null, turnover: bigint | null = null) => sizeCategoryOf({ fte, turnover, balanceTotal: null });

  test.each([
    ['by the rate in force that day', of(5, 0n), 'EUR', today, 18000n],
    ['by the rate of the time, for an earlier day', of(5, 0n), 'EUR', day('2023-12-31'), 15000n],
    ['in the currency of its branch', of(5, 0n), 'MAD', today, 150000n],
    ['as the smallest it may be, while nobody knows its size', of(null), 'EUR', today, 18000n],
    ['as a small company, with 25 people and an unknown balance sheet', of(25, 300_000_000n), 'EUR', today, 40000n],
  ])('is set %s', (_, size, currency, on, amount) => {
    expect(duesRateOf(bands, size, currency, on)?.amount).toEqual({ minor: amount, currency });
  });

  test.each([
    ['before the network existed', 'EUR', day('2008-12-31')],
    ['in a currency without rates', 'XOF', today],
  ])('is unknown %s', (_, currency, on) => {
    expect(duesRateOf(bands, of(5, 0n), currency, on)).toBeUndefined();
  });
});

describe('an invoice', () => {
  test('is due after thirty days and settles nothing by itself', () => {
    expect(invoiced.invoice).toMatchObject({ reference: 'COT-2026-TARN-0001', dueOn: addDays(today, 30), size: 'PME' });
    expect([invoiced.open, invoiced.settlement]).toEqual([48000n, null]);
  });

  test('counts the payments that came before it, as far as each fits', () => {
    const early = [payment(200, 'A'), payment(300, 'B'), payment(280, 'C')].reduce(
      (dues, one) => after(dues, pay(dues, one, today)),
      nothingYet(),
    );
    const dues = after(early, invoice(early, approved, rate, 'COT', today));
    expect(dues.payments.map(({ reference, waits }) => [reference, waits])).toEqual([
      ['A', false],
      ['B', true],
      ['C', false],
    ]);
    expect(dues.settlement).toBe('PAID');
  });

  test('does not count an early payment in another currency', () => {
    const early = after(nothingYet(), pay(nothingYet(), { ...payment(480), amount: { minor: 48000n, currency: 'MAD' } }, today));
    expect(after(early, invoice(early, inGrace, rate, 'COT', today)).open).toBe(48000n);
  });

  test.each([
    ['NOTHING_TO_INVOICE', 'a company that never applied', fileOf(), 2026],
    ['NOTHING_TO_INVOICE', 'a member that lapsed', fileOf({ period: { coveredUntil: day('2024-12-31') } }), 2026],
    ['LEAVING_ALREADY', 'a member that is leaving', fileOf({ period: { endedOn: addDays(today, 9), endReason: 'RESIGNED' } }), 2026],
    ['YEAR_TOO_FAR', 'the year after next', covered, 2028],
    ['COVERED_ALREADY', 'a year that is settled', covered, 2026],
    ['YEAR_BEFORE_UNSETTLED', 'next year, with this one unpaid', inGrace, 2027],
  ])('is refused as %s: for %s', (reason, _, file, year) => {
    expect(invoice(nothingYet(year), file, rate, 'COT', today)).toEqual({ accepted: false, reason });
  });

  test('is issued once, and not without a rate', () => {
    expect(invoice(invoiced, inGrace, rate, 'COT', today)).toMatchObject({ reason: 'ALREADY_INVOICED' });
    expect(invoice(nothingYet(), inGrace, undefined, 'COT', today)).toMatchObject({ reason: 'NO_RATE' });
  });
});

describe('a payment', () => {
  test('in two parts settles the dues with the second', () => {
    const half = after(invoiced, pay(invoiced, payment(240, 'A'), today));
    expect([half.open, half.settlement]).toEqual([24000n, null]);
    expect(after(half, pay(half, payment(240, 'B'), today)).settlement).toBe('PAID');
  });

  test('before the invoice waits', () => {
    const early = after(nothingYet(), pay(nothingYet(), payment(480), today));
    expect(early.payments[0]).toMatchObject({ waits: true });
    expect([early.kept, early.settlement]).toEqual([0n, null]);
  });

  test.each([
    ['AMOUNT_NOT_POSITIVE', 'of nothing', payment(0)],
    ['AMOUNT_NOT_POSITIVE', 'of less than nothing', payment(-480)],
    ['PAID_IN_THE_FUTURE', 'that comes tomorrow', payment(480, 'VIR-1', addDays(today, 1))],
    ['OTHER_CURRENCY', 'of 480 dirhams for 480 euros', { ...payment(480), amount: { minor: 48000n, currency: 'MAD' } }],
    ['MORE_THAN_OWED', 'of a cent too much', { ...payment(480), amount: { minor: 48001n, currency: 'EUR' } }],
  ])('is refused as %s: %s', (reason, _, one) => {
    expect(pay(invoiced, one, today)).toEqual({ accepted: false, reason });
  });
});

describe('money that goes back', () => {
  test('because the bank took it back is owed again', () => {
    const owed = after(paid, refund(paid, back(480, 'RETURNED_UNPAID'), today));
    expect([owed.open, owed.settlement]).toEqual([48000n, null]);
  });

  test('because the network owed it is credited, and the rest stays settled', () => {
    const corrected = after(paid, refund(paid, back(300, 'GIVEN_BACK'), today));
    expect([corrected.open, corrected.credited, corrected.settlement]).toEqual([0n, 30000n, 'PAID']);
  });

  test('out of a payment that waits needs no credit note', () => {
    const early = after(nothingYet(), pay(nothingYet(), payment(480), today));
    const returned = after(early, refund(early, back(480, 'GIVEN_BACK'), today));
    expect(returned.movements.map(({ kind }) => kind)).toEqual(['PAYMENT', 'REFUND']);
    expect(after(returned, invoice(returned, inGrace, rate, 'COT', today)).open).toBe(48000n);
  });

  test.each([
    ['NO_SUCH_PAYMENT', 'of a payment nobody recorded', back(480, 'GIVEN_BACK', 'VIR-9')],
    ['MORE_THAN_PAID', 'of more than was paid', back(481, 'GIVEN_BACK')],
    ['AMOUNT_NOT_POSITIVE', 'of nothing', back(0, 'GIVEN_BACK')],
    ['PAID_IN_THE_FUTURE', 'tomorrow', { ...back(480, 'GIVEN_BACK'), on: addDays(today, 1) }],
    ['OTHER_CURRENCY', 'in dollars', { ...back(480, 'GIVEN_BACK'), amount: { minor: 48000n, currency: 'USD' } }],
  ])('is refused as %s: %s', (reason, _, request) => {
    expect(refund(paid, request, today)).toEqual({ accepted: false, reason });
  });
});

describe('the bureau', () => {
  const note = { reference: 'AV-1', ground: 'SIZE_WAS_WRONG', motive: 'Nine people, not ninety', amount: euros(300) } as const;
  const waiver = { reference: 'AV-1', ground: 'HARDSHIP', motive: 'The flood of September' } as const;

  test('credits a part, and the rest is to be paid', () => {
    const credited = after(invoiced, credit(invoiced, note, today));
    expect([credited.open, credited.settlement]).toEqual([18000n, null]);
    expect(after(credited, pay(credited, payment(180), today)).settlement).toBe('PAID');
  });

  test('waives what is open', () => {
    const waived = after(invoiced, waive(invoiced, waiver, today));
    expect([waived.open, waived.settlement]).toEqual([0n, 'WAIVED']);
  });

  test.each([
    ['NOT_INVOICED', 'what was never invoiced', nothingYet(), note],
    ['MORE_THAN_OWED', 'more than is owed', paid, note],
    ['AMOUNT_NOT_POSITIVE', 'a negative amount', invoiced, { ...note, amount: euros(-1) }],
    ['OTHER_CURRENCY', 'dirhams on an invoice in euros', invoiced, { ...note, amount: { minor: 1n, currency: 'MAD' } }],
    ['MOTIVE_MISSING', 'without a reason', invoiced, { ...note, motive: ' ' }],
  ])('cannot credit, by %s: %s', (reason, _, dues, request) => {
    expect(credit(dues, request, today)).toEqual({ accepted: false, reason });
  });

  test.each([
    ['NOT_INVOICED', 'what was never invoiced', nothingYet(), waiver],
    ['NOTHING_OWED', 'what is paid', paid, waiver],
    ['MOTIVE_MISSING', 'without a reason', invoiced, { ...waiver, motive: '' }],
  ])('cannot waive, by %s: %s', (reason, _, dues, request) => {
    expect(waive(dues, request, today)).toEqual({ accepted: false, reason });
  });
});

describe('a membership', () => {
  const statusAfter = (file: MembershipFile, before: DuesOfYear, now: DuesOfYear) => {
    const { noted, change } = carryOver(file, before, now, today, 'next');
    return file.with([...noted, ...(change?.entries ?? [])]);
  };

  test('in grace is active from the day of the payment, and was in grace until then', () => {
    const file = statusAfter(inGrace, invoiced, paid);
    expect([file.statusOn(addDays(today, -1)), file.statusOn(today), file.statusOn(day('2026-12-31'))]).toEqual([
      'GRACE',
      'ACTIVE',
      'ACTIVE',
    ]);
  });

  test('begins with the payment of a company that was approved', () => {
    expect(statusAfter(approved, invoiced, paid).statusOn(today)).toBe('ACTIVE');
  });

  test('does not begin with a part of the dues', () => {
    const half = after(invoiced, pay(invoiced, payment(240), today));
    expect(carryOver(approved, invoiced, half, today, 'next')).toEqual({ noted: [], change: undefined });
  });

  test('whose payment came back is in grace from today on, and no day before it', () => {
    const member = statusAfter(inGrace, invoiced, paid);
    const owed = after(paid, refund(paid, back(480, 'RETURNED_UNPAID'), today));
    const tomorrow = addDays(today, 1);
    const { noted, change } = carryOver(member, paid, owed, tomorrow, 'later');
    const file = member.with([...noted, ...(change?.entries ?? [])]);
    expect([file.statusOn(today), file.statusOn(tomorrow)]).toEqual(['ACTIVE', 'GRACE']);
    expect(change).toMatchObject({ from: 'ACTIVE', to: 'GRACE', why: 'DUES_OWED_AGAIN' });
  });

  test('that is suspended stays so, and its file notes that the dues are paid', () => {
    const suspended = fileOf({ period: { decisions: [{ kind: 'SUSPENDED', takesEffectOn: day('2026-10-01') }] } });
    const { noted, change } = carryOver(suspended, invoiced, paid, today, 'next');
    expect(change).toBeUndefined();
    expect(suspended.with(noted).settlementOf(2026)).toBe('PAID');
  });
});

// The whole amount often enough, so that some lives settle everything.
const amounts = fc.oneof(fc.integer({ min: -5, max: 500 }), fc.constantFrom(240, 480));
const references = fc.constantFrom('A', 'B', 'C', 'D');
const currency = fc.constantFrom('EUR', 'EUR', 'EUR', 'MAD');
const money = fc
  .record({ amount: amounts, currency })
  .map(({ amount, currency: code }) => ({ minor: BigInt(amount) * 100n, currency: code }));
const ground = fc.constantFrom('GIVEN_BACK' as const, 'RETURNED_UNPAID' as const);
type Step = (dues: DuesOfYear, index: number) => DuesDecision<string>;
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>((dues, index) => invoice(dues, inGrace, rate, `COT-${index}`, today)),
  fc.record({ amount: money }).map(
    ({ amount }): Step =>
      (dues, index) =>
        pay(dues, { reference: `P${index}`, amount, on: today }, today),
  ),
  fc.record({ amount: money, of: fc.nat(12), ground }).map(
    ({ amount, of, ground: why }): Step =>
      (dues, index) =>
        refund(dues, { of: `P${of}`, reference: `R${index}`, amount, on: today, ground: why, creditReference: `N${index}` }, today),
  ),
  fc.record({ amount: money, motive: references }).map(
    ({ amount, motive }): Step =>
      (dues, index) =>
        credit(dues, { amount, motive, reference: `C${index}`, ground: 'GOODWILL' }, today),
  ),
  fc.constant<Step>((dues, index) => waive(dues, { reference: `W${index}`, ground: 'HARDSHIP', motive: 'x' }, today)),
);
const sum = (movements: readonly DuesMovement[]) => movements.reduce((total, { amount }) => total + amount.minor, 0n);

test('whatever is paid, credited and paid back, in any order: what was kept never exceeds what was invoiced, and nothing is lost', () => {
  const settlements = new Set<string | null>();
  fc.assert(
    fc.property(fc.array(steps, { minLength: 3, maxLength: 25 }), (life) => {
      let dues = nothingYet();
      life.forEach((step, index) => {
        const decision = step(dues, index);
        if (decision.accepted) dues = dues.with(decision.facts as readonly DuesEntry[]);
        settlements.add(dues.settlement);
        const of = (kind: DuesMovement['kind']) => dues.movements.filter((movement) => movement.kind === kind);
        const owed = (dues.invoice?.amount.minor ?? 0n) - sum(of('CREDIT_NOTE'));
        const waiting = dues.payments.filter(({ waits }) => waits).reduce((total, one) => total + dues.keptOf(one), 0n);
        expect(dues.open >= 0n).toBe(true);
        expect(dues.kept <= owed || dues.kept === 0n).toBe(true);
        expect(dues.kept + waiting).toBe(sum(of('PAYMENT')) - sum(of('REFUND')));
        expect(dues.settlement === null || dues.open === 0n).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
  expect(settlements).toEqual(new Set([null, 'PAID', 'WAIVED']));
});
