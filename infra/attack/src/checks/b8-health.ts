import type { Reading } from '../witness/witness.ts';
import type { Check } from './observation.ts';

const mostGrowth = 50 * 1024 * 1024;

/** B8: nobody taught every object a new word. */
export const prototypes: Check = ({ reading }) =>
  reading.newPrototypeKeys.length > 0 ? `new keys on Object.prototype: ${reading.newPrototypeKeys.join(', ')}` : undefined;

/**
 * B8: what was refused is not kept. Both readings after garbage was collected; the first when everything had been asked once.
 *
 * @param isWarm whether so much was asked before that the process has taken from the system what it needs
 */
export function growth(
  before: Pick<Reading, 'rss' | 'heapUsed'>,
  after: Pick<Reading, 'rss' | 'heapUsed'>,
  isWarm = true,
): string | undefined {
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
  if (after.heapUsed - before.heapUsed > mostGrowth)
    return `the heap grew from ${megabytes(before.heapUsed)} to ${megabytes(after.heapUsed)}`;
  return isWarm && after.rss - before.rss > mostGrowth ? `memory grew from ${megabytes(before.rss)} to ${megabytes(after.rss)}` : undefined;
}
