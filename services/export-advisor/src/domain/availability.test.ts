import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { type Booking, freeDesks } from './availability.ts';

const day = (text: string) => text as LocalDate;
const twoWeeks = { from: day('2026-11-23'), to: day('2026-12-06') };
const booking = (from: string, to: string, desks = 1): Booking => ({ from: day(from), to: day(to), desks });

describe('free desks of a place', () => {
  test('are all of them when nobody booked', () => {
    expect(freeDesks(6, [], twoWeeks)).toBe(6);
  });

  test('are what is left on the fullest day, not on the average one', () => {
    expect(freeDesks(6, [booking('2026-11-24', '2026-11-26', 4), booking('2026-11-26', '2026-11-30', 1)], twoWeeks)).toBe(1);
  });

  test('count bookings that follow each other only once', () => {
    expect(freeDesks(2, [booking('2026-11-23', '2026-11-25', 2), booking('2026-11-26', '2026-11-28', 2)], twoWeeks)).toBe(0);
    expect(freeDesks(3, [booking('2026-11-23', '2026-11-25', 2), booking('2026-11-26', '2026-11-28', 2)], twoWeeks)).toBe(1);
  });

  test('are taken on the last day of a booking and free on the day after', () => {
    const taken = [booking('2026-11-10', '2026-11-23', 2)];
    expect(freeDesks(2, taken, twoWeeks)).toBe(0);
    expect(freeDesks(2, taken, { from: day('2026-11-24'), to: day('2026-12-06') })).toBe(2);
  });

  test('are not touched by bookings of other weeks', () => {
    expect(freeDesks(2, [booking('2026-10-01', '2026-11-22', 2), booking('2026-12-07', '2026-12-30', 2)], twoWeeks)).toBe(2);
  });

  test('are none, never fewer, when the capacity was lowered under the bookings', () => {
    expect(freeDesks(1, [booking('2026-11-24', '2026-11-24', 3)], twoWeeks)).toBe(0);
  });

  test('are always what counting every single day would give', () => {
    const start = day('2026-03-20');
    const span = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 })).map(([from, length]) => ({
      from: addDays(start, from),
      to: addDays(start, from + length),
    }));
    const bookings = fc.array(
      fc.tuple(span, fc.integer({ min: 1, max: 4 })).map(([days, desks]) => ({ ...days, desks })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(bookings, span, fc.integer({ min: 0, max: 20 }), (taken, stay, capacity) => {
        let free = capacity;
        for (let date = stay.from; date <= stay.to; date = addDays(date, 1)) {
          const desks = taken.filter((one) => one.from <= date && date <= one.to).reduce((sum, one) => sum + one.desks, 0);
          free = Math.min(free, capacity - desks);
        }
        expect(freeDesks(capacity, taken, stay)).toBe(Math.max(0, free));
      }),
    );
  });
});
