import { expect, test } from '@jest/globals';
import { activitySectionOf, mainActivityOf } from './activity-section.ts';

test('aerospace construction is manufacturing, in every nomenclature', () => {
  expect(activitySectionOf('NAF_REV_2', '30.30Z')).toBe('C');
  expect(activitySectionOf('NAF_2025', '30.31Y')).toBe('C');
  expect(activitySectionOf('ISIC_4', '3030')).toBe('C');
});

test('programming is J in NAF rév. 2 but K in NAF 2025', () => {
  expect(activitySectionOf('NAF_REV_2', '62.01Z')).toBe('J');
  expect(activitySectionOf('NAF_2025', '62.10Y')).toBe('K');
});

test('retail of vehicles, division 45, is gone from NAF 2025', () => {
  expect(activitySectionOf('NAF_REV_2', '45.11Z')).toBe('G');
  expect(activitySectionOf('NAF_2025', '45.11Z')).toBeNull();
});

test('a code of no division, or no code at all, has no section', () => {
  expect(activitySectionOf('NAF_REV_2', '04.00Z')).toBeNull();
  expect(activitySectionOf('NAF_REV_2', 'aéronautique')).toBeNull();
});

test('from 2027 on the code of NAF 2025 speaks for a company that has both', () => {
  const codes = [{ nomenclature: 'NAF_REV_2' }, { nomenclature: 'NAF_2025' }];
  expect(mainActivityOf(codes, '2026-12-31')?.nomenclature).toBe('NAF_REV_2');
  expect(mainActivityOf(codes, '2027-01-01')?.nomenclature).toBe('NAF_2025');
  expect(mainActivityOf([{ nomenclature: 'ISIC_4' }], '2026-11-23')?.nomenclature).toBe('ISIC_4');
  expect(mainActivityOf([], '2026-11-23')).toBeUndefined();
});
