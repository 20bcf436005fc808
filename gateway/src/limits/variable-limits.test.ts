import { describe, expect, test } from '@jest/globals';
import { KnownError } from '../errors/known-error.ts';
import type { VariableLimits } from './limits.ts';
import { tooLarge } from './too-large.ts';
import { checkVariables } from './variable-limits.ts';

const roomy: VariableLimits = { values: 1_000, depth: 100, listLength: 1_000, textLength: 1_000 };

function said(variables: Record<string, unknown>, limits: Partial<VariableLimits> = {}): string | undefined {
  try {
    checkVariables(variables, { ...roomy, ...limits });
    return undefined;
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    expect(error.code).toBe('BAD_USER_INPUT');
    return error.message;
  }
}

const counted: [title: string, limit: keyof VariableLimits, count: number, variables: Record<string, unknown>, words: RegExp][] = [
  ['values, names included', 'values', 4, { a: 1, b: null }, /too many values/],
  ['values within lists and objects', 'values', 8, { a: [1, 2], b: { c: true } }, /too many values/],
  ['levels of lists', 'depth', 2, { a: [[]] }, /nested too deeply/],
  ['levels of objects', 'depth', 2, { a: { b: {} } }, /nested too deeply/],
  ['items of a list', 'listLength', 3, { a: [1, 2, 3] }, /list in the variables is too long/],
  ['items of a list far down', 'listLength', 2, { a: { b: [{ c: [1, 2] }] } }, /list in the variables is too long/],
  ['characters of a text', 'textLength', 4, { a: 'four' }, /text in the variables is too long/],
  ['characters of a text in a list', 'textLength', 4, { a: [['four']] }, /text in the variables is too long/],
  ['characters of a name', 'textLength', 4, { four: 1 }, /text in the variables is too long/],
];

describe('the variables of a request', () => {
  test.each(counted)('may hold just as many %s as the limit says', (_title, limit, count, variables) => {
    expect(said(variables, { [limit]: count })).toBeUndefined();
  });

  test.each(counted)('are refused for one more, in their own words: %s', (_title, limit, count, variables, words) => {
    expect(said(variables, { [limit]: count - 1 })).toMatch(words);
    expect(said(variables, { [limit]: count - 1 })).toContain(String(count - 1));
  });

  test.each([
    ['half of a character', { a: '\udc00' }],
    ['a NUL character far down', { a: [{ b: 'x\0y' }] }],
    ['a NUL character in a name', { a: { 'x\0y': 1 } }],
  ])('are refused for %s', (_title, variables) => {
    expect(said(variables)).toMatch(/Take it out/);
  });

  test.each(['1e400', '-1e400'])('are refused for a number beyond all that can be counted: %s', (number) => {
    expect(said(JSON.parse(`{"a":[{"b":${number}}]}`))).toMatch(/Give a smaller one/);
    expect(said(JSON.parse('{"a":[{"b":1e300}]}'))).toBeUndefined();
  });
});

test.each([
  'tokens',
  'depth',
  'selections',
  'aliases',
  'rootFields',
  'rootMutationFields',
  'repetitions',
  'directives',
  'introspectionDepth',
  'cycle',
  'values',
  'variableDepth',
  'listLength',
  'textLength',
] as const)('the refusal for %s names the limit in French and in English', (limit) => {
  const { fr, en } = tooLarge(limit, 4711).sentence;
  expect(fr).toMatch(/\b4711\b.*\.$/);
  expect(en).toMatch(/\b4711\b.*\.$/);
  expect(fr).not.toBe(en);
});

test('the refusal of an unreadable text says what to do in French and in English', () => {
  try {
    checkVariables({ a: '\0' }, roomy);
  } catch (error) {
    expect((error as KnownError).sentence.fr).toMatch(/Retirez-le/);
    expect((error as KnownError).sentence.en).toMatch(/Take it out/);
  }
  expect.assertions(2);
});
