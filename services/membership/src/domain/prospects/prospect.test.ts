import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { type Contact, type Prospect, reasonsToCall, recordContact, recordGrowthProject } from './prospect.ts';

const today = '2026-11-23' as LocalDate;
const contact: Contact = { contactedOn: today, outcome: 'INTERESTED', callBackOn: null };
const unknown: Prospect = { lastContactOn: null, lastOutcome: null, callBackOn: null, hasGrowthProject: false };
const ago = (days: number) => addDays(today, -days);

describe('a contact with a prospect', () => {
  test('is kept with what came of it', () => {
    expect(recordContact(true, contact, today)).toEqual({ accepted: true, facts: contact });
  });

  test.each([
    ['a member', recordContact(false, contact, today), 'NOT_A_PROSPECT'],
    ['tomorrow', recordContact(true, { ...contact, contactedOn: addDays(today, 1) }, today), 'CONTACT_IN_THE_FUTURE'],
    ['a promise to call without a day', recordContact(true, { ...contact, outcome: 'CALL_BACK' }, today), 'CALL_BACK_WITHOUT_DAY'],
    ['a promise for the day before', recordContact(true, { ...contact, callBackOn: ago(1) }, today), 'CALL_BACK_PASSED'],
  ])('is not one with %s', (_, decision, reason) => {
    expect(decision).toEqual({ accepted: false, reason });
  });
});

test.each([
  ['of a member', recordGrowthProject(false, { title: 'Hall', startsOn: null }, today), 'NOT_A_PROSPECT'],
  ['without a title', recordGrowthProject(true, { title: ' ', startsOn: null }, today), 'TITLE_MISSING'],
  ['in ten years', recordGrowthProject(true, { title: 'Hall', startsOn: addDays(today, 3650) }, today), 'START_TOO_FAR'],
])('a growth project is not kept %s', (_, decision, reason) => {
  expect(decision).toEqual({ accepted: false, reason });
});

describe('a prospect is called', () => {
  test.each([
    ['when nobody ever did', unknown, ['NEVER_CONTACTED']],
    ['first of all when it plans something', { ...unknown, hasGrowthProject: true }, ['GROWTH_PROJECT', 'NEVER_CONTACTED']],
    ['on the day it was promised', { ...unknown, lastContactOn: ago(9), lastOutcome: 'CALL_BACK', callBackOn: today }, ['CALL_BACK_DUE']],
    ['when it was interested', { ...unknown, lastContactOn: ago(9), lastOutcome: 'INTERESTED' }, ['INTERESTED']],
    ['after 91 days without a word', { ...unknown, lastContactOn: ago(91), lastOutcome: 'NOT_NOW' }, ['LONG_SILENCE']],
    [
      'again for its plans after as long',
      { ...unknown, lastContactOn: ago(91), lastOutcome: 'NOT_NOW', hasGrowthProject: true },
      ['GROWTH_PROJECT', 'LONG_SILENCE'],
    ],
  ] as const)('%s', (_, prospect, reasons) => {
    expect(reasonsToCall(prospect, today)).toEqual(reasons);
  });

  test.each([
    ['before the day it was promised', { ...unknown, lastContactOn: ago(200), lastOutcome: 'CALL_BACK', callBackOn: addDays(today, 1) }],
    ['90 days after it said not now', { ...unknown, lastContactOn: ago(90), lastOutcome: 'NOT_NOW', hasGrowthProject: true }],
    ['when it asked not to be called', { ...unknown, lastContactOn: ago(900), lastOutcome: 'NEVER_AGAIN', hasGrowthProject: true }],
  ] as const)('but not %s', (_, prospect) => {
    expect(reasonsToCall(prospect, today)).toEqual([]);
  });
});
