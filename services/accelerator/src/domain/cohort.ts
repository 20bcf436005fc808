import { addMonths, type LocalDate } from '@leader/subgraph-kit/values/local-date';

export type CohortStatus = 'PLANNED' | 'OPEN' | 'SELECTING' | 'RUNNING' | 'COMPLETED';

/** A fixed first day, or the window it will fall into while it is not fixed. */
export type CohortStart =
  | { readonly fixedOn: LocalDate; readonly windowFrom: null; readonly windowTo: null }
  | { readonly fixedOn: null; readonly windowFrom: LocalDate; readonly windowTo: LocalDate };

/** The days of a group that goes through a program together. */
export interface CohortDays {
  readonly opensOn: LocalDate;
  /** Last day for applications, included. */
  readonly applyUntil: LocalDate;
  readonly start: CohortStart;
  readonly durationMonths: number;
}

/** Where a cohort stands on a day, told from its days alone. */
export function statusOn(day: LocalDate, cohort: CohortDays): CohortStatus {
  if (day < cohort.opensOn) return 'PLANNED';
  if (day <= cohort.applyUntil) return 'OPEN';
  const latestStart = cohort.start.fixedOn ?? cohort.start.windowTo;
  if (day < latestStart) return 'SELECTING';
  return day < addMonths(latestStart, cohort.durationMonths) ? 'RUNNING' : 'COMPLETED';
}

export function placesLeft(cohort: { readonly capacity: number; readonly placesTaken: number }): number {
  return Math.max(0, cohort.capacity - cohort.placesTaken);
}
