import { expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { declareRights, type Rights, scopes } from './rights.ts';

const schema = parse(
  'type Query { books: [Book] } type Book @key(fields: "id") { id: ID! price: Int stock: Int @external } type Cover { text: String } enum Size { A B }',
);
const rights = {
  Query: { books: 'anyone' },
  Book: { id: 'anyone', price: scopes('stock:read', 'prices:read') },
  Cover: 'signed in',
} as const;
const declared = (more: Record<string, Rights[string]> = {}) =>
  print(declareRights(schema, { ...rights, ...more })).replaceAll(/\s+/g, ' ');

test('what a token must carry is printed at each field and type, and nothing where anyone may ask', () => {
  expect(declared()).toBe(
    'type Query { books: [Book] } ' +
      'type Book @key(fields: "id") { id: ID! price: Int @requiresScopes(scopes: [["stock:read", "prices:read"]]) stock: Int @external } ' +
      'type Cover @authenticated { text: String } enum Size { A B }',
  );
});

test('a field that requires others has to be signed in by name, as composers want it', () => {
  const requiring = parse('type Query { a: Int @requires(fields: "b") c: Int @requires(fields: "b") }');
  expect(print(declareRights(requiring, { Query: { a: scopes('x'), c: 'signed in' } }))).toContain(
    'a: Int @requires(fields: "b") @authenticated @requiresScopes(scopes: [["x"]])\n  c: Int @requires(fields: "b") @authenticated\n',
  );
});

test('one group of scopes out of several may do', () => {
  expect(declared({ Query: { books: [['staff'], ['books:read', 'shop:read']] } })).toContain(
    '@requiresScopes(scopes: [["staff"], ["books:read", "shop:read"]])',
  );
});

test.each<[string, Record<string, Rights[string]>, string]>([
  ['a field that nobody thought of', { Book: { id: 'anyone' } }, 'Book.price has no right: say in rights.ts whom it is for'],
  ['a type that nobody thought of', { Cover: undefined as never }, 'Cover has no rights: say in rights.ts whom its fields are for'],
  ['a root as a whole, those to come included', { Query: 'anyone' }, 'Query is a root or an entity and needs a right for each field'],
  ['an entity as a whole', { Book: 'signed in' }, 'Book is a root or an entity and needs a right for each field'],
  ['a field that is gone', { Query: { books: 'anyone', authors: 'anyone' } }, 'Query.authors has a right and does not exist'],
  ['a type that is gone', { Author: 'anyone' }, 'Author has rights and does not exist'],
])('%s stops the service', (_what, more, sentence) => {
  expect(() => declared(more)).toThrow(sentence);
});
