import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type CompanyRecord, mergeRecords } from './merging.ts';

const today = '2026-11-23' as LocalDate;
const day = (text: string) => text as LocalDate;
const record = (companyId: string, parts: Partial<CompanyRecord> = {}): CompanyRecord => ({
  ...{ companyId, country: 'FR', groupId: null, numbers: [], periods: [], isMember: false, hasOpenApplication: false, invoicedYears: [] },
  ...{ listings: [], exchanges: [], people: [], signUps: [] },
  ...parts,
});
const answer = (kept: Partial<CompanyRecord>, merged: Partial<CompanyRecord>, reason = 'One leader.') => {
  const decision = mergeRecords(record('kept', kept), record('merged', merged), reason, today);
  return decision.accepted ? 'ONE' : decision.reason;
};
const siren = (value: string, verified = false) => ({ scheme: 'SIREN', value, verified });
const period = (beganOn: string, endedOn: string | null) => ({ beganOn: day(beganOn), endedOn: endedOn as LocalDate | null });
const odile = { id: 'o', role: 'LEADER', firstName: 'Odile', lastName: 'Vaur', email: 'o@vaur.invalid' };
const listing = { companyId: 'x', kind: 'OFFER', theme: 'export', publishedOn: today, openUntil: today, closedOn: null } as const;
const proposal = {
  ...{ listingId: 'l', expertId: 'x', proposedOn: today, answerBy: today },
  ...{ acceptedOn: null, declinedOn: null, cancelledOn: null, doneOn: null, ratedOn: null },
};

describe('two records become one company', () => {
  test.each<[string, Partial<CompanyRecord>, Partial<CompanyRecord>, string]>([
    ['that share a country and nothing that both cannot have', {}, {}, 'ONE'],
    ['not when they are registered in two countries', {}, { country: 'MA' }, 'REGISTERED_ELSEWHERE'],
    [
      'not with two numbers of one register, both verified',
      { numbers: [siren('1', true)] },
      { numbers: [siren('2', true)] },
      'BOTH_NUMBERS_VERIFIED',
    ],
    ['not before one of two numbers was verified', { numbers: [siren('1')] }, { numbers: [siren('2')] }, 'NEITHER_NUMBER_VERIFIED'],
    ['with two numbers of which one was verified', { numbers: [siren('1')] }, { numbers: [siren('2', true)] }, 'ONE'],
    ['with numbers of two registers', { numbers: [siren('1')] }, { numbers: [{ ...siren('1'), scheme: 'ICE' }] }, 'ONE'],
    [
      'not when both were members on one day',
      { periods: [period('2020-01-01', '2021-06-30')] },
      { periods: [period('2021-06-30', null)] },
      'MEMBERSHIPS_OVERLAP',
    ],
    [
      'when one became a member the day after the other left',
      { periods: [period('2020-01-01', '2021-06-30')] },
      { periods: [period('2021-07-01', null)] },
      'ONE',
    ],
    ['not while both apply', { hasOpenApplication: true }, { hasOpenApplication: true }, 'APPLICATION_OPEN'],
    ['not while one applies and the other is a member', { isMember: true }, { hasOpenApplication: true }, 'APPLICATION_OPEN'],
    ['while one applies and the other is a prospect', { hasOpenApplication: true }, {}, 'ONE'],
    ['not when both were invoiced for a year', { invoicedYears: [2025, 2026] }, { invoicedYears: [2025] }, 'DUES_OF_ONE_YEAR'],
    ['not when they are of two undertakings', { groupId: 'g' }, { groupId: 'h' }, 'IN_TWO_UNDERTAKINGS'],
    ['not when somebody linked them as two of one', { groupId: 'g' }, { groupId: 'g' }, 'TWO_OF_ONE_UNDERTAKING'],
    ['of which one is part of an undertaking', {}, { groupId: 'g' }, 'ONE'],
    [
      'not when they helped each other',
      {},
      { exchanges: [{ ...proposal, expertId: 'merged', seekerId: 'kept', proposedBy: 'merged' }] },
      'EXCHANGED_WITH_EACH_OTHER',
    ],
    [
      'not when both answered one listing',
      { exchanges: [{ ...proposal, seekerId: 'kept', proposedBy: 'kept' }] },
      { exchanges: [{ ...proposal, seekerId: 'merged', proposedBy: 'merged' }] },
      'PROPOSED_TWICE',
    ],
    [
      'when one of two answers was cancelled',
      { exchanges: [{ ...proposal, seekerId: 'kept', proposedBy: 'kept', cancelledOn: today }] },
      { exchanges: [{ ...proposal, seekerId: 'merged', proposedBy: 'merged' }] },
      'ONE',
    ],
    ['not when both offer the same', { listings: [listing] }, { listings: [listing] }, 'LISTED_TWICE'],
    ['when one offers what the other looks for', { listings: [listing] }, { listings: [{ ...listing, kind: 'NEED' }] }, 'ONE'],
    ['when the offer of one has ended', { listings: [listing] }, { listings: [{ ...listing, closedOn: today }] }, 'ONE'],
    [
      'not when both send one person to a gathering',
      { people: [odile], signUps: [{ gatheringId: 'g', personId: 'o' }] },
      { people: [{ ...odile, id: 'p' }], signUps: [{ gatheringId: 'g', personId: 'p' }] },
      'SIGNED_UP_TWICE',
    ],
    [
      'that send two people to a gathering',
      { people: [odile], signUps: [{ gatheringId: 'g', personId: 'o' }] },
      { people: [{ ...odile, id: 'p', firstName: 'Luc', email: null }], signUps: [{ gatheringId: 'g', personId: 'p' }] },
      'ONE',
    ],
  ])('%s', (_, kept, merged, expected) => {
    expect(answer(kept, merged)).toBe(expected);
    // Which of them stays makes no difference to whether they are one.
    const swap = (one: Partial<CompanyRecord>) =>
      JSON.parse(JSON.stringify(one).replaceAll('"kept"', '"k"').replaceAll('"merged"', '"kept"').replaceAll('"k"', '"merged"'));
    expect(answer(swap(merged), swap(kept))).toBe(expected);
  });

  test('not with itself, nor without a reason', () => {
    expect(answer({}, { companyId: 'kept' })).toBe('SAME_COMPANY');
    expect(answer({}, {}, '')).toBe('REASON_MISSING');
  });

  test('the number that nobody verified was a mistake, whichever record has it, and people whom both name are one', () => {
    const plan = (kept: Partial<CompanyRecord>, merged: Partial<CompanyRecord>) => {
      const decision = mergeRecords(record('kept', kept), record('merged', merged), 'One leader.', today);
      return decision.accepted ? decision.facts : decision.reason;
    };
    const wrong = siren('1');
    expect(plan({ numbers: [wrong] }, { numbers: [siren('2', true)] })).toMatchObject({ wrongNumbers: [wrong] });
    expect(plan({ numbers: [siren('2', true)] }, { numbers: [wrong] })).toMatchObject({ wrongNumbers: [wrong] });
    expect(plan({ numbers: [wrong] }, { numbers: [wrong] })).toMatchObject({ wrongNumbers: [] });
    const [luc, contact] = [
      { ...odile, id: 'l', firstName: 'Luc' },
      { ...odile, id: 'c', role: 'CONTACT', email: null },
    ];
    expect(plan({ people: [odile] }, { people: [luc, contact, { ...odile, id: 'p', email: null }] })).toMatchObject({
      samePeople: [
        { keptId: 'o', mergedId: 'l' },
        { keptId: 'o', mergedId: 'p' },
      ],
    });
  });
});
