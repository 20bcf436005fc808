import { addMonths, type LocalDate, parseLocalDate, yearOf } from '@leader/subgraph-kit/values/local-date';

/** Figures that may be used, or the closed year that is missing. */
export type KnownFigures =
  | { readonly known: true; readonly closedOn: LocalDate }
  | { readonly known: false; readonly missingYear: number; readonly lastKnownYear: number | null };

/** Accounts are approved within six months of the closing day (Code de commerce, art. L. 225-100 and L. 223-26). */
const monthsUntilApproved = 6;

/**
 * Tells whether the last known figures are recent enough, or which closed year is missing.
 *
 * @param longestAge months that figures may be old; null when the rules do not say
 */
export function figuresOn(today: LocalDate, closedOn: LocalDate | null, longestAge: number | null): KnownFigures {
  if (closedOn === null || closedOn > today) return { known: false, missingYear: yearOf(lastClosingDue(today, null)), lastKnownYear: null };
  if (longestAge === null || addMonths(closedOn, longestAge) >= today) return { known: true, closedOn };
  const lastKnownYear = yearOf(closedOn);
  return { known: false, missingYear: Math.max(yearOf(lastClosingDue(today, closedOn)), lastKnownYear + 1), lastKnownYear };
}

/** The last closing day whose accounts should exist today. A company closes on the same day every year, 31 December unless known otherwise. */
function lastClosingDue(today: LocalDate, closedOn: LocalDate | null): LocalDate {
  const day = closedOn ?? parseLocalDate(`${yearOf(today) - 1}-12-31`);
  let years = yearOf(today) - yearOf(day);
  while (addMonths(day, 12 * years + monthsUntilApproved) > today) years -= 1;
  return addMonths(day, 12 * years);
}
