/**
 * How much a figure changed, in tenths of a percent, computed on whole numbers.
 * Rounded down, so that what falls short of a threshold by a hair never reads as having reached it.
 *
 * @param before above zero: nothing can be compared with zero
 */
export function changeInTenths(before: bigint, after: bigint): bigint {
  return floorDivide((after - before) * 1000n, before);
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
