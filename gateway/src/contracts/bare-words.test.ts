import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { refuseBareWords } from './bare-words.ts';

const schema = refuseBareWords(
  buildSchema('scalar Day enum Kind { SOLAR } type Query { year(day: Day, days: [Day!], kind: Kind, name: String): Int }'),
);
const mistakes = (query: string) => validate(schema, parse(query)).map(({ message }) => message);

test.each([
  ['{ year(day: "2026-01-01", days: ["2026-01-01"], kind: SOLAR, name: "a") }', []],
  ['query ($day: Day!) { year(day: $day, days: [$day]) }', []],
  ['{ year(day: 7, days: null) }', []],
  ['{ year(day: today) }', ['Day is written in quotes: "today".']],
  ['{ year(days: ["2026-01-01", today]) }', ['Day is written in quotes: "today".']],
])('%s has these mistakes: %j', (query, expected) => {
  expect(mistakes(query).map((one) => one.replace(/^.*found .*?; /, ''))).toEqual(expected);
});
