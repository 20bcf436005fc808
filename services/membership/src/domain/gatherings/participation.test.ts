import { expect, test } from '@jest/globals';
import { told, toldParts } from './participation.ts';

const of = (participants: number, companies = participants) => ({ gatherings: 1, participants, companies });

test('one to four people are not told, none and five are', () => {
  expect([0, 1, 4, 5].map((count) => told(of(count)).participants)).toEqual([0, null, null, 5]);
});

test('a single part that is too small takes the smallest of the others with it, so that it is not what is missing to the whole', () => {
  expect(toldParts([of(12), of(3), of(7), of(0)]).map(({ participants }) => participants)).toEqual([12, null, null, 0]);
});

test('two small parts hide each other, and people are hidden without their companies', () => {
  expect(toldParts([of(12), of(3), of(2)]).map(({ participants }) => participants)).toEqual([12, null, null]);
  expect(toldParts([of(12, 9), of(6, 2), of(8, 6)])).toMatchObject([
    { participants: 12, companies: 9 },
    { participants: 6, companies: null },
    { participants: 8, companies: null },
  ]);
});
