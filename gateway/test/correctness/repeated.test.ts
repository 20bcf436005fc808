import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

describe('a thing that stands at many positions', () => {
  // Both say of every wine that it grows at the same place, and each says something else of that place.
  const north: SmallSubgraphParts = {
    name: 'north',
    sdl: `
      type Query { wines: [Wine] }
      type Wine @key(fields: "id") { id: ID! grows: Place @shareable grower: Grower growers(most: Int): [Grower] }
      type Place { code: ID! @shareable village: String @shareable }
      type Grower @key(fields: "id") { id: ID! name: String }
    `,
    resolvers: {
      Query: { wines: () => ['1', '2', '3'].map((id) => ({ id })) },
      Wine: {
        grows: () => ({ code: '7', village: 'Cotnac' }),
        grower: ({ id }: Fields) => ({ id: id === '1' ? 'a' : 'b' }),
        growers: (_wine: Fields, { most }: Fields) => [{ id: 'a' }, { id: 'b' }, { id: 'a' }].slice(0, Number(most)),
      },
      Grower: { name: ({ id }: Fields) => `grower ${id}` },
    },
  };
  const south: SmallSubgraphParts = {
    name: 'south',
    sdl: `
      type Wine @key(fields: "id") { id: ID! grows: Place @shareable }
      type Place { code: ID! @shareable soil: String }
      type Grower @key(fields: "id") { id: ID! hectares(in: String): Int vine(of: ID): Vine must: Int! may: Int }
      type Vine { id: ID! rows: Int }
    `,
    resolvers: {
      Wine: { grows: ({ id }: Fields) => ({ code: '7', soil: `soil of ${id}` }) },
      Grower: {
        hectares: ({ id }: Fields, args: Fields) => (id === 'a' ? 10 : 20) + (args['in'] === 'more' ? 1 : 0),
        vine: ({ id }: Fields, args: Fields) => ({ id: args['of'] ?? id, rows: id === 'a' ? 5 : 6 }),
        must: ({ id }: Fields) => {
          if (id === 'a') throw new Error('lost');
          return 1;
        },
        may: ({ id }: Fields) => {
          if (id === 'b') throw new Error('lost');
          return 2;
        },
      },
    },
  };
  const network = standing(north, south);

  test('is told of at each of them', async () => {
    const { data, errors } = await network.ask('{ wines { id grower { id name hectares vine { id rows } } } }');
    expect(errors).toEqual([]);
    const a = { id: 'a', name: 'grower a', hectares: 10, vine: { id: 'a', rows: 5 } };
    const b = { id: 'b', name: 'grower b', hectares: 20, vine: { id: 'b', rows: 6 } };
    expect(data.wines).toEqual([
      { id: '1', grower: a },
      { id: '2', grower: b },
      { id: '3', grower: b },
    ]);
  });

  test('keeps apart what was asked of it at each place', async () => {
    const { data, errors } = await network.ask(
      '{ wines { grower { id hectares vine(of: "9") { id } } growers(most: 3) { id hectares(in: "more") vine { id rows } } } }',
    );
    expect(errors).toEqual([]);
    expect(data.wines[0].grower).toEqual({ id: 'a', hectares: 10, vine: { id: '9' } });
    const a = { id: 'a', hectares: 11, vine: { id: 'a', rows: 5 } };
    expect(data.wines[1].growers).toEqual([a, { id: 'b', hectares: 21, vine: { id: 'b', rows: 6 } }, a]);
  });

  test('and of which two parts know something, may differ in what the second says', async () => {
    const { data, errors } = await network.ask('{ wines { grows { code village soil } } }');
    expect(errors).toEqual([]);
    expect(data.wines).toEqual(['1', '2', '3'].map((id) => ({ grows: { code: '7', village: 'Cotnac', soil: `soil of ${id}` } })));
  });

  test('has what was lost of it told at each of them', async () => {
    const answer = await network.ask('{ wines { id grower { id may } growers(most: 3) { id must } } }');
    expect(answer.data.wines[0].growers).toEqual([null, { id: 'b', must: 1 }, null]);
    expect(placesOf(answer).sort()).toEqual(
      [0, 1, 2]
        .flatMap((wine) => [0, 2].map((grower) => `wines.${wine}.growers.${grower}.must: INTERNAL`))
        .concat(['wines.1.grower.may: INTERNAL', 'wines.2.grower.may: INTERNAL'])
        .sort(),
    );
  });
});
