import { expect, test } from '@jest/globals';
import { type MergeRecord, undoMerge } from './undoing.ts';

const merge: MergeRecord = { isUndone: false, isMergedSince: false, changedSince: [], isNumberTaken: false };
const answer = (change: Partial<MergeRecord>, reason = 'Two sisters.') => {
  const decision = undoMerge({ ...merge, ...change }, reason);
  return decision.accepted ? 'APART' : decision.reason;
};

test('a merge is undone once, the latest first, while nothing was entered since that could be of either, and with a reason', () => {
  expect(answer({})).toBe('APART');
  expect(answer({ isUndone: true, changedSince: ['DUES'] })).toBe('UNDONE_ALREADY');
  expect(answer({ isMergedSince: true, changedSince: ['DUES'] })).toBe('MERGED_SINCE');
  expect(answer({ changedSince: ['LISTS', 'FIGURES', 'DUES'] })).toBe('DUES_CHANGED_SINCE');
  expect(answer({ isNumberTaken: true })).toBe('NUMBER_TAKEN_SINCE');
  expect(answer({}, '')).toBe('REASON_MISSING');
});
