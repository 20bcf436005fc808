import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

describe('what a part hands out below one of its fields, though others have it', () => {
  const boat = (id: string) => ({ id, name: `${id} at the pier`, crew: [{ id: `mate of ${id}`, name: 'Ada' }] });
  const pier: SmallSubgraphParts = {
    name: 'pier',
    sdl: `
      type Query {
        berths: [Berth] @provides(fields: "boats { name crew { name } }")
        moored: [Vessel] @provides(fields: "... on Barge { name }")
      }
      union Vessel = Barge | Yacht
      type Berth @key(fields: "id") { id: ID! boats: [Boat] @external }
      type Boat @key(fields: "id") { id: ID! name: String @external crew: [Mate] @external }
      type Mate @key(fields: "id") { id: ID! name: String @external }
      type Barge @key(fields: "id") { id: ID! name: String @external }
      type Yacht @key(fields: "id") { id: ID! }
    `,
    resolvers: {
      Query: {
        berths: () => [{ id: '1', boats: [boat('a'), boat('b')] }],
        moored: () => [
          { __typename: 'Barge', id: 'x', name: 'x at the pier' },
          { __typename: 'Yacht', id: 'y' },
        ],
      },
    },
  };
  const named = { __resolveReference: ({ id }: Fields) => ({ id, name: `${id} in the register` }) };
  const register: SmallSubgraphParts = {
    name: 'register',
    sdl: `
      type Berth @key(fields: "id") { id: ID! boats: [Boat] @shareable }
      type Boat @key(fields: "id") { id: ID! name: String @shareable crew: [Mate] @shareable age: Int }
      type Mate @key(fields: "id") { id: ID! name: String @shareable }
      type Barge @key(fields: "id") { id: ID! name: String @shareable }
      type Yacht @key(fields: "id") { id: ID! name: String @shareable }
    `,
    resolvers: { Boat: { ...named, age: () => 30 }, Mate: named, Barge: named, Yacht: named },
  };
  const network = standing(pier, register);
  const asked = () => network.network.fetches.map(({ subgraph }) => subgraph);

  test('is taken from it at every depth, and nobody else is asked', async () => {
    const { data, errors } = await network.ask('{ berths { boats { name crew { name } } } }');
    expect(errors).toEqual([]);
    const crew = [{ name: 'Ada' }];
    expect(data.berths).toEqual([
      {
        boats: [
          { name: 'a at the pier', crew },
          { name: 'b at the pier', crew },
        ],
      },
    ]);
    expect(asked()).toEqual(['pier']);
  });

  test('is asked of it only as far as the client wants it, under whatever name', async () => {
    const query =
      'query ($no: Boolean = false) { berths { boats { ... { called: name } ... on Boat @include(if: $no) { crew { name } } } } }';
    const { data, errors } = await network.ask(query);
    expect(errors).toEqual([]);
    expect(data.berths).toEqual([{ boats: [{ called: 'a at the pier' }, { called: 'b at the pier' }] }]);
    await network.ask('{ berths { boats { name } } }');
    expect(network.network.subgraph('pier').received.at(-1)?.query).not.toMatch(/crew/);
    expect(asked()).toEqual(['pier', 'pier']);
  });

  test('stays what it is when somebody else is asked for the rest', async () => {
    const { data, errors } = await network.ask('{ berths { boats { age name } } }');
    expect(errors).toEqual([]);
    expect(data.berths[0].boats[0]).toEqual({ age: 30, name: 'a at the pier' });
  });

  test('may be handed out of one member of a union and not of the other', async () => {
    const { data, errors } = await network.ask('{ moored { ... on Barge { name } ... on Yacht { name } } }');
    expect(errors).toEqual([]);
    expect(data.moored).toEqual([{ name: 'x at the pier' }, { name: 'y in the register' }]);
    expect(network.network.subgraph('register').received.map(({ variables }) => variables['representations'])).toEqual([
      [{ __typename: 'Yacht', id: 'y' }],
    ]);
  });
});
