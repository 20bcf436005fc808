import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

// To come back with what a field requires, the planner takes the first key of the part, whether anything is found by it or not.
describe('a part that names a thing by keys of which it finds it by one', () => {
  const spot = 'spot { row seat }';
  const halls: SmallSubgraphParts = {
    name: 'halls',
    sdl: `
      type Query { evening: [Ticket] }
      type Ticket @key(fields: "${spot}", resolvable: false) @key(fields: "code", resolvable: false) @key(fields: "number spot { seat }") {
        number: Int! code: String spot: Spot! price: Int @external label: String @requires(fields: "price")
      }
      type Spot @shareable { row: String! seat: Int! }
    `,
    resolvers: {
      Query: { evening: () => [1, 2].map((number) => ({ number, code: `c${number}`, spot: { row: 'A', seat: number * 10 } })) },
      Ticket: {
        __resolveReference: (by: Fields) => (by['number'] ? by : null),
        label: ({ number, spot: { seat } = {}, price }: Fields & { spot?: Fields }) => `${number} at ${seat} for ${price}`,
      },
    },
  };
  const till: SmallSubgraphParts = {
    name: 'till',
    sdl: `
      type Ticket @key(fields: "${spot}", resolvable: false) @key(fields: "number") { number: Int! spot: Spot! price: Int }
      type Spot @shareable { row: String! seat: Int! }
    `,
    resolvers: { Ticket: { price: ({ number }: Fields) => Number(number) * 5 } },
  };
  const { ask } = standing(halls, till);

  test('is come back to by that one', async () => {
    const { data, errors } = await ask('{ evening { label } }');
    expect(errors).toEqual([]);
    expect(data.evening).toEqual([{ label: '1 at 10 for 5' }, { label: '2 at 20 for 10' }]);
  });
});

describe('a thing known by a list of things and what each of them is made of', () => {
  const songs = [
    { id: '1', take: 't1', band: { name: 'b1', town: 'Albi' } },
    { id: '2', take: 't2', band: { name: 'b2', town: 'Rodez' } },
  ];
  const radio: SmallSubgraphParts = {
    name: 'radio',
    sdl: `
      type Query { playing: Programme! }
      type Programme @key(fields: "songs { id }") { songs: [Song!]! }
      type Song @key(fields: "id") { id: ID! band: Band @shareable }
      type Band @key(fields: "name") { name: String! town: String @shareable }
    `,
    resolvers: {
      Query: { playing: () => ({ songs: songs.map(({ id, band }) => ({ id, band })) }) },
      Song: { __resolveReference: ({ id }: Fields) => songs.find((song) => song.id === id) },
    },
  };
  const takes: SmallSubgraphParts = {
    name: 'takes',
    sdl: 'type Song @key(fields: "id") @key(fields: "id take") { id: ID! take: String! }',
    resolvers: { Song: { __resolveReference: ({ id }: Fields) => songs.find((song) => song.id === id) } },
  };
  const lists: SmallSubgraphParts = {
    name: 'lists',
    sdl: `
      type Programme @key(fields: "songs { id take }") { songs: [Song!]! first: Song @shareable told: String }
      type Song @key(fields: "id take") { id: ID! take: String }
    `,
    resolvers: {
      Programme: { __resolveReference: (by: Fields) => ({ ...by, first: (by['songs'] as Fields[])[0], told: JSON.stringify(by) }) },
    },
  };
  const money: SmallSubgraphParts = {
    name: 'money',
    sdl: `
      type Programme @key(fields: "songs { id take band { name town } } first { id }") { songs: [Song!]! first: Song @shareable due: String }
      type Song @key(fields: "id take band { name town }") { id: ID! take: String band: Band fee: String }
      type Band @key(fields: "name town") { name: String! town: String }
    `,
    resolvers: {
      Programme: { due: ({ songs: list, first }: Fields) => `${(list as unknown[]).length} songs, first ${(first as Fields)['id']}` },
      Song: { fee: ({ take, band }: Fields) => `${take} by ${(band as Fields)['name']} of ${(band as Fields)['town']}` },
    },
  };
  const { ask } = standing(radio, takes, lists, money);

  test('is found by all of that and nothing else, whatever the client asks of it', async () => {
    const { data, errors } = await ask('{ playing { told due songs { id: take fee } first { take } } }');
    expect(errors).toEqual([]);
    expect(JSON.parse(data.playing.told)).toEqual({ __typename: 'Programme', songs: songs.map(({ id, take }) => ({ id, take })) });
    expect({ ...data.playing, told: undefined }).toEqual({
      due: '2 songs, first 1',
      songs: [
        { id: 't1', fee: 't1 by b1 of Albi' },
        { id: 't2', fee: 't2 by b2 of Rodez' },
      ],
      first: { take: 't1' },
    });
  });
});
