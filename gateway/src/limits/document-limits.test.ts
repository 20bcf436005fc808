import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { KnownError } from '../errors/known-error.ts';
import { sentences } from '../errors/sentences.ts';
import { chooseOperation, readDocument } from './document-limits.ts';
import type { DocumentLimits } from './limits.ts';

const roomy: DocumentLimits = {
  tokens: 1_000,
  depth: 100,
  selections: 1_000,
  aliases: 1_000,
  rootFields: 1_000,
  rootMutationFields: 1_000,
  repetitions: 1_000,
  directives: 1_000,
  introspectionDepth: 100,
};

/** What is said about a document under limits of which all but the given ones are far away; nothing when it passes. */
function said(text: string, limits: Partial<DocumentLimits> = {}): string | undefined {
  try {
    readDocument(text, { ...roomy, ...limits });
    return undefined;
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    expect(error.code).toBe('BAD_USER_INPUT');
    return error.message;
  }
}

/** What counts exactly that much, and of what. */
const counted: [title: string, limit: keyof DocumentLimits, count: number, text: string, words: RegExp][] = [
  ['words and signs', 'tokens', 5, '{ a b c }', /words and signs/],
  ['fields within one another', 'depth', 3, '{ a { b { c } } d }', /too deep/],
  ['fields within one another, by way of a fragment', 'depth', 3, '{ ...F } fragment F on T { a { b { c } } }', /too deep/],
  ['fields', 'selections', 4, '{ a b { c } d }', /asks for too many fields/],
  ['fields and the fragments they stand in', 'selections', 4, '{ ... { a } ...F } fragment F on T { b }', /asks for too many fields/],
  ['a fragment at each place it stands', 'selections', 6, '{ a { ...F } b { ...F } } fragment F on T { c }', /asks for too many fields/],
  ['aliases', 'aliases', 3, '{ x: a b { y: c { z: d } } e }', /too many aliases/],
  ['aliases of a fragment at each place it stands', 'aliases', 2, '{ a { ...F } b { ...F } } fragment F on T { x: c }', /too many aliases/],
  ['fields at the root', 'rootFields', 3, '{ a b { q r s t } c }', /fields at the root/],
  ['fields at the root, by way of fragments', 'rootFields', 3, '{ a ...F ... { b } } fragment F on T { c }', /fields at the root/],
  ['changes', 'rootMutationFields', 2, 'mutation { a { q r s } b }', /fields of a mutation/],
  ['repetitions of a name', 'repetitions', 2, '{ a a a b }', /repeats too many/],
  ['repetitions of a name under which others answer', 'repetitions', 1, '{ a a: b c: a }', /repeats too many/],
  ['repetitions far down', 'repetitions', 2, '{ a { b b } c { d { e e } } }', /repeats too many/],
  ['repetitions by way of a fragment', 'repetitions', 1, '{ a ...F } fragment F on T { a b }', /repeats too many/],
  ['directives at a field', 'directives', 2, '{ a @x @y b @x }', /directives at one place/],
  ['directives at a fragment', 'directives', 2, '{ ...F @x @y } fragment F on T { a }', /directives at one place/],
  ['directives at an operation', 'directives', 2, 'query @x @y { a @z }', /directives at one place/],
  [
    'lists of the schema within one another',
    'introspectionDepth',
    2,
    '{ __schema { types { fields { type { fields { name } } } } } }',
    /circles/,
  ],
  ['lists of a type within one another', 'introspectionDepth', 1, '{ __type(name: "T") { fields { type { name } } } }', /circles/],
  ['interfaces as lists that lead back', 'introspectionDepth', 1, '{ __schema { types { interfaces { name } } } }', /circles/],
  ['possible types as lists that lead back', 'introspectionDepth', 1, '{ __schema { types { possibleTypes { name } } } }', /circles/],
  ['input fields as lists that lead back', 'introspectionDepth', 1, '{ __schema { types { inputFields { name } } } }', /circles/],
];

describe('a document', () => {
  test.each(counted)('may hold just as many %s as the limit says', (_title, limit, count, text) => {
    expect(said(text, { [limit]: count })).toBeUndefined();
  });

  test.each(counted)('is refused for one more, in its own words: %s', (_title, limit, count, text, words) => {
    expect(said(text, { [limit]: count - 1 })).toMatch(words);
    expect(said(text, { [limit]: count - 1 })).toContain(String(count - 1));
  });

  test('may hold more fields at the root than a mutation, unless it is one', () => {
    expect(said('{ a b c }', { rootMutationFields: 1 })).toBeUndefined();
    expect(said('mutation { a b c }', { rootMutationFields: 5, rootFields: 2 })).toMatch(/at the root/);
  });

  test('is not held to the depth of the schema’s lists where it does not ask about the schema', () => {
    expect(said('{ a { fields { fields { fields { b } } } } }', { introspectionDepth: 1 })).toBeUndefined();
  });

  test('is looked at in every operation, asked for or not', () => {
    expect(said('query A { a } query B { a b c }', { rootFields: 2 })).toMatch(/at the root/);
  });

  test('is looked at in fragments that nobody spreads', () => {
    expect(said('{ a } fragment F on T { b c d }', { selections: 2 })).toMatch(/too many fields/);
  });

  test.each([
    ['itself', '{ ...A } fragment A on T { b { ...A } }'],
    ['another that holds it', '{ a } fragment A on T { ...B } fragment B on T { ...A }'],
  ])('is refused when a fragment holds %s', (_title, text) => {
    expect(said(text)).toMatch(/fragment "[AB]" holds itself/);
  });

  test('is left to validation where a fragment is not there', () => {
    expect(said('{ a ...Nowhere }')).toBeUndefined();
  });

  test.each([
    ['half of a character', '{ a(text: "\ud83d") }'],
    ['a NUL character', '{ a(text: "\0") }'],
  ])('is refused for %s before it is read', (_title, text) => {
    expect(said(text)).toMatch(/Take it out/);
  });

  test('may hold whole characters of any kind', () => {
    expect(said('{ a(text: "😀 é 東") }')).toBeUndefined();
  });

  test('that is no GraphQL is handed on, for whoever carries it out says where', () => {
    expect(readDocument('{ a', roomy)).toBeUndefined();
    expect(readDocument('{ a }', roomy)?.definitions).toHaveLength(1);
  });
});

describe('the operation that is carried out', () => {
  const two = parse('query A { a } query B { b }');
  const refusal = (document: ReturnType<typeof parse>, name?: string) => {
    try {
      return chooseOperation(document, name).name?.value ?? 'the only one';
    } catch (error) {
      expect((error as KnownError).code).toBe('BAD_USER_INPUT');
      return (error as KnownError).sentence;
    }
  };

  test('is the one that was named, or the only one', () => {
    expect(refusal(two, 'B')).toBe('B');
    expect(refusal(parse('{ a }'))).toBe('the only one');
    expect(refusal(parse('mutation { a }'))).toBe('the only one');
  });

  test('has to be named when there are several, and to be there', () => {
    expect(refusal(two)).toBe(sentences.unknownOperation);
    expect(refusal(two, 'C')).toBe(sentences.unknownOperation);
  });

  test('is no subscription', () => {
    expect(refusal(parse('subscription { a }'))).toBe(sentences.noSubscriptions);
  });
});
