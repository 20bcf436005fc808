import { expect, test } from '@jest/globals';
import { everyYear } from './movements.ts';

test('a year in which nobody came or went has its line', () => {
  const counted = [
    { year: 2012, joined: 1, left: 2 },
    { year: 2009, joined: 20, left: 0 },
  ];
  expect(everyYear(counted, 2013)).toEqual([
    { year: 2009, joined: 20, left: 0 },
    { year: 2010, joined: 0, left: 0 },
    { year: 2011, joined: 0, left: 0 },
    { year: 2012, joined: 1, left: 2 },
    { year: 2013, joined: 0, left: 0 },
  ]);
});

test('a network without members has no years', () => {
  expect(everyYear([], 2026)).toEqual([]);
});
