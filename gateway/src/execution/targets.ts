import { isRecord } from '../transport/answer.ts';
import { type Data, own } from './own.ts';

/** The objects that a path of the plan leads to; `@` stands for every item of a list. What is null or lost leads nowhere. */
export function objectsAt(start: readonly Data[], path: readonly (string | number)[]): Data[] {
  let reached: unknown[] = [...start];
  for (const step of path) {
    reached =
      step === '@'
        ? reached.flatMap((value) => (Array.isArray(value) ? value : []))
        : reached.map((value) => (isRecord(value) ? own(value, String(step)) : undefined));
  }
  return [...new Set(reached.filter(isRecord))];
}
