import type { Observation } from '../cases/shapes.ts';
import { isRefused } from './b4-work.ts';
import type { Check } from './observation.ts';

const most = 20;
/** Smaller requests count as this many bytes: a sentence that explains is longer than three letters that were wrong. */
const floor = 100;

/** B5: an error is no way to make much out of little. */
export const amplification: Check = (observation) => {
  const times = timesLarger(observation);
  return times > most ? `the answer is ${times.toFixed(0)} times the request` : undefined;
};

export function timesLarger(observation: Observation): number {
  const { seen } = observation;
  return isRefused(observation) ? Buffer.byteLength(seen.body) / Math.max(seen.bytesSent, floor) : 0;
}
