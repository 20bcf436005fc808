import { type LocalDate, localDateIn } from './local-date.ts';

/** Tells the day and the instant. Handed in, so that rules never look at a clock themselves. */
export interface Calendar {
  today(): LocalDate;
  now(): Date;
}

/** The running calendar of a zone. With `fixedToday` it stands still at noon of that day, for tests and demonstrations. */
export function calendarOf(zone: string, fixedToday?: LocalDate): Calendar {
  if (fixedToday) return { today: () => fixedToday, now: () => new Date(`${fixedToday}T12:00:00Z`) };
  return { today: () => localDateIn(zone, new Date()), now: () => new Date() };
}
