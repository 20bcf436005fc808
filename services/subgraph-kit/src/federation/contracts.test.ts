import { expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { tagContracts } from './contracts.ts';

const schema = parse(
  'scalar Day type Query { book(id: ID!, on: Day): Book } type Book { title: String price: Int } enum Cover { HARD SOFT }',
);
const tagged = (types: Record<string, string[]>) => print(tagContracts(schema, { guest: types })).replaceAll(/\s+/g, ' ');

test('what a contract lists is tagged, down to arguments and values, and nothing else', () => {
  expect(tagged({ Query: ['book(id)'], Book: ['title'], Cover: ['SOFT'], Day: [] })).toBe(
    'scalar Day @tag(name: "guest") type Query { book(id: ID! @tag(name: "guest"), on: Day): Book @tag(name: "guest") } ' +
      'type Book { title: String @tag(name: "guest") price: Int } enum Cover { HARD SOFT @tag(name: "guest") }',
  );
});

test('an element may be part of several contracts', () => {
  const both = print(tagContracts(schema, { guest: { Book: ['title'] }, friend: { Book: ['title', 'price'] } }));
  expect(both).toContain('title: String @tag(name: "friend") @tag(name: "guest")');
  expect(both).toContain('price: Int @tag(name: "friend")');
});

test('what several contracts see is listed once, and may be added to for one of them', () => {
  const shared = print(tagContracts(schema, { 'guest friend': { Query: ['book(id)'] }, friend: { Query: ['book(on)'] } }));
  expect(shared.replaceAll(/\s+/g, ' ')).toContain(
    'book(id: ID! @tag(name: "friend") @tag(name: "guest"), on: Day @tag(name: "friend")): Book @tag(name: "friend") @tag(name: "guest")',
  );
});

test.each([
  ['a field that was renamed', { Book: ['name'] }, 'Book.name'],
  ['an argument that is gone', { Query: ['book(id, isbn)'] }, 'Query.book(isbn:)'],
  ['a type as a whole', { Book: [] }, 'Book'],
  ['a type that is gone', { Shelf: ['length'] }, 'Shelf.length'],
])('%s cannot be listed', (_title, types, coordinate) => {
  expect(() => tagged(types)).toThrow(`A contract lists what is not in the schema: ${coordinate}`);
});

test('a list that cannot be read is refused with the form it should have', () => {
  expect(() => tagged({ Query: ['book(id'] })).toThrow('Write "book(id" of Query as name or name(argument, argument)');
});
