import type { Pace } from '../../../src/events/relay.ts';

/** Impatient, so that a test needs no patience either. */
export const quick: Partial<Pace> = { idle: 10, heartbeat: 20, retry: 10, longestRetry: 40, attempts: 3, firstPause: 5 };
