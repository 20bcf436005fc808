import { describe, expect, test } from '@jest/globals';
import { plannersCopy } from '../supergraph/planners-copy.ts';
import { readRules } from './read-rules.ts';
import { requiredFields } from './required-fields.ts';
import { isAnonymous, isMet } from './rule.ts';
import { unknownSecurity } from './security-links.ts';

const authenticated = 'https://specs.apollo.dev/authenticated/v0.1';
const requiresScopes = 'https://specs.apollo.dev/requiresScopes/v0.1';
const links = `schema @link(url: "${authenticated}", for: SECURITY) @link(url: "${requiresScopes}", for: SECURITY) { query: Query }
directive @link(url: String, as: String, for: Purpose, import: [String]) repeatable on SCHEMA
directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM`;

const rulesOf = (sdl: string) => Object.fromEntries(readRules(`${links}\n${sdl}`));

describe('the rules of a supergraph', () => {
  test('are read from fields, objects, interfaces, scalars and enums', () => {
    const sdl = `
      type Query { open: Int signedIn: Int @authenticated either: Int @requiresScopes(scopes: [["a", "b"], ["c"]]) }
      type Sealed @requiresScopes(scopes: [["d"]]) { text: String }
      interface Holder @authenticated { weight: Int @requiresScopes(scopes: [["e"]]) }
      scalar Mark @authenticated
      enum Grade @requiresScopes(scopes: [["f"]]) { GOOD }`;
    expect(rulesOf(sdl)).toEqual({
      'Query.signedIn': [{}],
      'Query.either': [{ scopes: [['a', 'b'], ['c']] }],
      Sealed: [{ scopes: [['d']] }],
      Holder: [{}],
      'Holder.weight': [{ scopes: [['e']] }],
      Mark: [{}],
      Grade: [{ scopes: [['f']] }],
    });
  });

  test('may be several at one place, all of them meant', () => {
    expect(rulesOf('type Query { a: Int @authenticated @requiresScopes(scopes: [["x"]]) }')).toEqual({
      'Query.a': [{}, { scopes: [['x']] }],
    });
    expect(
      rulesOf('type Query { a: Int } type T @authenticated { b: Int } type T @requiresScopes(scopes: [["y"]]) { c: Int }')['T'],
    ).toEqual([{}, { scopes: [['y']] }]);
  });

  test.each([
    ['at an argument', 'type Query { a(b: Int @authenticated): Int }', '1 directives speak of rights and 0 of them became rules'],
    ['at a union', 'type Query { a: Int @authenticated } union U @authenticated = Query', '2 directives speak of rights and 1 of them'],
    ['at an input', 'type Query { a: Int } input I @requiresScopes(scopes: [["x"]]) { b: Int }', '1 directives speak of rights and 0'],
    ['under another name', 'type Query { a: Int @authenticated__x }', '1 directives speak of rights and 0'],
    ['as a policy', 'type Query { a: Int @policy(policies: [["x"]]) }', '1 directives speak of rights and 0'],
    ['in an extension', 'type Query { a: Int } extend type Query @authenticated', '1 directives speak of rights and 0'],
  ])('are refused when one stands %s, where nothing would enforce it', (_title, sdl, sentence) => {
    expect(() => rulesOf(sdl)).toThrow(sentence);
  });

  test('are not counted where a word only looks like one', () => {
    expect(
      rulesOf(
        'type Query { authenticated: Int policy: Int a: Int @authenticatedToo @requiresScopesX @notauthenticated } "@authenticated" type T { b: Int }',
      ),
    ).toEqual({});
  });

  test.each([
    ['without scopes', '@requiresScopes', 'list of lists'],
    ['with one list', '@requiresScopes(scopes: ["x"])', 'list of lists'],
    ['with one word', '@requiresScopes(scopes: "x")', 'list of lists'],
    ['with numbers', '@requiresScopes(scopes: [[1]])', 'scopes as texts'],
    ['under another argument', '@requiresScopes(scope: [["x"]])', 'list of lists'],
  ])('are refused %s', (_title, directive, sentence) => {
    expect(() => rulesOf(`type Query { a: Int ${directive} }`)).toThrow(sentence);
  });
});

describe('the links of a supergraph', () => {
  const reason = (link: string, more = '') => unknownSecurity(`schema ${link} { query: Query } ${more} type Query { a: Int }`);

  test('may be those that we enforce, those that hide elements, and those that have nothing to do with security', () => {
    expect(reason(`@link(url: "${authenticated}", for: SECURITY) @link(url: "${requiresScopes}", for: SECURITY)`)).toBeUndefined();
    expect(reason('@link(url: "https://specs.apollo.dev/inaccessible/v0.1", for: SECURITY)')).toBeUndefined();
    expect(reason('@link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)')).toBeUndefined();
    expect(
      reason('@link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION) @link(url: "https://x.invalid/tag", as: "t")'),
    ).toBeUndefined();
    expect(reason('@link')).toBeUndefined();
  });

  test.each([
    ['https://specs.apollo.dev/policy/v0.1', ''],
    ['https://specs.apollo.dev/authenticated/v0.2', ''],
    ['https://specs.apollo.dev/requiresScopes/v9', ''],
    ['https://x.invalid/anything', ', for: SECURITY'],
  ])('are refused when one asks for what nobody enforces: %s', (url, purpose) => {
    expect(reason(`@link(url: "${url}"${purpose})`)).toBe(`it asks for security that this gateway does not enforce: ${url}`);
  });

  test('are refused when one asks for security and does not even say which', () => {
    expect(reason('@link(for: SECURITY)')).toBe('it asks for security that this gateway does not enforce: ');
  });

  test.each([`as: "auth"`, 'import: ["@authenticated"]', 'import: []'])('are refused when one gives other names by %s', (argument) => {
    expect(reason(`@link(url: "${authenticated}", ${argument})`)).toBe(`it gives other names to the directives of ${authenticated}`);
    expect(() => readRules(`schema @link(url: "${authenticated}", ${argument}) { query: Query } type Query { a: Int }`)).toThrow(
      'other names',
    );
  });

  test('are looked at in extensions of the schema too, and nowhere else', () => {
    expect(reason('', '')).toBeUndefined();
    expect(unknownSecurity('type Query { a: Int } extend schema @link(url: "https://x.invalid/policy/v1")')).toMatch(/does not enforce/);
    expect(reason('@other(url: "https://x.invalid/policy/v1")')).toBeUndefined();
    expect(reason('', 'scalar S @link(url: "https://x.invalid/policy/v1")')).toBeUndefined();
  });
});

describe('the copy for the planner', () => {
  test('is the same but for the purpose of the two links that we enforce', () => {
    const join = 'https://specs.apollo.dev/join/v0.5';
    const sdl = `schema @link(url: "${join}", for: EXECUTION) @link(url: "${authenticated}", for: SECURITY) { query: Query } type Query @link(for: SECURITY) { a: Int @authenticated }`;
    expect(plannersCopy(sdl).replaceAll(/\s+/g, ' ')).toBe(
      `schema @link(url: "${join}", for: EXECUTION) @link(url: "${authenticated}") { query: Query } type Query @link(for: SECURITY) { a: Int @authenticated }`,
    );
  });

  test('takes a schema without any directive', () => {
    expect(plannersCopy('schema { query: Query } type Query { a: Int }').replaceAll(/\s+/g, ' ')).toBe(
      'schema { query: Query } type Query { a: Int }',
    );
    expect(plannersCopy('schema @link { query: Query } type Query { a: Int }')).toContain('@link');
  });
});

describe('what a field requires of others', () => {
  const required = requiredFields(`
    type Paper { premium: Int @join__field(graph: A, requires: "weight value { amount }") @join__field(graph: B, requires: "claims") plain: Int @join__field(graph: A) other: Int @other(requires: "x") }
    interface Holder { load: Int @join__field(graph: A, requires: "weight") }
    input Ignored { field: Int @join__field(graph: A, requires: "weight") }`);
  const fieldsOf = (coordinate: string) =>
    required(coordinate).map(({ definitions: [definition] }) =>
      definition && 'selectionSet' in definition ? definition.selectionSet.selections.length : 0,
    );

  test('is read from every graph that says so', () => {
    expect(fieldsOf('Paper.premium')).toEqual([2, 1]);
    expect(fieldsOf('Holder.load')).toEqual([1]);
    expect(required('Paper.premium')[0]?.definitions[0]).toMatchObject({ typeCondition: { name: { value: 'Paper' } } });
  });

  test('is nothing for all others', () => {
    for (const coordinate of ['Paper.plain', 'Paper.other', 'Paper.nowhere', 'Ignored.field']) expect(required(coordinate)).toEqual([]);
  });
});

describe('a rule', () => {
  const caller = (subject: string, ...scopes: string[]) => ({
    subject,
    scopes,
    clientId: 'x',
    roles: [],
    contract: 'member' as const,
    serviceClass: 'batch',
  });

  test('without scopes is met by whoever is signed in', () => {
    expect(isMet({}, caller('somebody'))).toBe(true);
    expect(isMet({}, caller('anonymous'))).toBe(false);
    expect([isAnonymous(caller('anonymous')), isAnonymous(caller('somebody'))]).toEqual([true, false]);
  });

  test('with scopes is met by all of one of its groups, and never by nobody', () => {
    const rule = { scopes: [['a', 'b'], ['c']] };
    expect(isMet(rule, caller('somebody', 'a', 'b'))).toBe(true);
    expect(isMet(rule, caller('somebody', 'c'))).toBe(true);
    expect(isMet(rule, caller('somebody', 'a'))).toBe(false);
    expect(isMet(rule, caller('anonymous', 'a', 'b', 'c'))).toBe(false);
    expect(isMet({ scopes: [] }, caller('somebody', 'a'))).toBe(false);
  });
});
