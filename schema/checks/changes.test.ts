import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { changesBetween } from './changes.ts';

const base = `
  type Query { book(id: ID!, cover: Cover, by: Filter): Book things: [Thing] found: Found bookshelf: Int }
  interface Thing { id: ID! }
  union Found = Book | Lamp
  type Book implements Thing { id: ID! title: String titleShort: String pages(of: Int): Int cover: Cover spine: Spine }
  type Lamp implements Thing { id: ID! watts: Int }
  enum Cover { HARD SOFT }
  enum Spine { FLAT ROUND }
  input Filter { author: String }
`;
const documents = [
  {
    file: 'shop/book.graphql',
    text: 'query Book($by: Filter) { book(id: 1, by: $by) { titleShort pages cover } things { id } found { ... on Book { id } } bookshelf }',
  },
];

const after = async (from: string, to: string) => {
  expect(base).toContain(from);
  return changesBetween('the shop', buildSchema(base), buildSchema(base.replace(from, to)), documents);
};

describe('a change that breaks a committed document is found:', () => {
  test.each([
    ['a field that is gone', 'titleShort: String ', '', "the shop: Field 'titleShort' was removed from object type 'Book'"],
    ['a field of another type', 'titleShort: String', 'titleShort: Int', "Field 'Book.titleShort' changed type from 'String' to 'Int'"],
    [
      'an argument that has to be given from now on',
      'pages(of: Int)',
      'pages(of: Int!)',
      "Type for argument 'of' on field 'Book.pages' changed",
    ],
    [
      'a new argument that has to be given',
      'things: [Thing]',
      'things(n: Int!): [Thing]',
      "Argument 'n: Int!' added to field 'Query.things'",
    ],
    ['an argument that is gone', ', by: Filter)', ')', "Argument 'by: Filter' was removed from field 'Query.book'"],
    ['a value of an enum that is gone', 'HARD SOFT', 'HARD', "Enum value 'SOFT' was removed from enum 'Cover'"],
    [
      'a new field of an input that has to be given',
      'author: String',
      'author: String year: Int!',
      "Input field 'year' of type 'Int!' was added",
    ],
    ['a field of an input that is gone', 'author: String', 'writer: String', "Input field 'author' was removed"],
    [
      'a field of an object, asked for behind its interface',
      'type Lamp implements Thing { id: ID!',
      'type Lamp {',
      "'Lamp' object type no longer implements 'Thing'",
    ],
    ['a member of a union that is gone', 'Found = Book | Lamp', 'Found = Book', "Member 'Lamp' was removed from Union type 'Found'"],
  ])('%s', async (_what, from, to, sentence) => {
    const { breaking } = await after(from, to);
    expect(breaking.join('\n')).toContain(sentence);
    expect(breaking.join('\n')).toContain('(used by shop/book.graphql)');
  });
});

describe('a change that breaks nothing we send is told:', () => {
  test.each([
    [
      'a field that nobody asks for',
      'title: String ',
      '',
      "the shop: Field 'title' was removed from object type 'Book' (breaking, and no committed document uses it)",
    ],
    [
      'an argument that nobody gives',
      ', cover: Cover',
      '',
      "the shop: Argument 'cover: Cover' was removed from field 'Query.book' (breaking, and no committed document uses it)",
    ],
    [
      'a value of an enum that nobody asks for',
      'FLAT ROUND',
      'FLAT',
      "the shop: Enum value 'ROUND' was removed from enum 'Spine' (breaking, and no committed document uses it)",
    ],
    [
      'a new value of an enum',
      'HARD SOFT',
      'HARD SOFT NONE',
      "the shop: Enum value 'NONE' was added to enum 'Cover' (dangerous: whoever reads it must be able to meet it)",
    ],
  ])('%s', async (_what, from, to, sentence) => {
    const { breaking, told } = await after(from, to);
    expect([breaking, told]).toEqual([[], [sentence]]);
  });

  test('a new field is nothing to tell', async () => {
    expect(await after('title: String', 'title: String subtitle: String')).toEqual({ breaking: [], told: [] });
  });
});

test('something unused does not free what only begins with the same letters', async () => {
  // book is unused here, and bookshelf is not.
  const shelf = [{ file: 'shop/shelf.graphql', text: '{ bookshelf }' }];
  const changed = buildSchema(base.replace('bookshelf: Int', 'bookshelf: String').replace('book(id: ID!,', 'book('));
  const { breaking, told } = await changesBetween('the shop', buildSchema(base), changed, shelf);
  expect(breaking).toEqual([expect.stringMatching(/Query\.bookshelf.*used by shop\/shelf\.graphql/)]);
  expect(told.join()).toMatch(/from field 'Query.book' \(breaking, and no committed document uses it\)/);
});
