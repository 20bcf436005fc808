import { describe, expect, test } from '@jest/globals';
import type { BatchStatus, RowVerdict } from './affiliation-batch.ts';
import { type Settlement, settle } from './suspect-row.ts';

const suspect: RowVerdict = {
  line: 3,
  outcome: 'SUSPECT',
  reasons: [{ code: 'SIMILAR_NAME_KNOWN', about: 'Moulin' }],
  companyId: null,
  similarTo: ['a', 'b'],
};
const same: Settlement = { verdict: 'SAME_COMPANY', companyId: 'b', reason: 'Moved in May' };
const another: Settlement = { verdict: 'ANOTHER_COMPANY', companyId: null, reason: 'Two brothers' };
const answer = (settlement: Settlement, row: RowVerdict | undefined = suspect, status: BatchStatus = 'CHECKED') => {
  const decision = settle(status, row, settlement);
  return decision.accepted ? decision.facts : decision.reason;
};

describe('a suspect row is settled by a person', () => {
  test('as one of the companies it may be, or as none of them', () => {
    expect(answer(same)).toEqual(['b']);
    expect(answer(another)).toEqual(['a', 'b']);
    expect(answer(same, suspect, 'APPROVED')).toEqual(['b']);
  });

  test('while its batch is checked and not closed', () => {
    expect(answer(same, suspect, 'UPLOADED')).toBe('NOT_CHECKED');
    expect(answer(same, suspect, 'APPLIED')).toBe('APPLIED_ALREADY');
    expect(answer(same, suspect, 'ABANDONED')).toBe('ABANDONED_ALREADY');
  });

  test('when there is anything to settle', () => {
    expect(settle('CHECKED', undefined, same)).toMatchObject({ reason: 'NO_SUCH_LINE' });
    expect(answer(same, { ...suspect, outcome: 'REFUSED' })).toBe('NOT_SUSPECT');
    expect(answer(same, { ...suspect, reasons: [{ code: 'SAME_NUMBER_AS_WAITING_LINE', about: '2' }] })).toBe('FOLLOWS_AN_EARLIER_LINE');
    expect(answer(same, { ...suspect, similarTo: [] })).toBe('APPLY_EARLIER_LINE_FIRST');
  });

  test('with a company that it may be, and a reason', () => {
    expect(answer({ ...same, companyId: 'c' })).toBe('NOT_ONE_OF_THEM');
    expect(answer({ ...same, companyId: null })).toBe('NOT_ONE_OF_THEM');
    expect(answer({ ...another, companyId: 'a' })).toBe('NOT_ONE_OF_THEM');
    expect(answer({ ...same, reason: '' })).toBe('REASON_MISSING');
  });
});
