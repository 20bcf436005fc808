import { describe, expect, test } from '@jest/globals';
import { encodeId, idFromName, isId, kindOfId, newId, parseId } from './ids.ts';

describe('a typed id', () => {
  test('is what its UUID is, both ways', () => {
    const uuid = newId();
    expect(parseId('company', encodeId('company', uuid))).toBe(uuid);
    expect(kindOfId(encodeId('regional_house', uuid))).toBe('regional_house');
  });

  test('sorts by the time it was made', () => {
    const ids = Array.from({ length: 50 }, () => encodeId('company', newId()));
    expect([...ids].sort()).toEqual(ids);
  });

  test('of another type is refused by the name of both types', () => {
    expect(() => parseId('program', encodeId('company', newId()))).toThrow('the id of a company, but a program is expected');
  });

  test.each([
    '',
    'company',
    'company_',
    'company_01h',
    '42',
    'company_0000000000000000000000000!',
    `company_${'z'.repeat(26)}`,
    '__proto___1',
    'Company_01h455vb4pex5vsknk084sn02q',
  ])('written %p is refused with a hint', (text) => {
    expect(() => parseId('company', text)).toThrow(/company_/);
    expect(isId('company', text)).toBe(false);
  });

  test('made from a name is the same wherever it is made', () => {
    expect(idFromName('company', 'example')).toBe(idFromName('company', 'example'));
    expect(idFromName('company', 'example')).not.toBe(idFromName('branch', 'example'));
    expect(parseId('company', encodeId('company', idFromName('company', 'example')))).toBe(idFromName('company', 'example'));
  });
});
