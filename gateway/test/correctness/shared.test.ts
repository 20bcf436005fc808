import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

describe('what two parts can answer', () => {
  const north: SmallSubgraphParts = {
    name: 'north',
    sdl: `
      type Query { best: Wine @shareable wines: [Wine] @shareable motto: String @shareable northern: Int }
      type Wine @key(fields: "id") { id: ID! name: String @shareable grape: String origin: Place @shareable notes: [Note!] @shareable rest: Int }
      type Place @shareable { village: String slope: Slope }
      type Slope @shareable { degrees: Int }
      type Note @shareable { text: String }
    `,
    resolvers: {
      Query: { best: () => ({ id: '1' }), wines: () => [{ id: '1' }, { id: '2' }], motto: () => 'drink', northern: () => 1 },
      Wine: {
        name: ({ id }: Fields) => `wine ${id}`,
        grape: () => 'syrah',
        origin: ({ id }: Fields) => (id === '2' ? null : { village: 'Cotnac', slope: { degrees: 12 } }),
        notes: () => [{ text: 'red' }, { text: 'dry' }],
        rest: () => 3,
      },
    },
  };
  const south: SmallSubgraphParts = {
    name: 'south',
    sdl: `
      type Query { best: Wine @shareable wines: [Wine] @shareable motto: String @shareable southern: Int }
      type Wine @key(fields: "id") { id: ID! name: String @shareable price: Int origin: Place @shareable notes: [Note!] @shareable }
      type Place @shareable { village: String soil: String slope: Slope }
      type Slope @shareable { faces: String }
      type Note @shareable { text: String by: Taster }
      type Taster { name: String }
    `,
    resolvers: {
      Query: { best: () => ({ id: '1' }), wines: () => [{ id: '1' }, { id: '2' }], motto: () => 'drink', southern: () => 2 },
      Wine: {
        name: ({ id }: Fields) => `wine ${id}`,
        price: ({ id }: Fields) => Number(id) * 9,
        origin: ({ id }: Fields) => (id === '2' ? null : { village: 'Cotnac', soil: 'chalk', slope: { faces: 'south' } }),
        notes: () => [
          { text: 'red', by: { name: 'Ines' } },
          { text: 'dry', by: null },
        ],
      },
    },
  };
  const network = standing(north, south);

  test('is asked of one of them, and each adds what the other does not know', async () => {
    const { data, errors } = await network.ask('{ motto northern southern best { name grape price } wines { price grape } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({
      ...{ motto: 'drink', northern: 1, southern: 2, best: { name: 'wine 1', grape: 'syrah', price: 9 } },
      wines: [
        { price: 9, grape: 'syrah' },
        { price: 18, grape: 'syrah' },
      ],
    });
  });

  test('may lie in halves: a value of which each part knows some fields, at any depth and in lists', async () => {
    const { data, errors } = await network.ask(
      '{ wines { rest origin { village soil slope { degrees faces } } notes { text by { name } } } }',
    );
    expect(errors).toEqual([]);
    const notes = [
      { text: 'red', by: { name: 'Ines' } },
      { text: 'dry', by: null },
    ];
    expect(data.wines).toEqual([
      { rest: 3, origin: { village: 'Cotnac', soil: 'chalk', slope: { degrees: 12, faces: 'south' } }, notes },
      { rest: 3, origin: null, notes },
    ]);
  });

  test('and one of them cannot: its half of a value is lost at its own places', async () => {
    network.network.subgraph('south').fault = (request) => void request.socket.destroy();
    const answer = await network.ask('{ wines { rest grape origin { slope { degrees faces } } } northern }');
    // The planner asks for wines where it needs fewest steps; if that is the south, all of them are lost.
    expect(answer.data.northern).toBe(1);
    if (answer.data.wines === null) expect(placesOf(answer)).toEqual(['wines: SUBGRAPH_UNAVAILABLE']);
    else {
      expect(answer.data.wines[0]).toEqual({ rest: 3, grape: 'syrah', origin: { slope: { degrees: 12, faces: null } } });
      expect(placesOf(answer)).toEqual(['wines.0.origin.slope.faces: SUBGRAPH_UNAVAILABLE']);
    }
  });
});

describe('a part that provides a field of another on one way only', () => {
  const rooms: SmallSubgraphParts = {
    name: 'rooms',
    sdl: `
      type Query { rooms: [Room] }
      type Room { name: String host: Guest @provides(fields: "name") guests: [Guest] }
      type Guest @key(fields: "id") { id: ID! name: String @external }
    `,
    resolvers: { Query: { rooms: () => [{ name: 'blue', host: { id: '1', name: 'from rooms' }, guests: [{ id: '1', name: 'never' }] }] } },
  };
  const guests: SmallSubgraphParts = {
    name: 'guests',
    sdl: 'type Guest @key(fields: "id") { id: ID! name: String @shareable age: Int }',
    resolvers: { Guest: { name: () => 'from guests', age: () => 40 } },
  };
  const network = standing(rooms, guests);

  test('answers it there, and is not asked elsewhere', async () => {
    const { data, errors } = await network.ask('{ rooms { host { name } guests { name } } }');
    expect(errors).toEqual([]);
    expect(data.rooms).toEqual([{ host: { name: 'from rooms' }, guests: [{ name: 'from guests' }] }]);
    network.network.reset();
    await network.ask('{ rooms { host { name } } }');
    expect(network.network.fetches.map(({ subgraph }) => subgraph)).toEqual(['rooms']);
  });
});

describe('a field that moved from one part to another', () => {
  const old: SmallSubgraphParts = {
    name: 'old',
    sdl: 'type Query { bill: Bill } type Bill @key(fields: "id") { id: ID! amount: Int currency: String }',
    resolvers: { Query: { bill: () => ({ id: '1', amount: 1, currency: 'OLD' }) } },
  };
  const young: SmallSubgraphParts = {
    name: 'young',
    sdl: 'type Bill @key(fields: "id") { id: ID! amount: Int @override(from: "old") due: String @requires(fields: "currency") currency: String @external }',
    resolvers: { Bill: { amount: () => 2, due: ({ currency }: Fields) => `in ${currency}` } },
  };
  const { ask } = standing(old, young);

  test('comes from its new home only', async () => {
    const { data, errors } = await ask('{ bill { currency amount due } }');
    expect(errors).toEqual([]);
    expect(data.bill).toEqual({ currency: 'OLD', amount: 2, due: 'in OLD' });
  });
});

describe('an enum of which parts know different values', () => {
  const out: SmallSubgraphParts = {
    name: 'out',
    sdl: `
      type Query { light(is: Light): Light @shareable lights: [Light] mood(of: Mood): String }
      enum Light { RED GREEN } enum Mood { GOOD BAD AWFUL }
    `,
    resolvers: {
      Query: {
        light: (_: unknown, { is }: Fields) => is ?? 'GREEN',
        lights: () => ['RED', 'GREEN'],
        mood: (_: unknown, { of }: Fields) => of,
      },
    },
  };
  const into: SmallSubgraphParts = {
    name: 'into',
    sdl: `
      type Query { feel(of: Mood, all: [Mood]): String weather: Weather }
      enum Mood { GOOD BAD } enum Weather { SUN RAIN }
    `,
    resolvers: { Query: { feel: (_: unknown, { of, all }: Fields) => `${of} ${JSON.stringify(all)}`, weather: () => 'SUN' } },
  };
  const other: SmallSubgraphParts = {
    name: 'other',
    sdl: 'type Query { forecast: Weather } enum Weather { SUN SNOW }',
    resolvers: { Query: { forecast: () => 'SNOW' } },
  };
  const network = standing(out, into, other);

  test('takes as input only what all of them know, before anything is asked', async () => {
    const known = await network.ask('query ($of: Mood) { mood(of: $of) feel(of: $of, all: [GOOD, $of]) }', { variables: { of: 'BAD' } });
    expect(known.errors).toEqual([]);
    expect(known.data).toEqual({ mood: 'BAD', feel: 'BAD ["GOOD","BAD"]' });
    network.network.reset();
    for (const refused of [
      await network.ask('{ mood(of: AWFUL) }'),
      await network.ask('query ($of: Mood) { mood(of: $of) }', { variables: { of: 'AWFUL' } }),
    ]) {
      expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(network.network.fetches).toEqual([]);
    }
  });

  test('answers with all that any of them knows', async () => {
    const { data, errors } = await network.ask('{ weather forecast lights }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ weather: 'SUN', forecast: 'SNOW', lights: ['RED', 'GREEN'] });
  });

  test('never answers with what none of them declared', async () => {
    network.network.subgraph('other').fault = (_request, response) => void response.writeHead(200).end('{"data":{"forecast":"FOG"}}');
    const answer = await network.ask('{ weather forecast }');
    expect(answer.data).toEqual({ weather: 'SUN', forecast: null });
    expect(placesOf(answer)).toEqual(['forecast: INTERNAL']);
  });
});
