import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';
import { type SmallSubgraphParts, sendJson } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

const byReference = { __resolveReference: (reference: object) => reference };
const shelf: SmallSubgraphParts = {
  name: 'shelf',
  sdl: `
    type Query { items: [Item] things: [Thing] }
    type Mutation { first: Int }
    interface Thing { id: ID! }
    type Item implements Thing @key(fields: "id") { id: ID! name: String maker: Maker size: Size }
    type Pen implements Thing @key(fields: "id") { id: ID! ink: String label: String }
    type Maker @key(fields: "id") { id: ID! town: String }
    type Size { width: Int }
  `,
  resolvers: {
    Query: {
      items: () => ['1', '2'].map((id) => ({ id, name: `item ${id}`, maker: { id: `m${id}`, town: 'Albi' }, size: { width: Number(id) } })),
      things: () => [
        { __typename: 'Item', id: '1' },
        { __typename: 'Pen', id: '2', ink: 'blue' },
      ],
    },
    Mutation: { first: () => 1 },
    Item: byReference,
    Pen: byReference,
    Maker: byReference,
  },
};
const till: SmallSubgraphParts = {
  name: 'till',
  sdl: `
    type Query { till: String }
    type Mutation { second: Int }
    type Item @key(fields: "id") { id: ID! price: Int cost: Int label: String measure: Measure }
    type Pen @key(fields: "id") { id: ID! price: Int }
    type Maker @key(fields: "id") { id: ID! rating: Int }
    type Measure { height: Int }
  `,
  resolvers: {
    Query: { till: () => 'open' },
    Mutation: { second: () => 2 },
    Item: {
      ...byReference,
      price: ({ id }: Fields) => Number(id) * 10,
      cost: () => 1,
      label: ({ id }: Fields) => `label ${id}`,
      measure: () => ({ height: 7 }),
    },
    Pen: { ...byReference, price: () => 5 },
    Maker: { ...byReference, rating: () => 3 },
  },
};
const small = standing(shelf, till);

const answering = (subgraph: string, data: unknown, errors?: unknown) => {
  small.network.subgraph(subgraph).fault = (_request, response) =>
    sendJson(response, 200, { data, ...(errors !== undefined && { errors }) });
};
const away = (subgraph: string) => {
  small.network.subgraph(subgraph).fault = (_request, response) => void response.destroy();
};

describe('what a subgraph was not asked for', () => {
  test('never takes the place of what another one said', async () => {
    answering('till', {
      _entities: [
        { price: 10, name: 'stolen', maker: { town: 'stolen' }, id: '9' },
        { price: 20, name: null },
      ],
    });
    const { data, errors } = await small.ask('{ items { id name price maker { town } } }');
    expect(errors).toEqual([]);
    expect(data.items).toEqual([
      { id: '1', name: 'item 1', price: 10, maker: { town: 'Albi' } },
      { id: '2', name: 'item 2', price: 20, maker: { town: 'Albi' } },
    ]);
  });

  test('does not stand in for what another one could not say', async () => {
    const items = [
      { __typename: 'Item', id: '1', name: 'item 1', price: 99, maker: { __typename: 'Maker', id: 'm1', town: 'Albi', rating: 99 } },
    ];
    answering('shelf', { items, till: 'closed' });
    away('till');
    const answer = await small.ask('{ till items { name price maker { town rating } } }');
    expect(answer.data).toEqual({ till: null, items: [{ name: 'item 1', price: null, maker: { town: 'Albi', rating: null } }] });
    expect(placesOf(answer)).toEqual([
      'items.0.maker.rating: SUBGRAPH_UNAVAILABLE',
      'items.0.price: SUBGRAPH_UNAVAILABLE',
      'till: SUBGRAPH_UNAVAILABLE',
    ]);
  });

  test('does not stand in for a null, nor for what is not known there', async () => {
    answering('shelf', {
      items: [
        { __typename: 'Item', id: '1', price: 99 },
        { __typename: 'Item', id: '2', price: 99 },
      ],
    });
    answering('till', { _entities: [{ price: null }, null] });
    const answer = await small.ask('{ items { price } }');
    expect(answer.data).toEqual({ items: [{ price: null }, { price: null }] });
    expect(placesOf(answer)).toEqual(['items.1.price: NOT_FOUND']);
  });

  test('is not heard at the root either, in whatever order the answers come', async () => {
    answering('till', { till: 'open', items: [{ name: 'stolen' }] });
    away('shelf');
    const answer = await small.ask('{ till items { name } }');
    expect(answer.data).toEqual({ till: 'open', items: null });
    expect(placesOf(answer)).toEqual(['items: SUBGRAPH_UNAVAILABLE']);
  });

  test('is not taken for what a later change did', async () => {
    answering('shelf', { first: 1, second: 99 });
    away('till');
    const answer = await small.ask('mutation { first second }');
    expect(answer.data).toEqual({ first: 1, second: null });
  });

  test('of one kind of things is not heard of another kind', async () => {
    answering('shelf', {
      things: [
        { __typename: 'Item', id: '1', ink: 'red', price: 99 },
        { __typename: 'Pen', id: '2', ink: 'blue', price: 99 },
      ],
    });
    answering('till', {
      _entities: [
        { price: 10, label: 'label 1', ink: 'red' },
        { price: 5, ink: 'red' },
      ],
    });
    const { data, errors } = await small.ask('{ things { id ... on Item { price label } ... on Pen { ink price } } }');
    expect(errors).toEqual([]);
    expect(data.things).toEqual([
      { id: '1', price: 10, label: 'label 1' },
      { id: '2', ink: 'blue', price: 5 },
    ]);
  });

  test('of one kind of things is not heard though it was asked of another kind', async () => {
    answering('shelf', {
      things: [
        { __typename: 'Item', id: '1', label: 'stolen' },
        { __typename: 'Pen', id: '2', label: 'a pen' },
      ],
    });
    away('till');
    const answer = await small.ask('{ things { ... on Item { label } ... on Pen { label } } }');
    expect(answer.data).toEqual({ things: [{ label: null }, { label: 'a pen' }] });
    expect(placesOf(answer)).toEqual(['things.0.label: SUBGRAPH_UNAVAILABLE']);
  });

  test('under the name that the client gave to something of another part is not heard', async () => {
    answering('shelf', { items: [{ __typename: 'Item', id: '1', name: 'item 1', dear: 99 }] });
    away('till');
    const answer = await small.ask('{ items { name dear: price } }');
    expect(answer.data).toEqual({ items: [{ name: 'item 1', dear: null }] });
    expect(placesOf(answer)).toEqual(['items.0.dear: SUBGRAPH_UNAVAILABLE']);
  });

  test('does not say who a thing is to another part', async () => {
    answering('till', { _entities: [{ measure: { height: 7 }, maker: { __typename: 'Maker', id: 'stolen' } }, { measure: null }] });
    const asked = await small.ask('{ items { measure { height } maker { id } } }');
    expect(asked.data.items).toEqual([
      { measure: { height: 7 }, maker: { id: 'm1' } },
      { measure: null, maker: { id: 'm2' } },
    ]);
  });

  test('takes its own error along', async () => {
    answering('till', { _entities: [{ price: 10, name: null }, { price: 20 }] }, [{ message: 'no', path: ['_entities', 0, 'name'] }]);
    const { data, errors } = await small.ask('{ items { name price } }');
    expect(errors).toEqual([]);
    expect(data.items).toEqual([
      { name: 'item 1', price: 10 },
      { name: 'item 2', price: 20 },
    ]);
  });
});

test('what everybody was asked for is answered as ever', async () => {
  const { data, errors } = await small.ask(
    '{ till items { id name price label measure { height } size { width } maker { id town rating } } things { ... on Pen { ink price } } }',
  );
  expect(errors).toEqual([]);
  expect(data.items[1]).toEqual({
    ...{ id: '2', name: 'item 2', price: 20, label: 'label 2', measure: { height: 7 }, size: { width: 2 } },
    maker: { id: 'm2', town: 'Albi', rating: 3 },
  });
  expect(data.things).toEqual([{}, { ink: 'blue', price: 5 }]);
});

describe('errors without a place', () => {
  const many = Array.from({ length: 300_000 }, () => ({}));

  test.each([
    ['of a question at the root', '{ till }', { till: 'open' }],
    ['of one about things', '{ items { price } }', { _entities: [{ price: 1 }, { price: 1 }] }],
    [
      'of two that went out together',
      '{ items { price maker { rating } } }',
      { _entities_0: [{ price: 1 }, { price: 1 }], _entities_1: [{ rating: 1 }, { rating: 1 }] },
    ],
  ])('%s are told in part, however many there are, and take nothing away', async (_what, query, data) => {
    answering('till', data, many);
    const answer = await small.ask(query);
    expect([answer.status, JSON.stringify(answer.data)]).toEqual([200, expect.not.stringContaining('null')]);
    expect(placesOf(answer)).toEqual(Array(20).fill('-: INTERNAL'));
    expect(small.network.logged.filter((line) => line.includes('"count":300000'))).toHaveLength(1);
  });

  test('beside others that have one are told as well', async () => {
    answering('till', { till: null }, [{ message: 'a' }, { message: 'b', path: ['till'] }]);
    expect(placesOf(await small.ask('{ till }'))).toEqual(['-: INTERNAL', 'till: INTERNAL']);
  });
});
