import { expect, test } from '@jest/globals';
import { Overload } from './overload.ts';

const crowd = 250;
const calm = 1_000;

/** Whether it is overload at each of the moments, at which somebody comes and there is no room. */
function seenAt(moments: readonly number[]) {
  const overload = new Overload(crowd, calm);
  return moments.map((moment) => overload.noteNoRoom(moment));
}

const every = (pause: number, from: number, until: number) =>
  Array.from({ length: Math.floor((until - from) / pause) + 1 }, (_, index) => from + index * pause);

test('a crowd that comes at once is none', () => {
  expect(seenAt([...Array.from({ length: 500 }, () => 7), ...every(10, 7, 257)])).not.toContain(true);
});

test('no room again and again for longer than a crowd takes is overload', () => {
  expect(seenAt([0, 100, 250, 251, 500])).toEqual([false, false, false, true, true]);
});

test('overload is over when there was room for a while, not at the first pause', () => {
  expect(seenAt([...every(10, 0, 1_000), 2_000, 3_001, 3_100, 3_251, 3_252]).slice(-6)).toEqual([true, true, false, false, false, true]);
});

test('one crowd after the other, with room between them, is none', () => {
  expect(seenAt([0, 50, 301, 400, 651, 900, 1_151])).not.toContain(true);
});

test('a clock that begins anywhere tells the same', () => {
  expect(seenAt([-1_000, -800, -700, 5_000])).toEqual([false, false, true, false]);
});
