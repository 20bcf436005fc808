import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { anonymous, type Caller } from '../identity/caller.ts';
import { Access } from './access.ts';
import { demandsOf } from './demands.ts';
import { type Introspection, mayReadSchema, withIntrospection } from './introspection.ts';
import type { Rules } from './read-rules.ts';
import { refusedFields } from './refusal.ts';

const sdl = `
  directive @join__field(graph: String, requires: String) repeatable on FIELD_DEFINITION
  type Query { paper: Paper holder: Holder found: Found big: Big lamp: Lamp }
  interface Holder { weight: Int id: ID }
  interface Big implements Holder { weight: Int id: ID size: Int }
  type Paper implements Holder { id: ID weight: Int title: String best: Paper premium: Int @join__field(graph: "A", requires: "title insurer { claims }") insurer: Insurer mark: Mark }
  type Crate implements Holder & Big { id: ID weight: Int size: Int }
  type Insurer { claims: Int name: String }
  type Lamp { watts: Int }
  union Found = Paper | Lamp
  scalar Mark`;
const schema = buildSchema(sdl);
const weigh = { scopes: [['weigh']] };
const access = (rules: Record<string, readonly object[]>) => new Access(schema, new Map(Object.entries(rules)) as Rules, sdl);
const somebody = (...scopes: string[]): Caller => ({ ...anonymous, subject: 'somebody', scopes });

/** The coordinates that a query is refused for when nobody in particular asks. */
function demanded(query: string, rules: Record<string, readonly object[]>, operationName?: string): string[] {
  return access(rules)
    .unmet(parse(query), operationName, somebody())
    .map(({ coordinate }) => coordinate);
}

describe('an operation falls under a rule', () => {
  const cases: [title: string, query: string, place: string, coordinates: string[]][] = [
    ['of a field', '{ paper { title weight } }', 'Paper.weight', ['Paper.weight']],
    ['of a field under another name', '{ paper { title: weight } }', 'Paper.weight', ['Paper.weight']],
    ['of a field that its own condition leaves out', '{ paper { weight @include(if: false) } }', 'Paper.weight', ['Paper.weight']],
    ['of a field in fragments', '{ ...F } fragment F on Query { paper { ... { weight } } }', 'Paper.weight', ['Paper.weight']],
    ['of a type, at the field that leads to it and at each field of it', '{ lamp { watts } }', 'Lamp', ['Query.lamp', 'Lamp.watts']],
    ['of a scalar, at the field that gives it', '{ paper { mark } }', 'Mark', ['Paper.mark']],
    ['of an object’s field, asked of its interface', '{ holder { weight } }', 'Paper.weight', ['Holder.weight']],
    ['of an interface’s field, asked of its object', '{ paper { weight } }', 'Holder.weight', ['Paper.weight']],
    ['of an interface’s field, asked of an interface below it', '{ holder { weight } }', 'Big.weight', ['Holder.weight']],
    ['of an object behind an interface', '{ holder { id } }', 'Paper', ['Query.holder', 'Holder.id']],
    ['of an object in a union', '{ found { __typename } }', 'Lamp', ['Query.found', 'Found.__typename']],
    ['of an interface, at the field that leads to one of its objects', '{ paper { title } }', 'Holder', ['Paper.title']],
    ['of what a field is worked out from', '{ paper { premium } }', 'Insurer.claims', ['Paper.premium']],
    ['of the type of what a field is worked out from', '{ paper { premium } }', 'Insurer', ['Paper.premium']],
  ];
  test.each(cases)('%s', (_title, query, place, coordinates) => {
    expect(demanded(query, { [place]: [weigh] })).toEqual(coordinates);
    expect(demanded(query, {})).toEqual([]);
  });

  test('no field falls under what stands elsewhere', () => {
    expect(
      demanded('{ paper { title best { id } } lamp { watts } }', { 'Paper.weight': [weigh], Insurer: [weigh], 'Query.found': [weigh] }),
    ).toEqual([]);
  });

  test('each place once for each of its rules, in the order of the document', () => {
    const rules = { 'Paper.weight': [{}, weigh], 'Paper.title': [weigh] };
    const nobody = access(rules).unmet(parse('{ paper { weight best { weight } title } }'), undefined, anonymous);
    expect(nobody.map(({ coordinate, rule }) => [coordinate, rule])).toEqual([
      ['Paper.weight', {}],
      ['Paper.weight', weigh],
      ['Paper.title', weigh],
    ]);
    expect(nobody[0]?.node.name.value).toBe('weight');
  });

  test('only as far as the operation that was asked for goes', () => {
    const query = 'query A { paper { title } } query B { paper { weight } }';
    expect(demanded(query, { 'Paper.weight': [weigh] }, 'A')).toEqual([]);
    expect(demanded(query, { 'Paper.weight': [weigh] }, 'B')).toEqual(['Paper.weight']);
  });

  test('and who meets it is let through, each time anew', () => {
    const known = access({ 'Paper.weight': [weigh] });
    const document = parse('query A { paper { title } } query B { paper { weight } }');
    for (const _time of ['first', 'second']) {
      expect(known.unmet(document, 'B', somebody('weigh'))).toEqual([]);
      expect(known.unmet(document, 'B', somebody('other'))).toHaveLength(1);
      expect(known.unmet(document, 'A', somebody('other'))).toEqual([]);
    }
  });

  test('found once, and known when the same document comes again', () => {
    let looks = 0;
    const rules = new Map([['Paper.weight', [weigh]]]);
    rules.get = (place) => {
      looks += 1;
      return Map.prototype.get.call(rules, place) as (typeof weigh)[];
    };
    const known = new Access(schema, rules, sdl);
    const document = parse('{ paper { weight } }');
    known.unmet(document, undefined, somebody());
    const first = looks;
    expect(first).toBeGreaterThan(0);
    known.unmet(document, undefined, somebody());
    expect(looks).toBe(first);
  });

  test('unless nobody has looked whether the document is valid: that is a fault of ours', () => {
    const none = () => [];
    expect(() => demandsOf(schema, new Map(), none, parse('{ nowhere }'), undefined)).toThrow('a document that was not validated: nowhere');
  });
});

describe('asking the graph about itself', () => {
  const about = ['{ __schema { types { name } } }', '{ __type(name: "Paper") { name } }'];

  test('is open to everybody, or only to those whose token says so', () => {
    for (const query of about) {
      const asked = (introspection: Introspection, caller: Caller) =>
        new Access(schema, withIntrospection(new Map(), schema, introspection), sdl).unmet(parse(query), undefined, caller).length;
      expect([asked('everybody', anonymous), asked('schema-readers', anonymous)]).toEqual([0, 1]);
      expect([asked('schema-readers', somebody()), asked('schema-readers', somebody('schema:read'))]).toEqual([1, 0]);
      expect([mayReadSchema('everybody', anonymous), mayReadSchema('schema-readers', somebody())]).toEqual([true, false]);
      expect(mayReadSchema('schema-readers', somebody('schema:read'))).toBe(true);
    }
  });

  test('takes nothing away from the other rules', () => {
    const rules: Rules = new Map([['Paper.weight', [weigh]]]);
    expect(withIntrospection(rules, schema, 'everybody')).toBe(rules);
    expect([...withIntrospection(rules, schema, 'schema-readers')]).toEqual([
      ['Paper.weight', [weigh]],
      ['Query.__schema', [{ scopes: [['schema:read']] }]],
      ['Query.__type', [{ scopes: [['schema:read']] }]],
    ]);
  });
});

describe('the refusal', () => {
  const rules = { 'Paper.weight': [{}, { scopes: [['a', 'b'], ['c']] }], 'Paper.title': [{}] };
  const refused = (query: string, caller: Caller, by = rules as Record<string, readonly object[]>) =>
    refusedFields(access(by).unmet(parse(query), undefined, caller), caller);

  test('tells nobody in particular to sign in', () => {
    const [error] = refused('{ paper { title } }', anonymous);
    expect(error?.message).toBe('"Paper.title" is not open to everybody. Sign in, or leave this field out of the request.');
    expect(error?.originalError).toMatchObject({
      code: 'UNAUTHENTICATED',
      sentence: { fr: expect.stringMatching(/« Paper.title » n'est pas ouvert à tous/) },
    });
    expect(error?.nodes?.[0]).toMatchObject({ name: { value: 'title' } });
    expect(head(error)).toEqual([401, 'Bearer']);
  });

  test('tells everybody else which scopes would do', () => {
    const [error, ...more] = refused('{ paper { weight } }', somebody());
    expect(more).toEqual([]);
    expect(error?.message).toBe(
      '"Paper.weight" needs a right that your access lacks: a and b, or c. Ask for it, or leave this field out of the request.',
    );
    expect(error?.originalError).toMatchObject({
      code: 'FORBIDDEN',
      sentence: { fr: expect.stringMatching(/« Paper.weight » .*: a et b, ou c\. Demandez-le/) },
    });
    expect(head(error)).toEqual([403, 'Bearer error="insufficient_scope", scope="a b"']);
  });

  test('names of several rules at a place the one that says more', () => {
    expect(refused('{ paper { weight title } }', anonymous)).toHaveLength(2);
    const [first] = refused('{ paper { weight } }', somebody(), { 'Paper.weight': [{ scopes: [['z']] }, { scopes: [['a']] }] });
    expect(first?.message).toContain('lacks: a.');
  });

  test('names five places at most', () => {
    const everything = { Paper: [weigh], Query: [weigh], 'Insurer.name': [weigh], 'Insurer.claims': [weigh] };
    const query = '{ paper { id weight title mark best { id } insurer { name claims } } }';
    expect(refused(query, somebody(), everything)).toHaveLength(5);
  });

  test('puts no scope into a header that a header cannot hold', () => {
    const [error] = refused('{ paper { weight } }', somebody(), { 'Paper.weight': [{ scopes: [['good', 'not good', 'é', 'a"b', '']] }] });
    expect(head(error)).toEqual([403, 'Bearer error="insufficient_scope", scope="good"']);
    const [none] = refused('{ paper { weight } }', somebody(), { 'Paper.weight': [{ scopes: [] }] });
    expect(head(none)).toEqual([403, 'Bearer error="insufficient_scope", scope=""']);
  });

  function head(error: ReturnType<typeof refusedFields>[number] | undefined): unknown[] {
    const { status, headers } = (error?.extensions['http'] ?? { headers: new Map() }) as { status: number; headers: Map<string, string> };
    return [status, headers.get('www-authenticate')];
  }
});
