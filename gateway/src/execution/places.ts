import { isRecord } from '../transport/answer.ts';
import { type Data, readerOf } from './own.ts';
import type { Place } from './steps.ts';

/** Collects the objects that stand at some places of the answer. */
export type Finder = (start: Data) => Data[];

type Walk = (value: unknown, found: Data[]) => void;

/** Prepares the way to some places. What is null or lost leads nowhere. */
export function finderOf(places: readonly Place[]): Finder {
  const walks = places.map(walkTo);
  return (start) => {
    const found: Data[] = [];
    for (const walk of walks) walk(start, found);
    return found;
  };
}

function walkTo(place: Place): Walk {
  return place.reduceRight<Walk>(
    (onwards, step) => (step === '@' ? eachItem(onwards) : intoField(step, onwards)),
    (value, found) => {
      if (isRecord(value)) found.push(value);
    },
  );
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
