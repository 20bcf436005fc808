import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

describe('a thing without a key', () => {
  const third = (name: string, field: string): SmallSubgraphParts => ({
    name,
    sdl: `type Query { hive: Hive! @shareable hives: [Hive!]! @shareable } type Hive { size: Int @shareable ${field}: ${name}! } type ${name} { says: String! }`,
    resolvers: {
      Query: { hive: () => hive, hives: () => [hive, hive] },
      Hive: { [field]: () => ({ says: name }) },
    },
  });
  const hive = { size: 3 };
  const { ask } = standing(third('Queens', 'queen'), third('Drones', 'drone'), third('Combs', 'comb'));

  test('is asked of all the parts that share the way to it, and is one thing in the answer', async () => {
    const all = '{ comb { says } queen { says } size drone { says } }';
    const { data, errors } = await ask(`{ hive ${all} hives ${all} }`);
    expect(errors).toEqual([]);
    const whole = { comb: { says: 'Combs' }, queen: { says: 'Queens' }, size: 3, drone: { says: 'Drones' } };
    expect(data).toEqual({ hive: whole, hives: [whole, whole] });
  });
});

describe('a thing of which the key is known only to the part that another thing leads to', () => {
  const lists: SmallSubgraphParts = {
    name: 'lists',
    sdl: 'type Query { plot(id: ID!): Plot } type Plot @key(fields: "id") { id: ID! area: Int }',
    resolvers: { Query: { plot: (_: unknown, { id }: Fields) => ({ id, area: 9 }) } },
  };
  const soils: SmallSubgraphParts = {
    name: 'soils',
    sdl: 'type Plot @key(fields: "id") { id: ID! soil: Soil @shareable } type Soil { code: ID @shareable }',
    resolvers: { Plot: { soil: ({ id }: Fields) => ({ code: `s${id}` }) } },
  };
  const notes: SmallSubgraphParts = {
    name: 'notes',
    sdl: 'type Plot @key(fields: "id") { id: ID! soil: Soil @shareable } type Soil { note: String }',
    resolvers: { Plot: { soil: ({ id }: Fields) => ({ note: `of plot ${id}` }) } },
  };
  const names: SmallSubgraphParts = {
    name: 'names',
    sdl: 'type Soil @key(fields: "code") { code: ID name: String }',
    resolvers: { Soil: { name: ({ code }: Fields) => `clay ${code}` } },
  };
  const { ask } = standing(lists, soils, notes, names);

  test('is put together from both ways', async () => {
    const { data, errors } = await ask('{ plot(id: "4") { area soil { name note } } }');
    expect(errors).toEqual([]);
    expect(data.plot).toEqual({ area: 9, soil: { name: 'clay s4', note: 'of plot 4' } });
  });
});

describe('a way over a part that does not know the thing', () => {
  const stalls: SmallSubgraphParts = {
    name: 'stalls',
    sdl: 'type Query { stalls: [Stall] } type Stall { ware: Ware } type Ware @key(fields: "code") { code: ID! }',
    resolvers: { Query: { stalls: () => ['a', 'b', 'c'].map((code) => ({ ware: { code } })) } },
  };
  const codes: SmallSubgraphParts = {
    name: 'codes',
    sdl: 'type Ware @key(fields: "id") @key(fields: "code") { id: ID! code: ID! }',
    resolvers: { Ware: { __resolveReference: ({ code }: Fields) => (code === 'b' ? null : { id: `id of ${code}`, code }) } },
  };
  const makers: SmallSubgraphParts = {
    name: 'makers',
    sdl: 'type Ware @key(fields: "id") { id: ID! maker: Maker } type Maker { name: String }',
    resolvers: { Ware: { maker: ({ id }: Fields) => ({ name: `maker by ${id}` }) } },
  };
  const network = standing(stalls, codes, makers);

  test('ends there for this thing alone: nobody is asked for it without a key', async () => {
    const answer = await network.ask('{ stalls { ware { code maker { name } } } }');
    expect(answer.data.stalls.map(({ ware }: { ware: unknown }) => ware)).toEqual([
      { code: 'a', maker: { name: 'maker by id of a' } },
      { code: 'b', maker: null },
      { code: 'c', maker: { name: 'maker by id of c' } },
    ]);
    expect(placesOf(answer)).toEqual(['stalls.1.ware.maker: NOT_FOUND']);
    expect(network.network.subgraph('makers').received[0]?.variables['representations']).toEqual([
      { __typename: 'Ware', id: 'id of a' },
      { __typename: 'Ware', id: 'id of c' },
    ]);
  });
});

describe('a change that two parts share', () => {
  const done: string[] = [];
  const part = (name: string, own: string): SmallSubgraphParts => ({
    name,
    sdl: `type Query { ${name}: Int } type Mutation { plant(id: ID!): Tree! @shareable } type Tree @key(fields: "id") { id: ID! ${own} }`,
    resolvers: {
      Mutation: { plant: (_: unknown, { id }: Fields) => done.push(name) && { id, height: 1 } },
      Tree: { __resolveReference: (reference: Fields) => ({ height: 2, ...reference }), tall: ({ height }: Fields) => height === 2 },
    },
  });
  const { ask } = standing(part('north', 'height: Int'), part('south', 'height: Int @external tall: Boolean @requires(fields: "height")'));

  test('is made once, and told of by both', async () => {
    const { data, errors } = await ask('mutation { plant(id: "1") { id height tall } }');
    expect(errors).toEqual([]);
    expect(done).toHaveLength(1);
    expect(data.plant).toEqual(done[0] === 'north' ? { id: '1', height: 1, tall: false } : { id: '1', height: 2, tall: true });
  });
});
