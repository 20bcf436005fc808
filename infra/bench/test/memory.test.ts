import { expect, test } from '@jest/globals';
import { slopeOf } from '../src/memory/slope.ts';

test('memory that goes up and down around one size is flat; memory that keeps something of each thing is not', () => {
  const sizes = (size: (at: number) => number) => Array.from({ length: 20 }, (_, at) => ({ at: at * 1_000, size: size(at) }));
  expect(slopeOf(sizes(() => 5_000_000))).toBe(0);
  expect(Math.abs(slopeOf(sizes((at) => 5_000_000 + (at % 2) * 100_000)))).toBeLessThan(2);
  expect(slopeOf(sizes((at) => 5_000_000 + at * 120_000))).toBeCloseTo(120);
  expect(slopeOf(sizes((at) => 5_000_000 - at * 1_000))).toBeCloseTo(-1);
});
