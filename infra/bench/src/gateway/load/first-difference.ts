import { isDeepStrictEqual } from 'node:util';

/** The first place where an answer is not what it ought to be, in words. */
export function firstDifference(is: unknown, ought: unknown, place: string): string {
  if (isContainer(is) && isContainer(ought) && Array.isArray(is) === Array.isArray(ought)) {
    const names = new Set([...Object.keys(ought), ...Object.keys(is)]);
    const name = [...names].find((one) => !isDeepStrictEqual(is[one], ought[one]));
    if (name !== undefined) return firstDifference(is[name], ought[name], `${place}.${name}`);
  }
  return `${place} is ${short(is)}, and ought to be ${short(ought)}`;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const short = (value: unknown) => (value === undefined ? 'missing' : JSON.stringify(value).slice(0, 80));
