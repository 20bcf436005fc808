import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { differences, type Told } from './comparison.ts';
import { plantedFaults } from './planted-faults.ts';

const error = (code: string, ...path: (string | number)[]) => ({ path, extensions: { code } });
const whole: Told = { data: { a: [{ b: 1, c: null }, null], d: null }, errors: [error('CONFLICT', 'a', 0, 'c'), error('FORBIDDEN', 'd')] };

describe('two answers', () => {
  test('are the same with the same data and the same errors, in whatever order the errors come', () => {
    expect(differences({ ...whole, errors: [...whole.errors].reverse() }, whole)).toEqual([]);
  });

  test('are the same when another one of several errors took a thing away', () => {
    const lost = (field: string): Told => ({ data: { a: null }, errors: [error('CONFLICT', 'a', field)] });
    expect(differences(lost('x'), lost('y'))).toEqual([]);
    expect(differences({ data: { a: null }, errors: [error('CONFLICT', 'a')] }, lost('y'))).toEqual([]);
  });

  test.each<[string, Told]>([
    ['a value is null', { ...whole, data: { a: [{ b: null, c: null }, null], d: null } }],
    ['a field is missing', { ...whole, data: { a: [{ b: 1 }, null], d: null } }],
    ['a field is too much', { ...whole, data: { a: [{ b: 1, c: null, e: 1 }, null], d: null } }],
    ['fields stand in another order', { ...whole, data: { a: [{ c: null, b: 1 }, null], d: null } }],
    ['an item is missing', { ...whole, data: { a: [{ b: 1, c: null }], d: null } }],
    ['an error is missing', { ...whole, errors: whole.errors.slice(1) }],
    ['an error is too much', { ...whole, errors: [...whole.errors, error('CONFLICT', 'a', 1)] }],
    ['an error stands at another place', { ...whole, errors: [error('CONFLICT', 'a', 1), error('FORBIDDEN', 'd')] }],
    ['an error has another code', { ...whole, errors: [error('INTERNAL', 'a', 0, 'c'), error('FORBIDDEN', 'd')] }],
    ['an error has no place', { ...whole, errors: [...whole.errors, { extensions: { code: 'CONFLICT' } }] }],
  ])('are not the same when %s', (_what, ours) => {
    expect(differences(ours, whole)).not.toEqual([]);
  });
});

test.each(plantedFaults.map((fault) => [fault.title, fault] as const))(
  'there is still one place to plant that %s',
  async (_title, fault) => {
    const text = await readFile(new URL(`../../src/${fault.file}`, import.meta.url), 'utf8');
    expect(text.split(fault.find)).toHaveLength(2);
  },
);
