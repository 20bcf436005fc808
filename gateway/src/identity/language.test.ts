import { expect, test } from '@jest/globals';
import { preferredLanguage } from './language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['fr', 'fr'],
  ['FR', 'fr'],
  ['fr-CA', 'fr'],
  ['de', 'en'],
  ['frx', 'en'],
  ['en, fr', 'en'],
  ['fr, en', 'en'],
  ['fr, en;q=0.9', 'fr'],
  ['de, fr;q=0.2', 'fr'],
  ['en;q=0.5, fr;q=0.8', 'fr'],
  ['en;q=0.8 , fr ; q=0.5', 'en'],
  ['fr;level=1;q=0.3, en;q=0.4', 'en'],
  ['fr;q=0', 'en'],
  ['fr;q=much', 'en'],
  ['fr;q=0.4, en;q=0.1, en;q=0.6', 'en'],
  [`${'x'.repeat(500)},fr`, 'en'],
  [`${'x'.repeat(497)},fr`, 'fr'],
])('who accepts %j is spoken to in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
