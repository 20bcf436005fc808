import { describe, expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

type Fields = Record<string, unknown>;

const catches = [
  { __typename: 'Trout', id: '1', state: 'FRESH', grams: 300 },
  { __typename: 'Boot', id: '2', state: 'STALE', size: 44 },
];
const river: SmallSubgraphParts = {
  name: 'river',
  sdl: `
    type Query { states: [State] must: [State!] catches: [Catch] things: [Thing] trouts(of: Sizes!): [Trout] }
    enum State { FRESH STALE @inaccessible }
    interface Thing { id: ID! state: State note: String @inaccessible }
    union Catch = Trout | Boot
    type Trout implements Thing @key(fields: "id") { id: ID! state: State note: String grams: Int }
    type Boot implements Thing @inaccessible { id: ID! state: State note: String size: Int }
    input Sizes { least: Int! most: Int }
  `,
  resolvers: {
    Query: {
      states: () => ['FRESH', 'STALE'],
      must: () => ['FRESH', 'STALE'],
      catches: () => catches,
      things: () => catches,
      trouts: (_: unknown, { of }: Fields) => (Object.hasOwn(of as Fields, 'most') ? [] : catches.slice(0, 1)),
    },
    Trout: { note: () => 'by night' },
  },
};
const market: SmallSubgraphParts = {
  name: 'market',
  sdl: `
    type Query { sold(of: Sizes!): Int }
    type Trout @key(fields: "id") { id: ID! note: String @external price: String @requires(fields: "note") }
    input Sizes { least: Int! }
  `,
  resolvers: { Query: { sold: () => 7 }, Trout: { price: ({ note }: Fields) => `dear, ${note}` } },
};
const small = standing(river, market);

describe('what subgraphs know and clients cannot see', () => {
  test('is not found where it comes back: a value, a member, a thing', async () => {
    const answer = await small.ask('{ states must catches { ... on Trout { grams } } things { id state } }');
    expect(answer.data).toEqual({
      ...{ states: ['FRESH', null], must: null },
      ...{ catches: [{ grams: 300 }, null], things: [{ id: '1', state: 'FRESH' }, null] },
    });
    expect(placesOf(answer)).toEqual(['catches.1: NOT_FOUND', 'must.1: NOT_FOUND', 'states.1: NOT_FOUND', 'things.1: NOT_FOUND']);
    // The subgraph keeps its promise, so nobody is called.
    expect(small.network.logged.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
  });

  test('is asked for all the same where another part requires it', async () => {
    const { data, errors } = await small.ask('{ catches { ... on Trout { price } } trouts(of: { least: 1 }) { price } }');
    expect(data).toEqual({ catches: [{ price: 'dear, by night' }, null], trouts: [{ price: 'dear, by night' }] });
    expect(errors.map(({ path }) => path)).toEqual([['catches', 1]]);
  });

  test('cannot be asked, named or put in', async () => {
    for (const query of [
      '{ things { note } }',
      '{ catches { ... on Boot { size } } }',
      '{ trouts(of: { least: 1, most: 2 }) { id } }',
      '{ sold(of: { least: 1, most: 2 }) }',
    ]) {
      const { data, errors } = await small.ask(query);
      expect(data).toBeNull();
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
    const inVariable = await small.ask('query ($of: Sizes!) { sold(of: $of) }', { variables: { of: { least: 1, most: 2 } } });
    expect(inVariable.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(small.network.fetches).toEqual([]);
    expect((await small.ask('query ($of: Sizes!) { sold(of: $of) }', { variables: { of: { least: 1 } } })).data).toEqual({ sold: 7 });
  });
});
