import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { committedContractProblems, contractProblems } from './check.ts';
import { composeContract } from './contract.ts';
import { contractFile } from './contracts.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@external", "@requires"])';
const directory = `${link}
  type Query { company(id: ID! @tag(name: "partner"), searchTurnover: Int): Company @tag(name: "partner") people: [Person] }
  type Company @key(fields: "id") { id: ID! @tag(name: "partner") name: String @tag(name: "partner") turnover: Int size: Size @tag(name: "partner") people: [Person] }
  type Person @key(fields: "id") { id: ID! email: String }
  enum Size { SMALL @tag(name: "partner") LARGE @tag(name: "partner") SECRET }
  type Mutation { rename(id: ID!): Company }`;
const fund = `${link} type Company @key(fields: "id") { id: ID! turnover: Int @external fit: String @requires(fields: "turnover") }`;
const subgraphs = [
  { name: 'directory', sdl: directory },
  { name: 'fund', sdl: fund },
];

function composed(change: (sdl: string) => string = (sdl) => sdl) {
  const contract = composeContract(
    'partner',
    subgraphs.map(({ name, sdl }) => ({ name, sdl: change(sdl) })),
  );
  if ('problems' in contract) throw new Error(contract.problems.join('\n'));
  return contract.sdl;
}

describe('what a partner may see', () => {
  test('is what is tagged; what nobody tagged appears nowhere', () => {
    const words = composed().split(/\W+/);
    expect(words).toEqual(expect.arrayContaining(['company', 'name', 'SMALL', 'LARGE']));
    for (const hidden of ['turnover', 'searchTurnover', 'people', 'Person', 'email', 'SECRET', 'fit', 'Mutation', 'rename'])
      expect(words).not.toContain(hidden);
  });

  test('does not grow with the schema', () => {
    const grown = composed((sdl) => sdl.replace('name: String', 'bankAccount: String name: String').replace('SECRET', 'SECRET LATER'));
    expect(grown).toBe(composed());
  });

  test('is the same for every tag but its own', () => {
    expect(composed((sdl) => sdl.replace('email: String', 'email: String @tag(name: "staff")'))).toBe(composed());
  });

  test('shows a field of any service that tags it', () => {
    expect(composed((sdl) => sdl.replace('fields: "turnover")', 'fields: "turnover") @tag(name: "partner")'))).toContain('fit: String');
  });

  test('is never opened a type at a time', () => {
    const opened = directory.replace('type Person @key(fields: "id")', 'type Person @key(fields: "id") @tag(name: "partner")');
    expect(composeContract('partner', [{ name: 'directory', sdl: opened }])).toEqual({
      problems: ['directory: tag the members of Person, not the type: its tag would cover every member to come'],
    });
  });

  test('does not compose while a visible field cannot be asked or answered', () => {
    const withoutArgument = directory.replace('id: ID! @tag(name: "partner"), search', 'id: ID!, search');
    const contract = composeContract('partner', [{ name: 'directory', sdl: withoutArgument }]);
    expect('problems' in contract && contract.problems.join()).toMatch(/the contract partner does not compose: .*Query\.company\(id:\)/);
  });
});

describe('the check', () => {
  const document = (text: string) => [{ file: 'hub-app/a.graphql', text }];
  const check = (committed: string, text: string) =>
    contractProblems({ name: 'partner', file: 'partner.graphql', committed, documents: document(text) }, subgraphs);

  test('passes for a contract that is current and documents within it', () => {
    expect(check(composed(), '{ company(id: 1) { name } }')).toEqual([]);
  });

  test.each([
    ['an untagged field', '{ company(id: 1) { turnover } }', 'Cannot query field "turnover" on type "Company".'],
    [
      'an untagged argument',
      '{ company(id: 1, searchTurnover: 5) { name } }',
      'Unknown argument "searchTurnover" on field "Query.company".',
    ],
    ['a field that another service adds', '{ company(id: 1) { fit } }', 'Cannot query field "fit" on type "Company". Did you mean "id"?'],
  ])('finds a document that asks for %s', (_title, text, problem) => {
    expect(check(composed(), text)).toEqual([`outside the contract partner: hub-app/a.graphql: ${problem}`]);
  });

  test('finds a committed contract that lags behind the tags, and says how to compose it', () => {
    const problems = check(composed().replace('  LARGE\n', ''), '{ company(id: 1) { name } }');
    expect(problems[0]).toBe('partner.graphql is not what the code says now:');
    expect(problems).toContain('  +   LARGE');
    expect(problems.at(-1)).toContain('npx tsx schema/contracts/compose.ts');
  });
});

test('the committed contract shows partners neither people, counts, figures, standing, numbers of registers, reviews, accelerators nor the fund', async () => {
  const words = new Set((await readFile(contractFile('partner'), 'utf8')).replaceAll(/""".*?"""/gs, '').split(/\W+/));
  expect([...words]).toEqual(expect.arrayContaining(['Company', 'legalName', 'positionsInOccitanie', 'department']));
  const hidden =
    'people Person totalCount counts memberCounts memberMovements latestFigures figures sizeCategory membershipStatus memberSince registrations ' +
    'companies search reviews Review pitfalls score callable gaps assessmentFacts acceleratorEligibility programs fund fundFit deMinimisHeadroom Mutation';
  expect(hidden.split(' ').filter((word) => words.has(word))).toEqual([]);
});

test('the committed contract of partners is current, and the app of the hubs stays within it', async () => {
  expect(await committedContractProblems()).toEqual([]);
});
