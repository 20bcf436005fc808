import { expect, test } from '@jest/globals';
import { tellApart } from './telling-apart.ts';

const pair = { companyId: 'moulin', otherCompanyId: 'moulinet', isToldApart: false };
const answer = (change: object, reason = 'Two families, two mills.') => {
  const decision = tellApart({ ...pair, ...change }, reason);
  return decision.accepted ? decision.facts : decision.reason;
};

test('two companies that seem to be one are told apart once, with a reason', () => {
  expect(answer({})).toEqual({ reason: 'Two families, two mills.' });
  expect(answer({ otherCompanyId: 'moulin' })).toBe('SAME_COMPANY');
  expect(answer({ isToldApart: true })).toBe('TOLD_APART_ALREADY');
  expect(answer({}, '')).toBe('REASON_MISSING');
});
