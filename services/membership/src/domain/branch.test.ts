import { expect, test } from '@jest/globals';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import { branchStatusOn, formerRegionOfBranch } from './branch.ts';

const day = (text: string) => text as LocalDate;

test('the hub in the United States was planned in November 2019 and is open since September 2021', () => {
  const hub = { plannedOn: day('2019-11-23'), openedOn: day('2021-09-20') };
  expect(branchStatusOn(hub, day('2019-11-22'))).toBeNull();
  expect(branchStatusOn(hub, day('2019-11-23'))).toBe('PLANNED');
  expect(branchStatusOn(hub, day('2021-09-20'))).toBe('ACTIVE');
});

test('a branch opened without a plan on record is simply not there before', () => {
  expect(branchStatusOn({ plannedOn: null, openedOn: day('2016-01-15') }, day('2016-01-14'))).toBeNull();
});

test('the Tarn branch lies in the west, the one in Alès in the east, a hub in neither', () => {
  expect(formerRegionOfBranch({ departments: ['81', '82'] })).toBe('MIDI_PYRENEES');
  expect(formerRegionOfBranch({ departments: ['30', '48'] })).toBe('LANGUEDOC_ROUSSILLON');
  expect(formerRegionOfBranch({ departments: [] })).toBeNull();
});
