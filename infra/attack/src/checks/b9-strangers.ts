import type { Check } from './observation.ts';

/** B9: whatever is asked, each process speaks with this machine alone, from its start on. */
export const strangers: Check = ({ reading }) =>
  reading.strangers.length > 0 ? `it looked up or called ${reading.strangers.join(', ')}` : undefined;
