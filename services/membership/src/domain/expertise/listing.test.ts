import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { closeListing, type Draft, type ExpertiseTheme, isOpenOn, type Listing, publish } from './listing.ts';

const today = '2026-11-23' as LocalDate;
const theme: ExpertiseTheme = { code: 'export', objective: 'GROWTH', validFrom: '2009-11-23' as LocalDate, validTo: null };
const draft: Draft = { companyId: 'a', kind: 'OFFER', theme: 'export', title: 'Customs', openUntil: addDays(today, 90) };
const listed: Listing = { ...draft, publishedOn: today, closedOn: null };
const publishing = (change: Partial<Draft> = {}, isActive = true, of: ExpertiseTheme | undefined = theme, earlier: Listing[] = []) =>
  publish({ ...draft, ...change }, isActive, of, earlier, today);

describe('a member publishes what it can help with', () => {
  test('from today until the day it says', () => {
    const decision = publishing();
    const { title: _, ...facts } = { ...draft, publishedOn: today, closedOn: null };
    expect(decision).toEqual({ accepted: true, facts });
    expect(decision.accepted && isOpenOn(decision.facts, draft.openUntil)).toBe(true);
    expect(decision.accepted && isOpenOn(decision.facts, addDays(draft.openUntil, 1))).toBe(false);
  });

  test.each([
    ['while it is no active member', publishing({}, false), 'NOT_A_MEMBER'],
    ['on a theme that nobody knows', publish(draft, true, undefined, [], today), 'THEME_NOT_IN_USE'],
    ['on a theme that is not used any more', publishing({}, true, { ...theme, validTo: addDays(today, -1) }), 'THEME_NOT_IN_USE'],
    ['on a theme that is only planned', publishing({}, true, { ...theme, validFrom: addDays(today, 1) }), 'THEME_NOT_IN_USE'],
    ['without a title', publishing({ title: '  ' }), 'TITLE_MISSING'],
    ['until yesterday', publishing({ openUntil: addDays(today, -1) }), 'OPEN_UNTIL_PASSED'],
    ['for longer than a year', publishing({ openUntil: addDays(addMonths(today, 12), 1) }), 'OPEN_TOO_LONG'],
    ['a second time while the first is open', publishing({}, true, theme, [listed]), 'LISTED_ALREADY'],
  ])('but not %s', (_, decision, reason) => {
    expect(decision).toEqual({ accepted: false, reason });
  });

  test('again once the first was closed, and on what it needs at the same time', () => {
    expect(publishing({}, true, theme, [{ ...listed, closedOn: today }]).accepted).toBe(true);
    expect(publishing({ kind: 'NEED' }, true, theme, [listed]).accepted).toBe(true);
  });
});

test('a listing is closed once', () => {
  expect(closeListing(listed, today)).toEqual({ accepted: true, facts: { closedOn: today } });
  expect(closeListing({ ...listed, closedOn: today }, today)).toEqual({ accepted: false, reason: 'NOT_OPEN' });
  expect(closeListing(listed, addDays(listed.openUntil, 1))).toEqual({ accepted: false, reason: 'NOT_OPEN' });
});
