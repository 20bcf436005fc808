import { isRecord } from '../transport/answer.ts';
import type { Execution } from './execution.ts';
import { type Data, readerOf } from './own.ts';
import { wayTo } from './solely-brought.ts';
import type { Place } from './steps.ts';

/** Collects the objects that stand at some places of the answer. One that stands at several positions of a place is found once. */
export type Finder = (execution: Pick<Execution, 'data' | 'repeated'>) => Data[];

type Walk = (value: unknown, found: unknown[]) => void;

/** One step further from some objects. */
interface Stride {
  readonly walk: Walk;
  /** Whether the same object may be reached more than once. */
  readonly mayRepeat: boolean;
}

/**
 * Prepares the way to some places. What is null or lost leads nowhere.
 *
 * @param sole ways to the objects that may have been united
 */
export function finderOf(places: readonly Place[], sole: ReadonlySet<string>): Finder {
  const ways = places.map((place) => place.map((_, at) => strideOf(place, at, sole)));
  return ({ data, repeated }) => {
    const found = ways.map((strides) => objectsAt(data, strides, repeated.size > 0));
    return found.length === 1 && found[0] ? found[0] : found.flat();
  };
}

function objectsAt(start: Data, strides: readonly Stride[], areRepeated: boolean): Data[] {
  let values: unknown[] = [start];
  for (const { walk, mayRepeat } of strides) {
    const next: unknown[] = [];
    for (const value of values) walk(value, next);
    values = areRepeated && mayRepeat && next.length > 1 ? [...new Set(next)] : next;
  }
  return values.filter(isRecord);
}

function strideOf(place: Place, at: number, sole: ReadonlySet<string>): Stride {
  const step = place[at] ?? '';
  // A list is never the same as another; what it holds may be.
  const mayRepeat = place[at + 1] !== '@' && sole.has(wayTo(place.slice(0, at + 1)));
  return { walk: step === '@' ? eachItem : intoField(step), mayRepeat };
}

const eachItem: Walk = (value, found) => {
  if (Array.isArray(value)) for (const item of value) found.push(item);
};

function intoField(key: string): Walk {
  const read = readerOf(key);
  return (value, found) => {
    if (!isRecord(value)) return;
    const held = read(value);
    if (typeof held === 'object' && held !== null) found.push(held);
  };
}
