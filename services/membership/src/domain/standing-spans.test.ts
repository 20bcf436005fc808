import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { firstDifference, newsOf } from './membership-news.ts';
import { type MembershipPeriod, MembershipRecord } from './membership-record.ts';
import { spanOn, standingSpans } from './standing-spans.ts';

const day = (text: string) => text as LocalDate;
const grace = [{ validFrom: day('2009-01-01'), days: 90 }];
const member = (changes: Partial<MembershipPeriod> = {}): MembershipPeriod => ({
  branchId: 'tarn',
  beganOn: day('2024-03-01'),
  endedOn: null,
  endReason: null,
  coveredUntil: day('2026-12-31'),
  decisions: [],
  ...changes,
});
const today = day('2026-11-23');
const spans = (...periods: MembershipPeriod[]) => standingSpans(periods, grace);

describe('where a company stands on every day', () => {
  test('tells the grace and the lapse that come when nobody pays', () => {
    expect(spans(member())).toEqual([
      { from: '2024-03-01', until: '2026-12-31', status: 'ACTIVE', branchId: 'tarn' },
      { from: '2027-01-01', until: '2027-03-31', status: 'GRACE', branchId: 'tarn' },
      { from: '2027-04-01', until: null, status: 'LAPSED', branchId: 'tarn' },
    ]);
  });

  test('is nothing for a company that was never a member', () => {
    expect(spans()).toEqual([]);
  });

  test('is on any day what the membership record says of that day', () => {
    const someDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2023-01-01'), days));
    const period = fc
      .record({
        length: fc.integer({ min: 0, max: 500 }),
        gap: fc.integer({ min: 0, max: 60 }),
        covered: fc.integer({ min: -100, max: 400 }),
        end: fc.constantFrom(null, 'LAPSED', 'RESIGNED', 'EXCLUDED', 'CONTINUED'),
        branchId: fc.constantFrom('tarn', 'toulouse'),
        rulings: fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 3 }),
      })
      .map((one) => one);
    const rules = fc.uniqueArray(fc.record({ validFrom: someDay, days: fc.integer({ min: 0, max: 200 }) }), {
      maxLength: 3,
      selector: (rule) => rule.validFrom,
    });
    fc.assert(
      fc.property(fc.array(period, { maxLength: 3 }), rules, someDay, (drawn, graceRules, asked) => {
        let next = day('2023-01-01');
        const periods = drawn.map(({ length, gap, covered, end, branchId, rulings }, index): MembershipPeriod => {
          const beganOn = addDays(next, gap);
          const isLast = index === drawn.length - 1;
          const endedOn = end !== null || !isLast ? addDays(beganOn, length) : null;
          next = addDays(beganOn, length + 1);
          const decisions = rulings
            .sort((left, right) => left - right)
            .map((at, place) => ({
              kind: place % 2 === 0 ? ('SUSPENDED' as const) : ('REINSTATED' as const),
              takesEffectOn: addDays(beganOn, at),
            }));
          return {
            branchId,
            beganOn,
            endedOn,
            endReason: endedOn ? (end ?? 'LAPSED') : null,
            coveredUntil: addDays(beganOn, covered),
            decisions,
          };
        });
        const record = new MembershipRecord(periods, graceRules);
        const span = spanOn(standingSpans(periods, graceRules), asked);
        expect([span?.status ?? 'PROSPECT', span?.branchId ?? null]).toEqual([record.statusOn(asked), record.homeBranchOn(asked)]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what others are told', () => {
  const suspended = { kind: 'SUSPENDED', takesEffectOn: today } as const;
  const moved = [member({ endedOn: addDays(today, -1), endReason: 'CONTINUED' }), member({ beganOn: today, branchId: 'toulouse' })];
  test.each([
    ['MembershipActivated', [], [member({ beganOn: today })], '2026-11-23'],
    ['MembershipSuspended', [member()], [member({ decisions: [suspended] })], '2026-11-23'],
    ['MembershipReinstated', [member({ decisions: [{ ...suspended, takesEffectOn: day('2026-10-01') }] })], [member()], '2026-10-01'],
    ['MembershipTransferred', [member()], moved, '2026-11-23'],
    ['MembershipRenewed', [member()], [member({ coveredUntil: day('2027-12-31') })], '2027-01-01'],
    ['MembershipEnded', [member()], [member({ endedOn: day('2026-12-15'), endReason: 'RESIGNED' })], '2026-12-16'],
    ['MembershipEnded', [member()], [member({ endedOn: today, endReason: 'EXCLUDED' })], '2026-11-24'],
    ['MembershipActivated', [member({ coveredUntil: day('2025-12-31') })], [member({ beganOn: today })], '2024-03-01'],
    ['MembershipStated', [member()], [member({ beganOn: day('2024-02-01') })], '2024-02-01'],
  ] as const)('is called %s, with the first day that is different', (news, before, now, effectiveOn) => {
    const [told, stands] = [spans(...before), spans(...now)];
    expect([newsOf(told, stands, today), firstDifference(told, stands)]).toEqual([news, effectiveOn]);
  });

  test('is nothing when nothing is different', () => {
    expect(firstDifference(spans(member()), spans(member()))).toBeUndefined();
  });
});
