import { isRecord } from '../transport/answer.ts';
import { type Data, own, setOwn } from './own.ts';

/** Adds what a fetch brought to what is known. A loss or a null never takes the place of a value. */
export function merge(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    setOwn(target, key, merged(own(target, key), source[key]));
  }
}

function merged(known: unknown, arrived: unknown): unknown {
  if (known === undefined || known === null) return arrived instanceof Error && known === null ? null : arrived;
  if (arrived === undefined || arrived === null || arrived instanceof Error) return known;
  if (Array.isArray(known) && Array.isArray(arrived))
    return known.length === arrived.length ? known.map((item, index) => merged(item, arrived[index])) : known;
  if (isRecord(known) && isRecord(arrived)) merge(known, arrived);
  else return arrived;
  return known;
}

/** The same again, sharing nothing: what is later added to one position must not show up at another. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isRecord(value)) return value;
  const copy: Data = Object.create(null);
  for (const key of Object.keys(value)) setOwn(copy, key, copyOf(value[key]));
  return copy;
}
