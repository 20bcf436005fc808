import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SmallNetwork } from './support/small-network.ts';
import type { SmallSubgraphParts } from './support/small-subgraph.ts';

const many = 2_300;

const shelves: SmallSubgraphParts = {
  name: 'shelves',
  sdl: 'type Query { all: [Book!] } type Book @key(fields: "id") { id: ID! }',
  resolvers: { Query: { all: () => Array.from({ length: many }, (_, index) => ({ id: String(index) })) } },
};
const prices: SmallSubgraphParts = {
  name: 'prices',
  sdl: 'type Query { cheapest: Int } type Book @key(fields: "id") { id: ID! price: Int }',
  resolvers: {
    Query: { cheapest: () => 0 },
    Book: { __resolveReference: (reference: { id: string }) => reference, price: ({ id }: { id: string }) => Number(id) * 2 },
  },
};

let network: SmallNetwork;
beforeAll(async () => {
  network = await SmallNetwork.start([shelves, prices]);
});
afterAll(() => network.close());

test('more entities than a subgraph finds in one go are asked for in portions, and each gets its own answer', async () => {
  const { data, errors } = await network.ask('{ all { id price } }');
  expect(errors).toEqual([]);
  expect(data.all).toEqual(Array.from({ length: many }, (_, index) => ({ id: String(index), price: index * 2 })));
  const portions = network.fetches.filter(({ subgraph }) => subgraph === 'prices').map(({ representations }) => representations);
  expect(portions).toEqual([1_000, 1_000, 300]);
});
