import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

const coin = { __typename: 'Coin', id: 'c', metal: 'gold', worth: 7 };
const ring = { __typename: 'Ring', id: 'r', stone: 'opal' };
const pearl = { __typename: 'Pearl', id: 'p', colour: 'white' };
const every = '{ __typename ... on Coin { metal } ... on Ring { stone } ... on Pearl { colour } }';

describe('a union of which another part knows fewer members', () => {
  const digger: SmallSubgraphParts = {
    name: 'digger',
    sdl: `
      type Query { chest: Chest }
      union Find = Coin | Ring | Pearl
      type Chest @shareable { finds: [Find!]! }
      type Coin @shareable { metal: String } type Ring { stone: String } type Pearl { colour: String }
    `,
    resolvers: { Query: { chest: () => ({ finds: [coin, ring, pearl] }) } },
  };
  const museum: SmallSubgraphParts = {
    name: 'museum',
    sdl: 'type Query { open: Int } union Find = Coin type Chest @shareable { finds: [Find!]! } type Coin @shareable { metal: String }',
  };
  const { ask } = standing(digger, museum);

  test('is answered with all members by the part that is asked', async () => {
    const { data, errors } = await ask(`{ chest { finds ${every} some: finds { ... on Ring { stone } } } }`);
    expect(errors).toEqual([]);
    expect(data.chest).toEqual({
      finds: [
        { __typename: 'Coin', metal: 'gold' },
        { __typename: 'Ring', stone: 'opal' },
        { __typename: 'Pearl', colour: 'white' },
      ],
      some: [{}, { stone: 'opal' }, {}],
    });
  });
});

describe('a field that two parts share, each with members of its own', () => {
  const part = (name: string, own: string, finds: readonly object[]): SmallSubgraphParts => ({
    name,
    sdl: `
      type Query { ${name}: Chest best: ${name === 'west' ? 'Coin' : 'Find'} @shareable }
      union Find = Coin | ${own}
      type Chest @key(fields: "id") { id: ID! drawer: Drawer @shareable of${own}: [Find] }
      type Drawer @shareable { finds: [Find!] }
      type Coin @key(fields: "id") { id: ID! metal: String @shareable ${name === 'east' ? 'worth: Int' : ''} }
      type ${own} { ${own === 'Ring' ? 'stone' : 'colour'}: String }
    `,
    resolvers: {
      Query: { [name]: () => ({ id: '1' }), best: () => coin },
      Chest: { drawer: () => ({ finds }), [`of${own}`]: () => finds },
      Coin: { __resolveReference: () => coin },
    },
  });
  const { ask } = standing(part('west', 'Ring', [coin, ring]), part('east', 'Pearl', [coin, pearl]));

  test('may be an object in the one and a union in the other', async () => {
    const { data, errors } = await ask('{ best { __typename ... on Pearl { colour } ... on Coin { metal worth } } }');
    expect(errors).toEqual([]);
    expect(data.best).toEqual({ __typename: 'Coin', metal: 'gold', worth: 7 });
  });

  test('has them all where only one part has the field', async () => {
    const { data, errors } = await ask(`{ west { ofPearl ${every} ofRing ${every} } }`);
    expect(errors).toEqual([]);
    expect(data.west).toEqual({
      ofPearl: [
        { __typename: 'Coin', metal: 'gold' },
        { __typename: 'Pearl', colour: 'white' },
      ],
      ofRing: [
        { __typename: 'Coin', metal: 'gold' },
        { __typename: 'Ring', stone: 'opal' },
      ],
    });
  });

  // Who shares a field promises to answer it like the others. The planner counts on it, and asks only for what all of them know.
  test('with things that the other part does not know: each says what it is, and what was not fetched is said to be lost', async () => {
    const answer = await ask(`{ west { drawer { finds ${every} } } }`);
    expect(answer.data.west.drawer.finds).toEqual([
      { __typename: 'Coin', metal: 'gold' },
      { __typename: 'Ring', stone: null },
    ]);
    expect(placesOf(answer)).toEqual(['west.drawer.finds.1.stone: INTERNAL']);
    const unasked = await ask('{ west { drawer { finds { __typename ... on Pearl { colour } } } } }');
    expect(unasked.errors).toEqual([]);
    expect(unasked.data.west.drawer.finds).toEqual([{ __typename: 'Coin' }, { __typename: 'Ring' }]);
  });
});

describe('an interface that a kind of thing has in one part only', () => {
  const shop: SmallSubgraphParts = {
    name: 'shop',
    sdl: `
      type Query { wares: [Ware] node(id: ID!): Node }
      union Ware = Oven | Kettle
      interface Node { id: ID! } interface Warranted { years: Int }
      type Oven @key(fields: "id") { id: ID! }
      type Kettle implements Node & Warranted @key(fields: "id") { id: ID! years: Int }
    `,
    resolvers: {
      Query: {
        wares: () => [
          { __typename: 'Oven', id: 'o' },
          { __typename: 'Kettle', id: 'k', years: 3 },
        ],
        node: (_: unknown, { id }: { id: string }) => ({ __typename: id === 'o' ? 'Oven' : 'Kettle', id, years: 3 }),
      },
    },
  };
  const maker: SmallSubgraphParts = {
    name: 'maker',
    sdl: `
      interface Node { id: ID! } interface Warranted { years: Int }
      type Oven implements Node & Warranted @key(fields: "id") { id: ID! years: Int }
    `,
    resolvers: { Oven: { years: () => 2 } },
  };
  const { ask } = standing(shop, maker);

  test('holds for the thing wherever it comes from', async () => {
    const { data, errors } = await ask('{ wares { ... on Node { id ... on Warranted { years } } } }');
    expect(errors).toEqual([]);
    expect(data.wares).toEqual([
      { id: 'o', years: 2 },
      { id: 'k', years: 3 },
    ]);
  });

  test('is no excuse for a part that answers with such a thing where it does not know the interface of it', async () => {
    const answer = await ask('{ kettle: node(id: "k") { ... on Warranted { years } } oven: node(id: "o") { id ... on Oven { years } } }');
    expect(answer.data).toEqual({ kettle: { years: 3 }, oven: null });
    expect(placesOf(answer)).toEqual(['oven: INTERNAL']);
  });
});
