import { expect, test } from '@jest/globals';
import { formerRegionOf } from './former-region.ts';

test('the Gard lies in the east, the Tarn and the Ariège in the west', () => {
  expect(formerRegionOf('30')).toBe('LANGUEDOC_ROUSSILLON');
  expect(formerRegionOf('81')).toBe('MIDI_PYRENEES');
  expect(formerRegionOf('09')).toBe('MIDI_PYRENEES');
});

test('Paris, and a company abroad, lie in neither', () => {
  expect(formerRegionOf('75')).toBeNull();
  expect(formerRegionOf(null)).toBeNull();
});
