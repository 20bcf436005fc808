import { isRecord } from '../transport/answer.ts';
import { type Data, readerOf } from './own.ts';
import type { Place } from './steps.ts';

/** Collects the objects that stand at a place of the answer. */
export type Finder = (start: Data) => Data[];

type Walk = (value: unknown, found: Data[]) => void;

/** Prepares the way to a place. What is null or lost leads nowhere. */
export function finderOf(place: Place): Finder {
  const walk = place.reduceRight<Walk>(
    (onwards, step) => (step === '@' ? eachItem(onwards) : intoField(step, onwards)),
    (value, found) => {
      if (isRecord(value)) found.push(value);
    },
  );
  return (start) => {
    const found: Data[] = [];
    walk(start, found);
    return found;
  };
}

function eachItem(onwards: Walk): Walk {
  return (value, found) => {
    if (Array.isArray(value)) for (const item of value) onwards(item, found);
  };
}

function intoField(key: string, onwards: Walk): Walk {
  const read = readerOf(key);
  return (value, found) => {
    if (isRecord(value)) onwards(read(value), found);
  };
}
