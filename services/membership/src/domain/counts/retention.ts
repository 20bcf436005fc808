import { partsUnlessFew } from '../few.ts';
import type { FigureGap } from './figure-gap.ts';

/** What became of those who were active members twelve months before. */
export interface Cohort {
  readonly cohort: number;
  /** Active members again, or still. */
  readonly retained: number;
  /** Members whose dues are late or whose rights rest: neither kept nor lost yet. */
  readonly undecided: number;
}

/** How many months a cohort is followed. */
export const cohortMonths = 12;

export interface Retention {
  readonly cohort: number;
  readonly retained: number | null;
  readonly undecided: number | null;
  readonly left: number | null;
  /** Of the whole cohort, from 0 to 1. */
  readonly rate: number | null;
  readonly gap: FigureGap | null;
}

/** The share of a cohort that stayed, unless nobody was in it or what is told would point at the few who left. */
export function retentionOf({ cohort, retained, undecided }: Cohort): Retention {
  const [stayed = null, open = null, gone = null] = partsUnlessFew([retained, undecided, cohort - retained - undecided]);
  if (cohort === 0) return { cohort, retained: 0, undecided: 0, left: 0, rate: null, gap: 'NOBODY' };
  const rate = stayed === null ? null : stayed / cohort;
  return { cohort, retained: stayed, undecided: open, left: gone, rate, gap: rate === null ? 'TOO_FEW' : null };
}
