import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

describe('a part that knows only the interface', () => {
  const kinds: Record<string, string | null> = { '1': 'Oak', '2': 'Elm', '9': null };
  const found = ({ id }: Fields) => (kinds[String(id)] ? { __typename: kinds[String(id)], id, height: Number(id) * 10 } : null);
  const nursery: SmallSubgraphParts = {
    name: 'nursery',
    sdl: `
      type Query { trees: [Tree] tallest: Tree @shareable }
      interface Tree @key(fields: "id") { id: ID! height: Int }
      type Oak implements Tree @key(fields: "id") { id: ID! height: Int acorns: Int }
      type Elm implements Tree @key(fields: "id") { id: ID! height: Int sick: Boolean }
    `,
    resolvers: {
      Query: { trees: () => [found({ id: '1' }), found({ id: '2' })], tallest: () => found({ id: '2' }) },
      Tree: { __resolveReference: found },
      Oak: { __resolveReference: found, acorns: () => 5 },
      Elm: { __resolveReference: found, sick: () => true },
    },
  };
  const walkers: SmallSubgraphParts = {
    name: 'walkers',
    sdl: `
      type Query { seen: [Tree] lone: Tree tallest: Tree @shareable }
      type Tree @key(fields: "id") @interfaceObject { id: ID! walks: Int neighbour: Tree }
    `,
    resolvers: {
      Query: { seen: () => [{ id: '2' }, { id: '9' }, { id: '1' }], lone: () => ({ id: '9' }), tallest: () => ({ id: '2' }) },
      Tree: { walks: ({ id }: Fields) => Number(id), neighbour: ({ id }: Fields) => ({ id: id === '1' ? '2' : '1' }) },
    },
  };
  const { ask } = standing(nursery, walkers);

  test('adds to things of every kind, and what it names alone is of its true kind', async () => {
    const { data, errors } = await ask('{ trees { walks neighbour { __typename height ... on Elm { sick } ... on Oak { acorns } } } }');
    expect(errors).toEqual([]);
    expect(data.trees).toEqual([
      { walks: 1, neighbour: { __typename: 'Elm', height: 20, sick: true } },
      { walks: 2, neighbour: { __typename: 'Oak', height: 10, acorns: 5 } },
    ]);
  });

  test('names a thing of which nobody knows the kind: null, with an error there and nowhere else', async () => {
    const answer = await ask('{ seen { __typename walks height } }');
    expect(answer.data.seen).toEqual([{ __typename: 'Elm', walks: 2, height: 20 }, null, { __typename: 'Oak', walks: 1, height: 10 }]);
    expect(placesOf(answer)).toEqual(['seen.1: NOT_FOUND']);
  });

  test('says of a thing only that it is one; that never takes the place of the kind that is known', async () => {
    const kinds = '... on Oak { __typename walks } ... on Elm { walks __typename kind: __typename }';
    const { data, errors } = await ask(`{ trees { neighbour { ${kinds} } } }`);
    expect(errors).toEqual([]);
    expect(data.trees).toEqual([
      { neighbour: { walks: 2, __typename: 'Elm', kind: 'Elm' } },
      { neighbour: { __typename: 'Oak', walks: 1 } },
    ]);
  });

  test('has nothing under conditions that no thing can meet, and is a thing all the same', async () => {
    const never = (kinds: string) => `{ tallest { ... on Oak { ... on Tree @include(if: true) { ${kinds} } } } }`;
    for (const kinds of ['... on Elm { sick }', '... on Elm { ...Sick } ... @skip(if: false) { ... on Elm { walks } }']) {
      const { data, errors } = await ask(`${never(kinds)}${kinds.includes('Sick') ? ' fragment Sick on Elm { sick walks }' : ''}`);
      expect(errors).toEqual([]);
      expect(data).toEqual({ tallest: {} });
    }
    const some =
      await ask(`query ($yes: Boolean = true) { tallest { ...High ... on Oak { ... on Tree @include(if: $yes) { ... on Elm { sick } } } } }
      fragment High on Tree { height walks ... on Elm { sick } ... on Oak @include(if: $yes) { acorns } }`);
    expect(some.errors).toEqual([]);
    expect(some.data).toEqual({ tallest: { height: 20, walks: 2, sick: true } });
  });

  // GraphQL looks up the type of an object before its fields, and so do the contracts: without a type nobody knows who may see it.
  test('has the kind looked up even where the client does not ask for it', async () => {
    const answer = await ask('{ lone { id walks } seen { walks neighbour { ... { walks } } } }');
    expect(answer.data).toEqual({
      lone: null,
      seen: [{ walks: 2, neighbour: { walks: 1 } }, null, { walks: 1, neighbour: { walks: 2 } }],
    });
    expect(placesOf(answer)).toEqual(['lone: NOT_FOUND', 'seen.1: NOT_FOUND']);
  });
});

describe('things of several types', () => {
  const a: SmallSubgraphParts = {
    name: 'a',
    sdl: `
      type Query { finds: [Find] things: [Thing] grid: [[Find]] }
      union Find = Coin | Bone
      interface Thing { id: ID! size: Int }
      type Coin implements Thing @key(fields: "id") { id: ID! size: Int metal: String }
      type Bone implements Thing @key(fields: "id") { id: ID! size: Int animal: String }
      type Shard implements Thing { id: ID! size: Int colour: String }
    `,
    resolvers: {
      Coin: { __resolveReference: () => coin },
      Bone: { __resolveReference: () => bone },
      Query: {
        finds: () => [coin, bone, null, coin],
        things: () => [shard, coin, bone],
        grid: () => [[coin, null], null, [], [bone, coin]],
      },
    },
  };
  const coin = { __typename: 'Coin', id: 'c', size: 1, metal: 'gold' };
  const bone = { __typename: 'Bone', id: 'b', size: 2, animal: 'cat' };
  const shard = { __typename: 'Shard', id: 's', size: 3, colour: 'red' };
  const b: SmallSubgraphParts = {
    name: 'b',
    sdl: `
      type Query { latest: Find }
      union Find = Coin | Seed
      type Coin @key(fields: "id") { id: ID! worth: Int beside: [Find] }
      type Bone @key(fields: "id") { id: ID! age: Int }
      type Seed @key(fields: "id") { id: ID! plant: String }
    `,
    resolvers: {
      Query: { latest: () => ({ __typename: 'Seed', id: 'x', plant: 'rye' }) },
      Coin: {
        worth: () => 100,
        beside: () => [
          { __typename: 'Seed', id: 'x', plant: 'rye' },
          { __typename: 'Coin', id: 'c' },
        ],
      },
      Bone: { age: () => 900 },
    },
  };
  const network = standing(a, b);

  test('are told apart without the client asking for the type', async () => {
    const { data, errors } = await network.ask(
      '{ finds { ... on Coin { metal worth } ... on Bone { age } ... on Seed { plant } } things { size ... on Coin { worth } ... on Shard { colour } } }',
    );
    expect(errors).toEqual([]);
    expect(data.finds).toEqual([{ metal: 'gold', worth: 100 }, { age: 900 }, null, { metal: 'gold', worth: 100 }]);
    expect(data.things).toEqual([{ size: 3, colour: 'red' }, { size: 1, worth: 100 }, { size: 2 }]);
  });

  test('belong to a union of which each part knows some members only', async () => {
    const query =
      '{ latest { ... on Seed { plant } ... on Bone { animal } } finds { ... on Coin { beside { __typename ... on Seed { plant } ... on Coin { metal } } } } }';
    const { data, errors } = await network.ask(query);
    expect(errors).toEqual([]);
    expect(data.latest).toEqual({ plant: 'rye' });
    const beside = [
      { __typename: 'Seed', plant: 'rye' },
      { __typename: 'Coin', metal: 'gold' },
    ];
    expect(data.finds).toEqual([{ beside }, {}, null, { beside }]);
  });

  test('stand in lists of lists, nulls at every level', async () => {
    const { data, errors } = await network.ask('{ grid { __typename ... on Coin { worth } ... on Bone { age animal } } }');
    expect(errors).toEqual([]);
    expect(data.grid).toEqual([
      [{ __typename: 'Coin', worth: 100 }, null],
      null,
      [],
      [
        { __typename: 'Bone', age: 900, animal: 'cat' },
        { __typename: 'Coin', worth: 100 },
      ],
    ]);
  });

  test('in lists of lists lose a field each at its own place', async () => {
    network.network.subgraph('b').fault = (request) => void request.socket.destroy();
    const answer = await network.ask('{ grid { ... on Coin { metal worth } ... on Bone { age } } }');
    expect(answer.data.grid).toEqual([[{ metal: 'gold', worth: null }, null], null, [], [{ age: null }, { metal: 'gold', worth: null }]]);
    expect(placesOf(answer)).toEqual([
      'grid.0.0.worth: SUBGRAPH_UNAVAILABLE',
      'grid.3.0.age: SUBGRAPH_UNAVAILABLE',
      'grid.3.1.worth: SUBGRAPH_UNAVAILABLE',
    ]);
  });

  test('say their type at every place, under every name, the root included', async () => {
    const { data, errors } = await network.ask(
      'query { __typename root: __typename latest { __typename kind: __typename } finds { __typename ... on Coin { kind: __typename beside { __typename } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      ...{ __typename: 'Query', root: 'Query', latest: { __typename: 'Seed', kind: 'Seed' } },
      finds: [
        { __typename: 'Coin', kind: 'Coin', beside: [{ __typename: 'Seed' }, { __typename: 'Coin' }] },
        { __typename: 'Bone' },
        null,
        { __typename: 'Coin', kind: 'Coin', beside: [{ __typename: 'Seed' }, { __typename: 'Coin' }] },
      ],
    });
    const rootOnly = await network.ask('{ a: __typename __typename }');
    expect(rootOnly.data).toEqual({ a: 'Query', __typename: 'Query' });
    expect(network.network.fetches.length).toBeGreaterThan(0);
  });
});
