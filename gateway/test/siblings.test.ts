import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { library } from './support/library.ts';
import { placesOf, SmallNetwork } from './support/small-network.ts';
import { type Fault, sendJson } from './support/small-subgraph.ts';

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start(library, { BREAKER_WINDOW: '1000' });
});
beforeEach(() => network.reset());
afterAll(() => network.close());

const calls = (subgraph: string) => network.fetches.filter((fetch) => fetch.subgraph === subgraph);

/** Answers instead of a subgraph, knowing what it was asked. */
const saying =
  (answer: (variables: Record<string, unknown[]>) => unknown): Fault =>
  (_request, response, body) =>
    sendJson(response, 200, answer(JSON.parse(body).variables));

const two = '{ shelf { title price } things { name ... on Book { warehouse { city } } } }';
const twoAnswered = {
  shelf: [{ title: 'Roots', price: 100 }, null, { title: 'Leaves', price: 200 }, { title: 'Roots', price: 100 }],
  things: [{ name: 'Roots', warehouse: { city: 'city 1' } }, { name: 'lamp' }, { name: null }],
};
const parts = (received: Record<string, unknown[]>) => ({
  prices: received['representations_0'] ?? [],
  houses: received['representations_1'] ?? [],
});

describe('what a subgraph is asked at the same time', () => {
  test('goes out as one request, each question with the entities that it is about', async () => {
    const { data, errors } = await network.ask(two);
    expect(errors).toEqual([]);
    expect(data.shelf).toEqual(twoAnswered.shelf);
    expect(data.things[0]).toEqual(twoAnswered.things[0]);
    expect(calls('stock').map(({ path, representations }) => ({ path, representations }))).toEqual([
      { path: 'shelf.@ things.@', representations: 3 },
    ]);
    expect(network.subgraph('stock').received).toHaveLength(1);
  });

  test('and is the same question at several places, is one question about all of them', async () => {
    const { data, errors } = await network.ask('{ shelf { price } books { price } search(filter: { longerThan: 100 }) { price } }');
    expect(errors).toEqual([]);
    expect(data.books).toEqual([{ price: 100 }, { price: 200 }, { price: 300 }]);
    expect([data.shelf[3], data.search]).toEqual([{ price: 100 }, [{ price: 100 }]]);
    expect(calls('stock').map(({ representations }) => representations)).toEqual([3]);
    expect(network.subgraph('stock').received[0]?.query).not.toContain('_entities_');
  });

  test('of which only one has anything to ask about, is asked by its own document', async () => {
    network.subgraph('books').fault = saying(() => ({ data: { shelf: [{ __typename: 'Book', id: '1', title: 'Roots' }], things: [] } }));
    const { data } = await network.ask(two);
    expect(data).toEqual({ shelf: [{ title: 'Roots', price: 100 }], things: [] });
    expect(network.subgraph('stock').received.map(({ variables }) => Object.keys(variables))).toEqual([['representations']]);
  });

  test('waits for what is asked later about the same objects, and goes along', async () => {
    const { data } = await network.ask('{ reviews { book { price pricePerPage postage } } }');
    expect(data.reviews[0].book).toEqual({ price: 100, pricePerPage: 100 / 120, postage: 1200 });
    expect(network.fetches.map(({ subgraph }) => subgraph)).toEqual(['readers', 'books', 'stock']);
  });

  test('and waits for what cannot be had is asked all the same', async () => {
    network.subgraph('books').fault = (request) => void request.socket.destroy();
    const answer = await network.ask('{ reviews { book { price pricePerPage } } }');
    expect(answer.data.reviews[0].book).toEqual({ price: 100, pricePerPage: null });
    expect(placesOf(answer)).toContain('reviews.0.book.pricePerPage: SUBGRAPH_UNAVAILABLE');
  });

  test('keeps the client’s variables, those that several questions share included', async () => {
    const { data, errors } = await network.ask(
      'query ($least: Int!, $with: Boolean!) { a: book(id: "1") { author { fans(atLeast: $least) } } books { author { fans(atLeast: $least) name @include(if: $with) } stars } }',
      { variables: { least: 50, with: true } },
    );
    expect(errors).toEqual([]);
    expect(data.a).toEqual({ author: { fans: 50 } });
    expect(data.books[0]).toEqual({ author: { fans: 50, name: 'author a' }, stars: 4 });
    expect(calls('readers')).toHaveLength(1);
  });

  test('after a change goes out as one, and the changes themselves one after the other', async () => {
    const { data, errors } = await network.ask(
      'mutation { addPage(id: "1") { price } other: addPage(id: "2") { price warehouse { city } } buy(id: "3") { count } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ addPage: { price: 100 }, other: { price: 200, warehouse: { city: 'city 2' } }, buy: { count: 1 } });
    const asked = network.fetches.map(
      ({ subgraph, operation }) => `${subgraph} ${/^\s*mutation/.test(operation) ? 'changes' : 'is asked'}`,
    );
    expect(asked).toEqual(['books changes', 'stock is asked', 'stock changes']);
  });

  test('under a condition that does not hold is not asked', async () => {
    const query =
      'query ($with: Boolean!) { shelf { price } books @include(if: $with) { warehouse { city } } things { ... on Book { price } } }';
    const without = await network.ask(query, { variables: { with: false } });
    expect(without.data.books).toBeUndefined();
    expect(without.data.shelf[0]).toEqual({ price: 100 });
    expect(calls('stock').map(({ representations }) => representations)).toEqual([2]);
    const everything = await network.ask(query, { variables: { with: true } });
    expect(everything.data.books[2]).toEqual({ warehouse: { city: 'city 3' } });
  });
});

describe('when one request stands for several questions', () => {
  test('an error stands where it belongs, and the other question keeps its answer', async () => {
    network.subgraph('stock').fault = saying((variables) => ({
      data: {
        _entities_0: parts(variables).prices.map(() => ({ price: null })),
        _entities_1: parts(variables).houses.map(() => ({ warehouse: { city: 'Albi' } })),
      },
      errors: [{ message: 'Not for you.', path: ['_entities_0', 0, 'price'], extensions: { code: 'FORBIDDEN' } }],
    }));
    const answer = await network.ask(two);
    expect(placesOf(answer)).toEqual(['shelf.0.price: FORBIDDEN', 'shelf.3.price: FORBIDDEN']);
    expect(answer.data.things[0].warehouse).toEqual({ city: 'Albi' });
  });

  test('an error without a place, or where nothing is missing, is told once', async () => {
    network.subgraph('stock').fault = saying((variables) => ({
      data: {
        _entities_0: parts(variables).prices.map(() => ({ price: 1 })),
        _entities_1: parts(variables).houses.map(() => ({ warehouse: null })),
      },
      errors: [
        { message: 'No.', extensions: { code: 'CONFLICT' } },
        { message: 'No.', path: ['_entities_0', 0, 'price'], extensions: { code: 'FORBIDDEN' } },
      ],
    }));
    expect(placesOf(await network.ask(two))).toEqual(['-: CONFLICT', '-: FORBIDDEN']);
  });

  test.each<[string, Fault]>([
    ['fails', (request) => void request.socket.destroy()],
    ['is answered without data', saying(() => ({ data: null, errors: [{ message: 'x' }] }))],
    ['is answered as if it were one', saying(() => ({ data: { _entities: [{ price: 1 }] } }))],
  ])('and that %s, each question loses what was its own', async (_how, fault) => {
    network.subgraph('stock').fault = fault;
    const answer = await network.ask(two);
    expect(placesOf(answer).map((place) => place.replace(/:.*/, ''))).toEqual([
      'shelf.0.price',
      'shelf.2.price',
      'shelf.3.price',
      'things.0.warehouse',
    ]);
    expect(answer.data.shelf[0]).toEqual({ title: 'Roots', price: null });
    expect(answer.data.things[0]).toEqual({ name: 'Roots', warehouse: null });
  });

  test('one with too few entities loses, and the other does not', async () => {
    network.subgraph('stock').fault = saying((variables) => ({
      data: { _entities_0: [], _entities_1: parts(variables).houses.map(() => ({ warehouse: { city: 'Albi' } })) },
    }));
    const answer = await network.ask(two);
    expect(placesOf(answer)).toEqual([0, 2, 3].map((at) => `shelf.${at}.price: SUBGRAPH_UNAVAILABLE`));
    expect(answer.data.things[0].warehouse).toEqual({ city: 'Albi' });
  });

  test('about more entities than a subgraph finds in one go, they go out one by one', async () => {
    const many = (from: number) => Array.from({ length: 700 }, (_, index) => ({ __typename: 'Book', id: String(from + index) }));
    network.subgraph('books').fault = saying(() => ({ data: { shelf: many(1000), things: many(5000) } }));
    const { data, errors } = await network.ask('{ shelf { price } things { ... on Book { warehouse { shelf } } } }');
    expect(errors).toEqual([]);
    expect([data.shelf[699].price, data.things[699].warehouse.shelf]).toEqual([169_900, 5_699]);
    expect(calls('stock').map(({ representations }) => representations)).toEqual([700, 700]);
  });
});
