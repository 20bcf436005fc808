import { expect, test } from '@jest/globals';
import { standing } from '../support/networks.ts';
import { placesOf } from '../support/small-network.ts';
import type { SmallSubgraphParts } from '../support/small-subgraph.ts';

const mill: SmallSubgraphParts = {
  name: 'mill',
  link: 'schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) { query: Ask mutation: Do }',
  sdl: 'type Ask { sacks: Int flour: Flour } type Do { grind: Int self: Ask } type Flour { kind: String }',
  resolvers: { Ask: { sacks: () => 3, flour: () => ({ kind: 'rye' }) }, Do: { grind: () => 4, self: () => ({}) } },
};
const farm: SmallSubgraphParts = {
  name: 'farm',
  sdl: 'type Query { fields: Int } type Mutation { sow: Int rest: Query }',
  resolvers: { Query: { fields: () => 5 }, Mutation: { sow: () => 6, rest: () => ({}) } },
};
const small = standing(mill, farm);

// In the supergraph all roots have one name.
test('a part that calls its roots otherwise is asked by fragments and conditions too, and led back to', async () => {
  const query = `query ($yes: Boolean!) {
    __typename ... on Query @include(if: $yes) { sacks ... on Query { fields } } ...Flour ... @skip(if: $yes) { lost: sacks }
  } fragment Flour on Query { flour { kind } }`;
  const asked = await small.ask(query, { variables: { yes: true } });
  expect(asked.errors).toEqual([]);
  expect(asked.data).toEqual({ __typename: 'Query', sacks: 3, fields: 5, flour: { kind: 'rye' } });
  const done = await small.ask('mutation { ... on Mutation { grind } self { sacks fields __typename } sow rest { fields sacks } }');
  expect(done.errors).toEqual([]);
  expect(done.data).toEqual({ grind: 4, self: { sacks: 3, fields: 5, __typename: 'Query' }, sow: 6, rest: { fields: 5, sacks: 3 } });
});

test('what is lost of it is lost at its own places', async () => {
  small.network.subgraph('mill').fault = (request) => void request.socket.destroy();
  const answer = await small.ask('query ($yes: Boolean = true) { ... on Query @include(if: $yes) { sacks fields } }');
  expect(answer.data).toEqual({ sacks: null, fields: 5 });
  expect(placesOf(answer)).toEqual(['sacks: SUBGRAPH_UNAVAILABLE']);
});
