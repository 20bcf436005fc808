import { describe, expect, test } from '@jest/globals';
import { readActivity, readDepartment } from './search-terms.ts';

describe('a search for positions', () => {
  test.each(['09', '81', '2A', '976'])('understands the department %s', (code) => {
    expect(readDepartment(code)).toBe(code);
  });

  test.each(['9', '00', '20', '96', '2a', '810', 'Tarn', ''])('does not take "%s" for a department', (code) => {
    expect(readDepartment(code)).toBeUndefined();
  });

  test.each([
    ['30', '30'],
    ['30.30Z', '3030Z'],
    ['3030', '3030'],
    ['30.3', '303'],
  ])('understands the activity %s', (text, code) => {
    expect(readActivity(text)).toBe(code);
  });

  test.each(['3', '30%', '_0', '30.', 'aerospace', '30.30ZZ', ''])('does not take "%s" for an activity', (text) => {
    expect(readActivity(text)).toBeUndefined();
  });
});
