import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { PartnerNetwork } from '../affiliation/partner-network.ts';
import { type Delivery, type Draft, deliver, promise, release, statusOn, type VisibilityPromise } from './visibility-promise.ts';

const today = '2026-11-23' as LocalDate;
const day = (days: number) => addDays(today, days);
const ecoter: PartnerNetwork = {
  name: 'Ecoter',
  agreedOn: day(-100),
  endsOn: day(100),
  terms: ['KEEPS_ITS_NAME', 'BRANCH_PAGE', 'VISIBILITY_FIGURES'],
};
const draft: Draft = { term: 'BRANCH_PAGE', dueOn: day(30), doneWhen: 'La page de l’antenne nomme Ecoter.' };
const promised: VisibilityPromise = { ...draft, promisedOn: day(-30), deliveredOn: null, releasedOn: null };
const shown: Delivery = { deliveredOn: today, evidence: 'https://page.invalid/tarn', counted: null };
const reasonOf = (decision: { accepted: boolean; reason?: string }) => decision.reason ?? 'ACCEPTED';

describe('an affiliated network is promised', () => {
  test.each([
    ['what the agreement holds', {}, {}, 'ACCEPTED'],
    ['nothing before the agreement', { agreedOn: day(1) }, {}, 'AGREEMENT_NOT_IN_FORCE'],
    ['something on the last day of the agreement', { endsOn: today }, { dueOn: today }, 'ACCEPTED'],
    ['nothing after it', { endsOn: day(-1) }, {}, 'AGREEMENT_NOT_IN_FORCE'],
    ['nothing that it does not hold', {}, { term: 'COMMUNICATION_KIT' }, 'NOT_IN_THE_AGREEMENT'],
    ['something for today', {}, { dueOn: today }, 'ACCEPTED'],
    ['nothing for yesterday', {}, { dueOn: day(-1) }, 'DUE_IN_THE_PAST'],
    ['something for the last day of the agreement', {}, { dueOn: day(100) }, 'ACCEPTED'],
    ['nothing for the day after', {}, { dueOn: day(101) }, 'DUE_AFTER_THE_AGREEMENT'],
    ['something in 24 months', { endsOn: null }, { dueOn: addMonths(today, 24) }, 'ACCEPTED'],
    ['nothing a day later', { endsOn: null }, { dueOn: addDays(addMonths(today, 24), 1) }, 'DUE_TOO_LATE'],
    ['nothing of which nobody knows when it is done', {}, { doneWhen: ' ' }, 'DONE_WHEN_MISSING'],
  ] as const)('%s', (_, network, wanted, expected) => {
    expect(reasonOf(promise({ ...ecoter, ...network }, { ...draft, ...wanted }, false, today))).toBe(expected);
  });

  test('one thing at a time of each kind', () => {
    expect(reasonOf(promise(ecoter, draft, true, today))).toBe('PROMISED_ALREADY');
  });
});

describe('a promise is kept', () => {
  const figures = { ...promised, term: 'VISIBILITY_FIGURES' } as const;
  test.each([
    ['today', promised, {}, 'ACCEPTED'],
    ['not tomorrow', promised, { deliveredOn: day(1) }, 'DELIVERED_IN_THE_FUTURE'],
    ['on the day it was given', promised, { deliveredOn: day(-30) }, 'ACCEPTED'],
    ['not before', promised, { deliveredOn: day(-31) }, 'DELIVERED_BEFORE_THE_PROMISE'],
    ['late', { ...promised, dueOn: day(-1) }, {}, 'ACCEPTED'],
    ['once', { ...promised, deliveredOn: today }, {}, 'DELIVERED_ALREADY'],
    ['not without evidence', promised, { evidence: ' ' }, 'EVIDENCE_MISSING'],
    ['with figures when it is about figures', figures, { counted: 0 }, 'ACCEPTED'],
    ['not without them', figures, {}, 'COUNT_MISSING'],
    ['not with fewer than none', figures, { counted: -1 }, 'COUNT_IMPOSSIBLE'],
    ['not with more than there are people', figures, { counted: 100_000_001 }, 'COUNT_IMPOSSIBLE'],
    ['not with figures when it is about a page', promised, { counted: 3 }, 'COUNT_WITHOUT_FIGURES'],
  ] as const)('%s', (_, one, delivery, expected) => {
    expect(reasonOf(deliver(one, { ...shown, ...delivery }, today))).toBe(expected);
  });
});

test('what is due today is not overdue yet, and what was delivered late is delivered', () => {
  expect([29, 30, 31].map((days) => statusOn(promised, day(days)))).toEqual(['OPEN', 'OPEN', 'OVERDUE']);
  expect([31, 40, 41].map((days) => statusOn({ ...promised, deliveredOn: day(40) }, day(days)))).toEqual([
    'OVERDUE',
    'DELIVERED',
    'DELIVERED',
  ]);
});

describe('a promise is let go of', () => {
  test.each([
    ['before its day', promised, 'x', 'ACCEPTED'],
    ['after it', { ...promised, dueOn: day(-1) }, 'x', 'ACCEPTED'],
    ['not without saying why', promised, ' ', 'REASON_MISSING'],
    ['not once it was kept', { ...promised, deliveredOn: today }, 'x', 'DELIVERED_ALREADY'],
    ['once', { ...promised, releasedOn: today }, 'x', 'RELEASED_ALREADY'],
  ] as const)('%s', (_, one, reason, expected) => {
    expect(reasonOf(release(one, reason, today))).toBe(expected);
  });

  test('and is not kept any more, nor overdue', () => {
    const released = { ...promised, dueOn: day(-10), releasedOn: today };
    expect([-1, 0, 1].map((days) => statusOn(released, day(days)))).toEqual(['OVERDUE', 'RELEASED', 'RELEASED']);
    expect(reasonOf(deliver(released, shown, today))).toBe('RELEASED_ALREADY');
  });
});
