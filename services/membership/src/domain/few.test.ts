import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partsUnlessFew } from './few.ts';

test('a single part that is too small takes the smallest of the others with it', () => {
  expect(partsUnlessFew([12, 3, 7, 0])).toEqual([12, null, null, 0]);
  expect(partsUnlessFew([12, 3, 2])).toEqual([12, null, null]);
  expect(partsUnlessFew([12, 7, 5, 0])).toEqual([12, 7, 5, 0]);
});

test('two small parts that would be one each take another with them', () => {
  expect(partsUnlessFew([12, 1, 7, 1])).toEqual([12, null, null, null]);
  expect(partsUnlessFew([1, 1])).toEqual([null, null]);
});

test('no part of one to four is told, and the whole less what is told is no such number either', () => {
  const counts = fc.array(fc.oneof(fc.nat(6), fc.nat(40)), { maxLength: 12 });
  fc.assert(
    fc.property(counts, (parts) => {
      const told = partsUnlessFew(parts);
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const open = told.reduce<number>((rest, part) => rest - (part ?? 0), whole);
      told.forEach((part, index) => {
        if (part !== null) expect([part, part === 0 || part >= 5]).toEqual([parts[index], true]);
      });
      // Where even the whole is few, or all of it is one part, nothing but leaving out everything helps.
      if (told.some((part) => part !== null && part > 0)) expect(open === 0 || open >= 5).toBe(true);
      if (told.some((part) => part !== null && part > 0)) expect(told.filter((part) => part === null).length).not.toBe(1);
    }),
  );
});
