import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import { later, type Stay } from './stay.ts';

/** Desks somebody holds on each local day of a stay. */
export interface Booking extends Stay {
  readonly desks: number;
}

/** Desks free on every single day of the stay: the capacity less what is booked on the fullest day, never below none. */
export function freeDesks(capacity: number, bookings: readonly Booking[], stay: Stay): number {
  return Math.max(0, capacity - fullestDay(bookings, stay));
}

/** Counted by calendar days of the place, so that neither a clock change nor Ramadan moves a booking. */
function fullestDay(bookings: readonly Booking[], stay: Stay): number {
  const change = new Map<LocalDate, number>();
  const add = (day: LocalDate, desks: number) => change.set(day, (change.get(day) ?? 0) + desks);
  for (const booking of bookings) {
    if (booking.to < stay.from || booking.from > stay.to) continue;
    add(later(booking.from, stay.from), booking.desks);
    add(addDays(booking.to, 1), -booking.desks);
  }
  let taken = 0;
  let most = 0;
  for (const day of [...change.keys()].sort()) {
    taken += change.get(day) ?? 0;
    most = Math.max(most, taken);
  }
  return most;
}
