import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import {
  type Asker,
  appoint,
  type ConsentEntry,
  consentPurposes,
  giveConsent,
  isGiven,
  type Mandate,
  mayBeNamedTo,
  mayBeReachedBy,
  withdrawConsent,
} from './person.ts';

const today = '2026-11-23' as LocalDate;
const day = (text: string) => text as LocalDate;
const said = (purpose: ConsentEntry['purpose'], given = true): ConsentEntry => ({ purpose, given, basis: 'CONSENT', happenedOn: today });

describe('a consent', () => {
  test('is given for one purpose, and withdrawn', () => {
    const given = giveConsent([], 'NEWS', 'CONSENT', today);
    expect(given).toEqual({ accepted: true, facts: said('NEWS') });
    expect(isGiven([said('NEWS')], 'DIRECTORY')).toBe(false);
    expect(withdrawConsent([said('NEWS')], 'NEWS', today)).toEqual({ accepted: true, facts: said('NEWS', false) });
    expect(isGiven([said('NEWS'), said('NEWS', false)], 'NEWS')).toBe(false);
  });

  test('is not given twice, nor withdrawn when it never was or is no more', () => {
    expect(giveConsent([said('NEWS')], 'NEWS', 'CONSENT', today)).toEqual({ accepted: false, reason: 'GIVEN_ALREADY' });
    expect(withdrawConsent([], 'NEWS', today)).toEqual({ accepted: false, reason: 'NOT_GIVEN' });
    expect(withdrawConsent([said('NEWS'), said('NEWS', false)], 'NEWS', today)).toEqual({ accepted: false, reason: 'NOT_GIVEN' });
  });
});

describe('an office', () => {
  const open = { openedOn: day('2016-01-15') };
  const president = (beganOn: string, endedOn: string | null = null): Mandate => ({
    office: 'PRESIDENT',
    beganOn: day(beganOn),
    endedOn: endedOn as LocalDate | null,
  });

  test.each([
    ['ENDS_BEFORE_IT_BEGINS', [], president('2026-01-01', '2025-12-31'), open],
    ['BRANCH_NOT_OPEN', [], president('2016-01-14'), open],
    ['BRANCH_NOT_OPEN', [], president('2026-01-01'), { openedOn: null }],
    ['OFFICE_TAKEN', [president('2020-01-01')], president('2026-01-01'), open],
    ['OFFICE_TAKEN', [president('2020-01-01', '2026-01-01')], president('2026-01-01'), open],
    ['OFFICE_TAKEN', [president('2027-01-01')], president('2026-01-01'), open],
  ])('is refused as %s', (reason, others, mandate, branch) => {
    expect(appoint(others, mandate, branch)).toEqual({ accepted: false, reason });
  });

  test('passes on from one day to the next, and two may be treasurers', () => {
    expect(appoint([president('2020-01-01', '2025-12-31')], president('2026-01-01'), open)).toMatchObject({ accepted: true });
    const treasurer: Mandate = { ...president('2026-01-01'), office: 'TREASURER' };
    expect(appoint([treasurer, president('2020-01-01')], treasurer, open)).toMatchObject({ accepted: true });
  });

  test('of president is held by one person at most on any day, whoever is appointed when', () => {
    const stretch = fc.record({ after: fc.nat(300), days: fc.option(fc.nat(120)) });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 20 }), (stretches) => {
        const held: Mandate[] = [];
        for (const { after, days } of stretches) {
          const beganOn = addDays(day('2024-01-01'), after);
          const decision = appoint(held, { office: 'PRESIDENT', beganOn, endedOn: days === null ? null : addDays(beganOn, days) }, open);
          if (decision.accepted) held.push(decision.facts);
        }
        for (let on = day('2024-01-01'); on < '2025-06-01'; on = addDays(on, 1))
          expect(held.filter(({ beganOn, endedOn }) => beganOn <= on && (endedOn === null || endedOn >= on)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a person', () => {
  const nobody: Asker = { isOfTheirCompany: false, worksWithContacts: false, isMember: false, hub: null };
  const hub = (transferBasis: string | null): Asker => ({ ...nobody, hub: { transferBasis } });

  test.each([
    ['their own company', { ...nobody, isOfTheirCompany: true }, [], true],
    ['whoever works with contacts', { ...nobody, worksWithContacts: true }, [], true],
    ['another member, without their consent', { ...nobody, isMember: true }, [said('NEWS')], false],
    ['another member, with their consent', { ...nobody, isMember: true }, [said('DIRECTORY')], true],
    ['another member, after they withdrew it', { ...nobody, isMember: true }, [said('DIRECTORY'), said('DIRECTORY', false)], false],
    ['somebody else', nobody, [said('DIRECTORY')], false],
    ['a hub with a basis, without their consent', hub('STANDARD_CLAUSES'), [said('DIRECTORY')], false],
    ['a hub with a basis, with their consent', hub('STANDARD_CLAUSES'), [said('TRANSFER_ABROAD')], true],
    ['a hub without a basis, with their consent', hub(null), [said('TRANSFER_ABROAD')], false],
  ])('is reached or not by %s', (_, asker, consents, reached) => {
    expect(mayBeReachedBy(asker, consents)).toBe(reached);
  });

  test('is never told of to a hub without a basis, whoever asks there and whatever was agreed', () => {
    const askers = fc.record({
      isOfTheirCompany: fc.boolean(),
      worksWithContacts: fc.boolean(),
      isMember: fc.boolean(),
      hub: fc.constant({ transferBasis: null }),
    });
    const logs = fc.array(
      fc.record({ purpose: fc.constantFrom(...consentPurposes), given: fc.boolean() }).map(({ purpose, given }) => said(purpose, given)),
    );
    fc.assert(
      fc.property(askers, logs, (asker, log) => {
        expect([mayBeNamedTo(asker), mayBeReachedBy(asker, log)]).toEqual([false, false]);
      }),
    );
  });
});
