import { expect, test } from '@jest/globals';
import { conventionProblems } from './conventions.ts';

const owners = { Company: 'membership' };
const problemsOf = (name: string, sdl: string) => conventionProblems([{ name, sdl }], owners);
const good = `
  "A company."
  type Company @key(fields: "id") { "Its id." id: ID! "Its name." name: String }
  "A page of companies."
  type CompanyConnection { "How many, in all." totalCount: Int }
  type Query { "Companies." companies("From the start." first: Int "From the end." last: Int): CompanyConnection }
  "How sure." enum Sureness { "Very." HIGH }
`;

test('a schema that keeps the conventions passes', () => {
  expect(problemsOf('membership', good)).toEqual([]);
});

test.each([
  ['type', '"A company."\n', 'membership: Company has no description'],
  ['field', '"Its name."', 'membership: Company.name has no description'],
  ['argument', '"From the end."', 'membership: Query.companies(last) has no description'],
  ['enum value', '"Very."', 'membership: Sureness.HIGH has no description'],
])('a %s without a description is found', (_what, description, problem) => {
  expect(problemsOf('membership', good.replace(description, ''))).toEqual([problem]);
});

test('a list without its end is found', () => {
  expect(problemsOf('membership', good.replace('"From the end." last: Int', ''))).toEqual([
    'membership: Query.companies is a list without the argument last',
  ]);
});

test('a field of an entity that others lead to must be able to fail alone, with its owner too', () => {
  const sdl = '"A." type Company @key(fields: "id") { "Id." id: ID! "Fit." fit: String! }';
  expect(problemsOf('fund', sdl)).toEqual([
    "fund: Company.fit is part of an entity that others lead to (membership's) and must be nullable",
  ]);
  expect(problemsOf('membership', good.replace('name: String', 'name: String!'))).toEqual([
    "membership: Company.name is part of an entity that others lead to (membership's) and must be nullable",
  ]);
  expect(problemsOf('fund', sdl.replace('fit: String!', 'fit: String'))).toEqual([]);
});

test('a field that leads to a type of another service must be able to fail alone', () => {
  const sdl = '"A." type Company @key(fields: "id") { "Id." id: ID! } "Deal." type Deal { "With." company: Company! }';
  expect(problemsOf('fund', sdl)).toEqual(['fund: Deal.company leads to a type of membership and must be nullable']);
});

test('a root field must be able to fail without the others', () => {
  const sdl = good.replace('): CompanyConnection', '): CompanyConnection!');
  expect(problemsOf('membership', sdl)).toEqual([
    'membership: Query.companies would empty the whole answer when its service stops and must be nullable',
  ]);
});

test('an argument inside @requires is found', () => {
  const sdl = '"A." type Company @key(fields: "id") { "Id." id: ID! "Fit." fit: String @requires(fields: "turnover(year: 2025)") }';
  expect(problemsOf('fund', sdl)).toEqual(['fund: Company.fit has an argument inside @requires; require a field without arguments']);
});

test('an entity that two services speak about needs an owner', () => {
  const sdl = '"P." type Program @key(fields: "id") { "Id." id: ID! }';
  expect(
    conventionProblems(
      [
        { name: 'a', sdl },
        { name: 'b', sdl },
      ],
      owners,
    ),
  ).toEqual(['several subgraphs speak about Program: say in schema/checks/owners.ts who owns it']);
});
