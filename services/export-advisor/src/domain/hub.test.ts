import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import { distanceInKm, type Hub, hubStatusOn, nearestOpenHub } from './hub.ts';

const day = (text: string) => text as LocalDate;
const casablanca: Hub = {
  country: 'MA',
  branchId: 'maroc',
  town: 'Casablanca',
  latitude: 33.57,
  longitude: -7.59,
  plannedOn: day('2018-06-21'),
  openedOn: day('2019-01-15'),
};
const newYork: Hub = {
  country: 'US',
  branchId: 'usa',
  town: 'New York',
  latitude: 40.71,
  longitude: -74.01,
  plannedOn: day('2019-11-23'),
  openedOn: day('2021-09-20'),
};
const shanghai: Hub = {
  country: 'CN',
  branchId: 'asie',
  town: 'Shanghai',
  latitude: 31.23,
  longitude: 121.47,
  plannedOn: day('2019-11-23'),
  openedOn: day('2022-06-14'),
};
const hubs = [casablanca, newYork, shanghai];
const today = day('2026-11-23');

describe('a hub', () => {
  test('is nothing before it is planned, planned until it opens, and open from that day on', () => {
    expect(hubStatusOn(newYork, day('2019-11-22'))).toBeUndefined();
    expect(hubStatusOn(newYork, day('2019-11-23'))).toBe('PLANNED');
    expect(hubStatusOn(newYork, day('2021-09-19'))).toBe('PLANNED');
    expect(hubStatusOn(newYork, day('2021-09-20'))).toBe('OPEN');
  });

  test('of Shanghai is the nearest one for Vietnam, of Casablanca for Senegal, of New York for Mexico', () => {
    expect(nearestOpenHub({ latitude: 16, longitude: 108 }, hubs, today)).toEqual({ hub: shanghai, distanceKm: 2175 });
    expect(nearestOpenHub({ latitude: 14, longitude: -14 }, hubs, today)?.hub).toBe(casablanca);
    expect(nearestOpenHub({ latitude: 23, longitude: -102 }, hubs, today)?.hub).toBe(newYork);
  });

  test('that was only planned is not the nearest one', () => {
    expect(nearestOpenHub({ latitude: 16, longitude: 108 }, hubs, day('2020-01-01'))?.hub).toBe(casablanca);
    expect(nearestOpenHub({ latitude: 16, longitude: 108 }, hubs, day('2018-12-31'))).toBeUndefined();
  });

  test('is found across the date line', () => {
    expect(nearestOpenHub({ latitude: -17, longitude: -179 }, hubs, today)?.hub).toBe(shanghai);
  });

  test('lies as far from a country as the country lies from it, and never beyond the other side of the globe', () => {
    const place = fc.record({ latitude: fc.integer({ min: -90, max: 90 }), longitude: fc.integer({ min: -180, max: 180 }) });
    fc.assert(
      fc.property(place, place, (one, other) => {
        expect(distanceInKm(one, other)).toBeCloseTo(distanceInKm(other, one), 6);
        expect(distanceInKm(one, other)).toBeLessThanOrEqual(20016);
        expect(distanceInKm(one, one)).toBe(0);
      }),
    );
  });
});
