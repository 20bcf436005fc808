import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { committedContractProblems, contractProblems, lostBySigningIn, strayTags } from './check.ts';
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

  test('holds nothing that was opened and that no way leads to', () => {
    const opened = directory.replace('email: String', 'email: String @tag(name: "partner")');
    expect(composeContract('partner', [{ name: 'directory', sdl: opened }])).toEqual({
      problems: ['Person.email is tagged for partner, and nothing it shows leads there'],
    });
  });

  test('does not compose while a visible field cannot be asked or answered', () => {
    const withoutArgument = directory.replace('id: ID! @tag(name: "partner"), search', 'id: ID!, search');
    const contract = composeContract('partner', [{ name: 'directory', sdl: withoutArgument }]);
    expect('problems' in contract && contract.problems.join()).toMatch(/the contract partner does not compose: .*Query\.company\(id:\)/);
  });
});

const app = { isAnonymous: false, scopes: ['read'] };

describe('the check', () => {
  const document = (text: string) => [{ file: 'hub-app/a.graphql', text }];
  const check = (committed: string, text: string) =>
    contractProblems({ name: 'partner', file: 'partner.graphql', committed, documents: document(text), askers: [app] }, subgraphs);

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

describe('what a contract shows and its callers can never ask', () => {
  const rightsLink = link.replace('"@tag"', '"@tag", "@authenticated", "@requiresScopes"');
  const tag = '@tag(name: "partner")';
  const shop = `${rightsLink}
    type Query { open: Int ${tag} own: Int @authenticated ${tag} room: Room ${tag} }
    type Room @requiresScopes(scopes: [["keys", "rooms:read"], ["staff"]]) { size: Size ${tag} }
    enum Size { SMALL ${tag} }`;
  const problems = (...askers: { isAnonymous: boolean; scopes: string[] }[]) => {
    const contract = composeContract('partner', [{ name: 'shop', sdl: shop }]);
    if ('problems' in contract) throw new Error(contract.problems.join('\n'));
    const documents: never[] = [];
    return contractProblems({ name: 'partner', file: 'p', committed: contract.sdl, documents, askers }, [{ name: 'shop', sdl: shop }]).map(
      (problem) => problem.replace('the contract partner shows ', ''),
    );
  };
  const said = (...coordinates: string[]) => coordinates.map((one) => `${one}, and none of its callers has the rights to get there`);

  test('for want of a token or of scopes is named', () => {
    expect(problems({ isAnonymous: true, scopes: [] })).toEqual(said('Query.own', 'Query.room', 'Room.size', 'Size'));
    expect(problems({ isAnonymous: false, scopes: ['keys'] })).toEqual(said('Query.room', 'Room.size', 'Size'));
  });

  test('is nothing once one of them may', () => {
    expect(problems({ isAnonymous: true, scopes: [] }, { isAnonymous: false, scopes: ['staff'] })).toEqual([]);
    expect(problems({ isAnonymous: false, scopes: ['rooms:read', 'keys'] })).toEqual([]);
  });
});

test('a tag that names no contract is found', () => {
  expect(strayTags(['partner'], subgraphs)).toEqual([]);
  expect(strayTags(['public', 'member'], [subgraphs[0] ?? { name: '', sdl: '' }])).toEqual([
    'directory: "partner" is no contract; there are public, member, and internal, which shows everything untagged',
  ]);
});

test('nobody loses anything by signing in', () => {
  expect(lostBySigningIn('type Query { a: Int b(c: Int): Int }', 'type Query { b: Int }')).toEqual([
    'the contract public shows Query.a, and member does not: who signs in would lose it',
    'the contract public shows Query.b(c:), and member does not: who signs in would lose it',
  ]);
  expect(lostBySigningIn('type Query { a: Int }', 'type Query { a: Int b: Int }')).toEqual([]);
});

const wordsOf = async (contract: string) =>
  new Set((await readFile(contractFile(contract), 'utf8')).replaceAll(/""".*?"""/gs, '').split(/\W+/));

test('the committed contracts show everybody programs, countries, headline counts and the fund, and no company', async () => {
  const words = await wordsOf('public');
  expect([...words]).toEqual(expect.arrayContaining(['programs', 'openCohorts', 'destination', 'house', 'activeMemberCount', 'fund']));
  expect('Company companies people positions reviews premises counts Mutation'.split(' ').filter((word) => words.has(word))).toEqual([]);
});

test('they show reports the directory and its counts, neither people nor figures, and nothing that changes anything', async () => {
  const words = await wordsOf('reporting');
  expect([...words]).toEqual(expect.arrayContaining(['companies', 'memberMovements', 'membershipStatus']));
  const hidden = 'people Person figures latestFigures positions reviews fundFit acceleratorEligibility membershipFile Mutation';
  expect(hidden.split(' ').filter((word) => words.has(word))).toEqual([]);
});

test('they show members what they may ask about themselves, and not the work of the branches', async () => {
  const words = await wordsOf('member');
  expect([...words]).toEqual(expect.arrayContaining(['people', 'figures', 'fundFit', 'acceleratorEligibility', 'applyForMembership']));
  const hidden = 'uploadMemberList decideApplication excludeMember history MembershipEvent prospectBranch assessmentFacts';
  expect(hidden.split(' ').filter((word) => words.has(word))).toEqual([]);
});

test('the committed contract shows partners neither people, counts, figures, standing, numbers of registers, reviews, accelerators nor the fund', async () => {
  const words = await wordsOf('partner');
  expect([...words]).toEqual(expect.arrayContaining(['Company', 'legalName', 'positionsInOccitanie', 'department']));
  const hidden =
    'people Person totalCount counts memberCounts memberMovements latestFigures figures sizeCategory membershipStatus memberSince registrations ' +
    'companies search reviews Review pitfalls score callable gaps assessmentFacts acceleratorEligibility programs fund fundFit deMinimisHeadroom ' +
    'applyForMembership publishListing qualifyInboundProject assignInboundProject siret inboundFigures';
  expect(hidden.split(' ').filter((word) => words.has(word))).toEqual([]);
  // What arrives abroad is written down abroad: a hub brings a company that looks for a site, and changes nothing else.
  expect([...words]).toContain('openInboundProject');
});

test('the committed contracts are current, our clients stay within them, and all they show can be asked', async () => {
  expect(await committedContractProblems()).toEqual([]);
});
