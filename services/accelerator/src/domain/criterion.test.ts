import { describe, expect, test } from '@jest/globals';
import { euros } from '../../test/builders.ts';
import { readCriterion, type StoredCriterion, unitOf } from './criterion.ts';

const turnover: StoredCriterion = {
  position: 1,
  stage: 'ELIGIBILITY',
  kind: 'TURNOVER',
  operator: 'MORE_THAN',
  threshold: '3000000.00',
  unit: 'EUR',
};

describe('A stored rule', () => {
  test('about turnover is read as an amount of its currency', () => {
    expect(readCriterion(turnover)).toEqual({
      position: 1,
      stage: 'ELIGIBILITY',
      kind: 'TURNOVER',
      operator: 'MORE_THAN',
      threshold: euros('3000000'),
    });
    expect(unitOf(readCriterion(turnover))).toBe('EUR');
  });

  test.each([
    [{ threshold: '3 M€' }],
    [{ unit: 'YEARS' }],
    [{ operator: 'IS' }],
    [{ stage: 'LATER' }],
    [{ kind: 'MOOD' }],
    [{ kind: 'SIZE_CATEGORY', operator: 'IS', threshold: 'TPE', unit: 'CATEGORY' }],
    [{ kind: 'SIZE_CATEGORY', operator: 'AT_MOST', threshold: 'PME', unit: 'CATEGORY' }],
    [{ kind: 'COMPANY_AGE', operator: 'AT_LEAST', threshold: '-5', unit: 'YEARS' }],
    [{ kind: 'FIGURES_AGE', operator: 'AT_MOST', threshold: '18', unit: 'YEARS' }],
    [{ kind: 'AUDIT', operator: 'IS', threshold: 'MEMBER', unit: 'STATUS' }],
  ])('that is only half understood judges nobody: %j', (difference) => {
    expect(() => readCriterion({ ...turnover, ...difference })).toThrow();
  });
});
