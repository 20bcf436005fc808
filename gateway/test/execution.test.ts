import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { library } from './support/library.ts';
import { placesOf, SmallNetwork } from './support/small-network.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library);
});
beforeEach(() => network.reset());
afterAll(() => network.close());

describe('one answer out of several parts', () => {
  test('fields of one thing come from three subgraphs', async () => {
    const { data, errors } = await network.ask(
      '{ book(id: "1") { title price pricePerPage postage verdict reviews { text book { title } } author { name fans } } }',
    );
    expect(errors).toEqual([]);
    expect(data.book).toEqual({
      title: 'Roots',
      price: 100,
      pricePerPage: 100 / 120,
      postage: 1200,
      verdict: 'costs 100',
      reviews: [{ text: 'on 1', book: { title: 'Roots' } }],
      author: { name: 'author a', fans: 7 },
    });
  });

  test('a thing that stands at several places is asked for once and answered at each', async () => {
    const { data, errors } = await network.ask('{ shelf { title price } }');
    expect(errors).toEqual([]);
    expect(data.shelf).toEqual([{ title: 'Roots', price: 100 }, null, { title: 'Leaves', price: 200 }, { title: 'Roots', price: 100 }]);
    expect(network.fetches.map(({ subgraph, path, representations }) => ({ subgraph, path, representations }))).toEqual([
      { subgraph: 'books', path: '', representations: 0 },
      { subgraph: 'stock', path: 'shelf.@', representations: 2 },
    ]);
  });

  test('what is added to one of several equal things does not show up at the others', async () => {
    const { data } = await network.ask(
      '{ shelf { warehouse { city shelf boss { name } } } cheapest { warehouse { boss { name fans } } } }',
    );
    expect(data.shelf[0].warehouse).toEqual({ city: 'city 1', shelf: 1, boss: { name: 'author b' } });
    expect(data.shelf[3].warehouse).toEqual({ city: 'city 1', shelf: 1, boss: { name: 'author b' } });
    expect(data.cheapest.warehouse.boss).toEqual({ name: 'author b', fans: 7 });
  });

  test('aliases, the same field under two arguments included', async () => {
    const { data, errors } = await network.ask(
      '{ x: book(id: "1") { name: price title2: title } y: book(id: "2") { price author { few: fans many: fans(atLeast: 50) } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ x: { name: 100, title2: 'Roots' }, y: { price: 200, author: { few: 7, many: 50 } } });
  });

  test('an alias may be named like an object’s inner workings', async () => {
    const { text, errors } = await network.ask('{ __proto__: book(id: "1") { constructor: title __proto__: price } }');
    expect(errors).toEqual([]);
    expect(text).toContain('"__proto__":{"constructor":"Roots","__proto__":100}');
    expect(({} as Record<string, unknown>)['price']).toBeUndefined();
  });

  test('things of different types, each with its own fields, some from elsewhere', async () => {
    const { data, errors } = await network.ask(
      '{ things { __typename id kind: __typename ... on Book { price title } ... on Lamp { watts } ... on Author { fans } ...Named } } fragment Named on Thing { name }',
    );
    expect(errors).toEqual([]);
    expect(data.things).toEqual([
      { __typename: 'Book', id: '1', kind: 'Book', price: 100, title: 'Roots', name: 'Roots' },
      { __typename: 'Lamp', id: 'l', kind: 'Lamp', watts: 40, name: 'lamp' },
      { __typename: 'Author', id: 'a', kind: 'Author', fans: 7, name: 'author a' },
    ]);
  });

  test('colliding names on different types are told apart', async () => {
    const { data, errors } = await network.ask(
      '{ things { ... on Book { same: title } ... on Author { same: fans } ... on Lamp { same: watts } } }',
    );
    // The specification forbids this document (different types under one name); where both are nullable texts it may stand.
    expect(data).toBeNull();
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const allowed = await network.ask('{ things { ... on Book { same: title } ... on Author { same: name } } }');
    expect(allowed.errors).toEqual([]);
    expect(allowed.data.things).toEqual([{ same: 'Roots' }, {}, { same: 'author a' }]);
  });

  test('parts left out by a condition are not fetched', async () => {
    const query =
      'query ($with: Boolean = false, $without: Boolean!) { book(id: "1") { title price @include(if: $with) stars @skip(if: $without) } }';
    const none = await network.ask(query, { variables: { without: true } });
    expect(none.data.book).toEqual({ title: 'Roots' });
    expect(network.fetches.map((fetch) => fetch.subgraph)).toEqual(['books']);
    const all = await network.ask(query, { variables: { with: true, without: false } });
    expect(all.data.book).toEqual({ title: 'Roots', price: 100, stars: 4 });
  });

  test('variables reach the subgraph that needs them, defaults included', async () => {
    const query = 'query ($filter: Filter, $text: String = "said") { search(filter: $filter) { title price } echo(text: $text) }';
    const { data } = await network.ask(query, { variables: { filter: { longerThan: 100 } } });
    expect(data).toEqual({ search: [{ title: 'Roots', price: 100 }], echo: 'said' });
    const byDefault = await network.ask('{ search(filter: {}) { title } echo }');
    expect(byDefault.data).toEqual({ search: [{ title: 'Roots' }, { title: 'Leaves' }], echo: 'unsaid' });
  });

  test('mutations happen one after the other, in the order written', async () => {
    const { data, errors } = await network.ask(
      'mutation { first: addPage(id: "1") { pages price } buy(id: "2") { count book { title } } last: removePage(id: "1") { pages } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ first: { pages: 121, price: 100 }, buy: { count: 1, book: { title: 'Leaves' } }, last: { pages: 119 } });
    const roots = network.fetches.filter((fetch) => fetch.path === '').map((fetch) => fetch.operation.match(/addPage|buy|removePage/)?.[0]);
    expect(roots).toEqual(['addPage', 'buy', 'removePage']);
  });

  test('the schema can be asked about itself, alone and beside data', async () => {
    const { data, errors } = await network.ask(getIntrospectionQuery());
    expect(errors).toEqual([]);
    expect(data.__schema.queryType.name).toBe('Query');
    expect(network.fetches).toEqual([]);
    const both = await network.ask('{ __typename __type(name: "Mood") { enumValues { name } } echo(text: "a") }');
    expect(both.data).toEqual({ __typename: 'Query', __type: { enumValues: [{ name: 'GOOD' }, { name: 'BAD' }] }, echo: 'a' });
  });

  test('a value that is truly unknown is null without an error, and is passed on as such', async () => {
    const { data, errors } = await network.ask('{ book(id: "3") { pages pricePerPage postage } }');
    expect(errors).toEqual([]);
    expect(data.book).toEqual({ pages: null, pricePerPage: null, postage: null });
  });

  test('a thing that another subgraph does not know is not found, at the place of each of its fields', async () => {
    const answer = await network.ask('{ reviews { text book { id title price } } }');
    expect(answer.data.reviews[0].book).toEqual({ id: '1', title: 'Roots', price: 100 });
    expect(answer.data.reviews[1].book).toEqual({ id: '404', title: null, price: null });
    expect(placesOf(answer)).toEqual(['reviews.1.book.price: NOT_FOUND', 'reviews.1.book.title: NOT_FOUND']);
  });
});
