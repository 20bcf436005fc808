import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { accept, cancel, close, decline, type Exchange, type Party, propose, rate, statusOn } from './exchange.ts';
import type { Listing } from './listing.ts';

const today = '2026-11-23' as LocalDate;
const offer: Listing = {
  companyId: 'expert',
  kind: 'OFFER',
  theme: 'export',
  publishedOn: addDays(today, -10),
  openUntil: addDays(today, 90),
  closedOn: null,
};
const expert: Party = { companyId: 'expert', isActive: true, groupId: 'g1' };
const seeker: Party = { companyId: 'seeker', isActive: true, groupId: null };

function proposed(change: Partial<Exchange> = {}): Exchange {
  const decision = propose(offer, seeker, expert, [], today, 30);
  if (!decision.accepted) throw new Error(decision.reason);
  return { ...decision.facts, ...change };
}
const agreed = proposed({ acceptedOn: today });
const done = { ...agreed, doneOn: today };

describe('a company answers a listing', () => {
  test('it is helped by whoever offers, and helps whoever needs', () => {
    expect(proposed()).toMatchObject({ expertId: 'expert', seekerId: 'seeker', proposedBy: 'seeker', answerBy: addDays(today, 30) });
    const decision = propose({ ...offer, kind: 'NEED', companyId: 'seeker' }, expert, seeker, [], today, 30);
    expect(decision).toMatchObject({ accepted: true, facts: { expertId: 'expert', seekerId: 'seeker', proposedBy: 'expert' } });
  });

  test.each([
    ['that was closed', { ...offer, closedOn: today }, seeker, [], 'LISTING_CLOSED'],
    ['of its own', offer, expert, [], 'OWN_LISTING'],
    ['while it is no active member', offer, { ...seeker, isActive: false }, [], 'NOT_BOTH_ACTIVE'],
    ['of a company of its own group', offer, { ...seeker, groupId: 'g1' }, [], 'SAME_GROUP'],
    ['twice', offer, seeker, [proposed()], 'PROPOSED_ALREADY'],
  ])('but none %s', (_, listing, proposer, earlier, reason) => {
    expect(propose(listing, proposer, expert, earlier, today, 30)).toEqual({ accepted: false, reason });
  });

  test('again after the first answer came to nothing', () => {
    const [later, overdue] = [addDays(today, 31), proposed()];
    expect(propose(offer, seeker, expert, [overdue, proposed({ declinedOn: today })], later, 30).accepted).toBe(true);
  });
});

describe('the other company answers a proposal', () => {
  test('on its last day, and no later: nothing has to expire it', () => {
    const exchange = proposed();
    expect(accept(exchange, expert, seeker, exchange.answerBy).accepted).toBe(true);
    expect(statusOn(exchange, addDays(exchange.answerBy, 1))).toBe('EXPIRED');
    expect(accept(exchange, expert, seeker, addDays(exchange.answerBy, 1))).toEqual({ accepted: false, reason: 'EXPIRED' });
    expect(decline(exchange, 'expert', addDays(exchange.answerBy, 1))).toEqual({ accepted: false, reason: 'EXPIRED' });
  });

  test.each([
    ['by whoever proposed', accept(proposed(), seeker, expert, today), 'OWN_PROPOSAL'],
    ['while it is suspended', accept(proposed(), { ...expert, isActive: false }, seeker, today), 'NOT_BOTH_ACTIVE'],
    ['while the other one is in grace', accept(proposed(), expert, { ...seeker, isActive: false }, today), 'NOT_BOTH_ACTIVE'],
    ['after the other one joined its group', accept(proposed(), expert, { ...seeker, groupId: 'g1' }, today), 'SAME_GROUP'],
    ['after it was declined', accept(proposed({ declinedOn: today }), expert, seeker, today), 'NOT_PROPOSED'],
    ['after it was taken back', accept(proposed({ cancelledOn: today }), expert, seeker, today), 'NOT_PROPOSED'],
  ])('but does not accept it %s', (_, decision, reason) => {
    expect(decision).toEqual({ accepted: false, reason });
  });

  test('and declines it once, though not its own', () => {
    expect(decline(proposed(), 'expert', today)).toEqual({ accepted: true, facts: { declinedOn: today } });
    expect(decline(proposed(), 'seeker', today)).toEqual({ accepted: false, reason: 'OWN_PROPOSAL' });
    expect(decline(agreed, 'expert', today)).toEqual({ accepted: false, reason: 'NOT_PROPOSED' });
  });
});

describe('an exchange is called off', () => {
  test('by whoever proposed it while it waits, and by either once it is agreed', () => {
    expect(cancel(proposed(), 'seeker', today)).toEqual({ accepted: true, facts: { cancelledOn: today } });
    expect(cancel(proposed(), 'expert', today)).toEqual({ accepted: false, reason: 'NOT_YOUR_PROPOSAL' });
    expect(cancel(agreed, 'expert', today).accepted).toBe(true);
    expect(cancel(done, 'expert', today)).toEqual({ accepted: false, reason: 'NOT_UNDER_WAY' });
  });
});

describe('an exchange took place', () => {
  test('once it was accepted, and takes quarters of an hour', () => {
    expect(close(agreed, 2.75, today)).toEqual({ accepted: true, facts: { doneOn: today } });
    expect(close(proposed(), 2, today)).toEqual({ accepted: false, reason: 'NOT_ACCEPTED' });
    for (const hours of [0, -1, 0.1, 500.25, Number.NaN, Number.POSITIVE_INFINITY])
      expect(close(agreed, hours, today)).toEqual({ accepted: false, reason: 'HOURS_IMPOSSIBLE' });
  });

  test('and is rated once by the company that was helped, from 1 to 5', () => {
    expect(rate(done, 'seeker', 5, today)).toEqual({ accepted: true, facts: { ratedOn: today } });
    expect(rate(agreed, 'seeker', 5, today)).toEqual({ accepted: false, reason: 'NOT_DONE' });
    expect(rate({ ...done, ratedOn: today }, 'seeker', 5, today)).toEqual({ accepted: false, reason: 'RATED_ALREADY' });
    expect(rate(done, 'expert', 5, today)).toEqual({ accepted: false, reason: 'NOT_THE_SEEKER' });
    for (const stars of [0, 6, 2.5]) expect(rate(done, 'seeker', stars, today)).toMatchObject({ reason: 'SATISFACTION_OUT_OF_RANGE' });
  });
});

test('whatever is tried in whatever order: what was agreed was agreed in time by two active members of different groups (M7)', () => {
  const party = (companyId: string) =>
    fc.record({ companyId: fc.constant(companyId), isActive: fc.boolean(), groupId: fc.constantFrom(null, 'g1', 'g2') });
  const step = fc.record({
    verb: fc.constantFrom('accept', 'decline', 'cancel', 'close', 'rate'),
    by: fc.constantFrom('expert', 'seeker'),
    expert: party('expert'),
    seeker: party('seeker'),
    after: fc.nat({ max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let exchange = proposed();
      let day = today;
      for (const { verb, by, after, ...parties } of steps) {
        day = addDays(day, after);
        const [one, other] = by === 'expert' ? [parties.expert, parties.seeker] : [parties.seeker, parties.expert];
        const before = statusOn(exchange, day);
        const decision = {
          accept: () => accept(exchange, one, other, day),
          decline: () => decline(exchange, by, day),
          cancel: () => cancel(exchange, by, day),
          close: () => close(exchange, 1, day),
          rate: () => rate(exchange, by, 4, day),
        }[verb]();
        if (!decision.accepted) continue;
        exchange = { ...exchange, ...decision.facts };
        if (verb === 'accept') {
          expect(one.isActive && other.isActive && by !== exchange.proposedBy && day <= exchange.answerBy).toBe(true);
          expect(one.groupId === null || one.groupId !== other.groupId).toBe(true);
        }
        // What has ended stays as it ended.
        expect(['DECLINED', 'CANCELLED', 'EXPIRED', 'RATED']).not.toContain(before);
      }
      if (exchange.doneOn) expect(exchange.acceptedOn && exchange.cancelledOn === null && exchange.declinedOn === null).toBeTruthy();
    }),
  );
});
