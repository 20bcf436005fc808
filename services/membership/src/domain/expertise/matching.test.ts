import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closenesses, closenessOf, neighboursOf, rankOf, reasonsOf } from './matching.ts';

const albi = { town: 'Albi', department: '81', branchId: 'tarn' };

describe('how near a company is', () => {
  test.each([
    ['in the same town', { ...albi, branchId: 'toulouse' }, 'SAME_TOWN'],
    ['in the same department', { ...albi, town: 'Castres' }, 'SAME_DEPARTMENT'],
    ['of the same branch', { town: 'Montauban', department: '82', branchId: 'tarn' }, 'SAME_BRANCH'],
    ['next door, across the old border', { town: 'Béziers', department: '34', branchId: 'montpellier' }, 'NEIGHBOURING_DEPARTMENT'],
    ['in the same former region', { town: 'Tarbes', department: '65', branchId: 'toulouse' }, 'SAME_FORMER_REGION'],
    ['at the other end', { town: 'Nîmes', department: '30', branchId: 'nimes' }, 'FURTHER_AWAY'],
    ['abroad', { town: 'Casablanca', department: null, branchId: 'maroc' }, 'FURTHER_AWAY'],
  ])('%s', (_, other, closeness) => {
    expect(closenessOf(albi, other)).toBe(closeness);
  });

  test('two companies whose places nobody knows are not in the same one', () => {
    const nowhere = { town: null, department: null, branchId: null };
    expect(closenessOf(nowhere, nowhere)).toBe('FURTHER_AWAY');
  });

  test('a department is a neighbour of its neighbours', () => {
    const all = ['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82'];
    for (const one of all) for (const other of neighboursOf(one)) expect(neighboursOf(other)).toContain(one);
  });
});

test('a listing is ranked by theme, then place, then size, and its reasons say exactly that', () => {
  const match = fc.record({ hasSameTheme: fc.boolean(), closeness: fc.constantFrom(...closenesses), hasSameSize: fc.boolean() });
  fc.assert(
    fc.property(match, match, (one, other) => {
      const order = ({ hasSameTheme, closeness, hasSameSize }: typeof one) => [
        hasSameTheme ? 0 : 1,
        closenesses.indexOf(closeness),
        hasSameSize ? 0 : 1,
      ];
      const [left, right] = [order(one), order(other)];
      const difference = left.map((value, index) => value - (right[index] ?? 0)).find((value) => value !== 0) ?? 0;
      expect(Math.sign(rankOf(one) - rankOf(other))).toBe(Math.sign(difference));
      expect(reasonsOf(rankOf(one))).toEqual([
        one.hasSameTheme ? 'SAME_THEME' : 'SAME_OBJECTIVE',
        one.closeness,
        ...(one.hasSameSize ? ['SAME_SIZE'] : []),
      ]);
    }),
  );
});
