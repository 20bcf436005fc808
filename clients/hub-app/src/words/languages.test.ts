import { expect, test } from '@jest/globals';
import { languages, preferredLanguage, words } from './languages.ts';

test.each([
  ['ar-MA, fr;q=0.5', 'ar'],
  ['de, en-US;q=0.8, fr;q=0.9', 'fr'],
  ['en', 'en'],
  ['fr;q=0, en;q=0.1', 'en'],
  ['zh-CN', 'fr'],
  [';;q=x', 'fr'],
  [undefined, 'fr'],
])('a browser that wishes %s reads %s', (wished, language) => {
  expect(preferredLanguage(wished, 'fr')).toBe(language);
});

test('every language has every word', () => {
  const shape = (value: unknown): unknown =>
    value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)]))
      : typeof value;
  for (const language of languages) expect(shape(words[language])).toEqual(shape(words.fr));
});
