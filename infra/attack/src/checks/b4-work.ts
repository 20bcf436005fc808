import { availableParallelism, loadavg } from 'node:os';
import type { Observation } from '../cases/shapes.ts';
import type { Check } from './observation.ts';

/** How much longer than in idle hours a refused request may keep the event loop from everybody else, in milliseconds: more where others work too. */
export const allowance = (loadavg()[0] ?? 0) > availableParallelism() ? 100 : 50;

/** B4: what is refused has cost nobody anything. */
export const noWorkBeforeRefusal: Check = (observation) => {
  const { sending, seen, reading } = observation;
  if (!isRefused(observation)) return undefined;
  if (sending.door === 'gateway')
    return reading.fetches > 0 && sending.case.expects.isRefusal
      ? `${reading.fetches} calls of subgraphs before it was refused`
      : undefined;
  return seen.status === 401 && reading.statements > 0 ? `${reading.statements} SQL statements before it was refused` : undefined;
};

/** B4: the event loop answers others meanwhile. */
export const block: Check = (observation, { idleBlockMs }) => {
  if (!isRefused(observation)) return undefined;
  const { blockMs } = observation.reading;
  return blockMs > idleBlockMs + allowance
    ? `the event loop stood still for ${blockMs.toFixed(0)} ms (idle: ${idleBlockMs.toFixed(0)} ms)`
    : undefined;
};

export function isRefused({ answer, seen }: Observation): boolean {
  return seen.status >= 400 || answer?.data === undefined || answer.data === null;
}
