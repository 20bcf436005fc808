import { addMonths, type LocalDate, yearOf } from '@leader/subgraph-kit/values/local-date';

/** Accounts of a year are drawn up and approved within six months after its end. */
const monthsToDrawUpAccounts = 6;

/** Whether figures are too old to speak of today: closed longer ago than so many months, to the day. */
export function isStale(closedOn: LocalDate, maxAgeMonths: number, today: LocalDate): boolean {
  return addMonths(closedOn, maxAgeMonths) < today;
}

/** The last year whose accounts should exist today, for a company that closes on this day of the year (31 December when unknown). */
export function yearDue(closedOn: LocalDate | null, today: LocalDate): number {
  const lastDue = addMonths(today, -monthsToDrawUpAccounts);
  const day = closedOn?.slice(4) ?? '-12-31';
  const year = yearOf(lastDue);
  return `${year}${day}` <= lastDue ? year : year - 1;
}
