import { describe, expect, test } from '@jest/globals';
import { day } from '../../test/builders.ts';
import { type CohortDays, placesLeft, statusOn } from './cohort.ts';

const january: CohortDays = {
  opensOn: day('2019-11-19'),
  applyUntil: day('2019-12-20'),
  start: { fixedOn: day('2020-01-13'), windowFrom: null, windowTo: null },
  durationMonths: 12,
};
const marchOrApril: CohortDays = { ...january, start: { fixedOn: null, windowFrom: day('2020-03-01'), windowTo: day('2020-04-30') } };

describe('A cohort', () => {
  test.each([
    ['2019-11-18', 'PLANNED'],
    ['2019-11-19', 'OPEN'],
    ['2019-12-20', 'OPEN'],
    ['2019-12-21', 'SELECTING'],
    ['2020-01-12', 'SELECTING'],
    ['2020-01-13', 'RUNNING'],
    ['2021-01-12', 'RUNNING'],
    ['2021-01-13', 'COMPLETED'],
  ])('that starts in January for a year is, on %s, %s', (on, status) => {
    expect(statusOn(day(on), january)).toBe(status);
  });

  test('that starts in March or April counts as running only once the window has passed', () => {
    expect(statusOn(day('2020-03-15'), marchOrApril)).toBe('SELECTING');
    expect(statusOn(day('2020-04-30'), marchOrApril)).toBe('RUNNING');
    expect(statusOn(day('2021-04-30'), marchOrApril)).toBe('COMPLETED');
  });

  test('of thirty places with eighteen taken has twelve left, and never fewer than none', () => {
    expect(placesLeft({ capacity: 30, placesTaken: 18 })).toBe(12);
    expect(placesLeft({ capacity: 30, placesTaken: 31 })).toBe(0);
  });
});
