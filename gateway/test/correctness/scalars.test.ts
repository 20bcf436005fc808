import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';

const items = [
  { id: '1', name: 'one', note: { asked_id: 'kept', id: 'its own', list: [{ asked_asked_name: 1, name: 2 }] } },
  { id: '2', name: 'two', note: [{ asked_name: null }] },
];

const small = standing(
  {
    name: 'shelf',
    sdl: `
      scalar Anything
      type Query { item(id: ID!): Item items: [Item!] note: Anything must: Anything! }
      type Item @key(fields: "id") { id: ID! name: String note: Anything }
    `,
    resolvers: {
      Query: { item: (_: unknown, { id }: { id: string }) => items.find((item) => item.id === id), items: () => items },
    },
  },
  {
    name: 'till',
    sdl: 'type Query { till: String } type Item @key(fields: "id") { id: ID! price(times: Int): Int }',
    resolvers: {
      Item: {
        __resolveReference: (reference: object) => reference,
        price: ({ id }: { id: string }, { times }: { times?: number }) => Number(id) * (times ?? 1),
      },
    },
  },
);

const answering = (text: string) => {
  small.network.subgraph('shelf').fault = (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(text);
};

describe('a scalar of a subgraph’s own', () => {
  test('is passed on as it came, whatever the names in it look like', async () => {
    const answer = await small.ask('{ items { id: name note price } }');
    expect(answer.data.items).toEqual(items.map(({ id, name, note }) => ({ id: name, note, price: Number(id) })));
  });

  test('that no JSON can write is an error, and no null where none may be', async () => {
    answering('{"data":{"must":1e400,"note":-1e400}}');
    const answer = await small.ask('{ must note }');
    expect(answer.data).toBeNull();
    expect(placesOf(answer)).toEqual(['must: INTERNAL']);
    answering('{"data":{"note":-1e400}}');
    expect(placesOf(await small.ask('{ note }'))).toEqual(['note: INTERNAL']);
  });
});
